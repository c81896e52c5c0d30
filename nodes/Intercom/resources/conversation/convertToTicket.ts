import type { Operation } from '../../engine/operation';
import { conversationLocator, ticketStateLocator, ticketTypeLocator } from '../locators';
import { ticketAttributeParameters, ticketAttributes } from '../ticket-attributes';
import { ticketSummary } from '../ticket/fields';

export const convertToTicket = {
	name: 'Convert to Ticket',
	value: 'convertToTicket',
	action: 'Convert conversation to ticket',
	description: 'Turn a conversation into a customer ticket',
	request: 'POST /conversations/{conversationId}/convert',
	requests: ['GET /ticket_types/{ticketTypeId}'],
	parameters: [
		conversationLocator,
		{
			...ticketTypeLocator,
			description: 'The type of the ticket, which must be one of the category Customer',
		},
		...ticketAttributeParameters('new'),
		{ ...ticketStateLocator, required: false },
	],
	complete: [ticketAttributes('attributes')],
	simplify: ticketSummary,
} satisfies Operation;
