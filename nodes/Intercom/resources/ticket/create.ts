import type { Operation } from '../../engine/operation';
import { ticketSummary } from './fields';
import { newTicketParameters, newTicketRoutes, newTicketSteps } from './newTicket';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create ticket',
	description: 'Create a ticket for a contact; an email that nobody has makes a new contact',
	request: 'POST /tickets',
	requests: newTicketRoutes,
	parameters: newTicketParameters,
	complete: newTicketSteps,
	simplify: ticketSummary,
} satisfies Operation;
