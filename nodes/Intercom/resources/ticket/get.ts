import type { Operation } from '../../engine/operation';
import { ticketLocator } from '../locators';
import { ticketSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get ticket',
	description: 'Get a ticket; without Simplify with its type and its newest 500 parts',
	request: 'GET /tickets/{ticketId}',
	parameters: [ticketLocator],
	simplify: ticketSummary,
} satisfies Operation;
