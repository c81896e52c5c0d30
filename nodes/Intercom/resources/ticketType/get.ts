import type { Operation } from '../../engine/operation';
import { ticketTypeLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get ticket type',
	description: 'Get a ticket type with its attributes and states',
	request: 'GET /ticket_types/{ticketTypeId}',
	parameters: [ticketTypeLocator],
} satisfies Operation;
