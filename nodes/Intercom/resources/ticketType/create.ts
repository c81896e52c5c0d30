import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { category, optionalFields, ticketTypeName } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create ticket type',
	description: 'Create a ticket type; it starts with the attributes title and description',
	request: 'POST /ticket_types',
	parameters: [
		{ ...ticketTypeName, required: true },
		category,
		additionalFieldsOf(...optionalFields),
	],
} satisfies Operation;
