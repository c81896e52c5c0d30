import type { Operation } from '../../engine/operation';
import { ticketLocator, ticketStateLocator, ticketTypeLocator } from '../locators';
import { ticketAttributeParameters, ticketAttributes } from '../ticket-attributes';
import { ticketSummary } from './fields';

export const changeType = {
	name: 'Change Type',
	value: 'changeType',
	action: 'Change type of ticket',
	description:
		'Give a ticket another type of the same category; attributes of the same name and type keep their values',
	request: 'POST /tickets/{ticketId}/change_type',
	requests: ['GET /ticket_types/{ticketTypeId}'],
	parameters: [
		ticketLocator,
		{ ...ticketTypeLocator, displayName: 'New Ticket Type', description: 'The new type' },
		{ ...ticketStateLocator, description: 'The state of the new type that the ticket gets' },
		...ticketAttributeParameters('existing'),
	],
	complete: [ticketAttributes()],
	simplify: ticketSummary,
} satisfies Operation;
