import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { ticketTypeLocator } from '../locators';
import { category, optionalFields, ticketTypeName } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update ticket type',
	description: 'Change or archive a ticket type',
	request: 'PUT /ticket_types/{ticketTypeId}',
	parameters: [
		ticketTypeLocator,
		updateFieldsOf(
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: true,
				description: 'Whether the type is archived: no new tickets can have it',
			},
			category,
			...optionalFields,
			ticketTypeName,
		),
	],
} satisfies Operation;
