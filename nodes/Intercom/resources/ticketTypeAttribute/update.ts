import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { ticketTypeAttributeLocator, ticketTypeLocator } from '../locators';
import { attributeDescription, attributeName, displayFields, listItems } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update ticket type attribute',
	description: 'Change or archive an attribute of a ticket type',
	request: 'PUT /ticket_types/{ticketTypeId}/attributes/{attributeId}',
	parameters: [
		ticketTypeLocator,
		ticketTypeAttributeLocator,
		updateFieldsOf(
			displayFields[0],
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: true,
				description: 'Whether to leave it out of new tickets; tickets that have it keep it',
			},
			attributeDescription,
			listItems,
			displayFields[1],
			attributeName,
			...displayFields.slice(2),
		),
	],
} satisfies Operation;
