import type { Operation } from '../../engine/operation';
import { ticketTypeLocator } from '../locators';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket type attributes',
	description: 'Get the attributes of a ticket type with their IDs, data types and choices',
	request: 'GET /ticket_types/{ticketTypeId}',
	parameters: [ticketTypeLocator],
	list: { key: 'ticket_type_attributes.data', unpaged: true },
} satisfies Operation;
