import type { Operation } from '../../engine/operation';
import { ticketLocator } from '../locators';

export const deleteTicket = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete ticket',
	description: 'Delete a ticket for good, with its replies, attributes and files',
	request: 'DELETE /tickets/{ticketId}',
	parameters: [ticketLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
