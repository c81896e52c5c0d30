import { recordsIn } from '../../client/paginate';
import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';

export const getLinkedTickets = {
	name: 'Get Linked Tickets',
	value: 'getLinkedTickets',
	action: 'Get many linked tickets of conversation',
	description:
		'Get the IDs and categories of the tickets that are linked to a conversation, 1,000 at most',
	request: 'GET /conversations/{conversationId}',
	parameters: [conversationLocator],
	transform: async (conversation) =>
		recordsIn(conversation, 'linked_objects.data').filter(({ type }) => type === 'ticket'),
} satisfies Operation;
