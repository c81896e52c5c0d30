import type { Operation } from '../../engine/operation';
import { conversationLocator, ticketLocator } from '../locators';

export const linkConversation = {
	name: 'Link Conversation',
	value: 'linkConversation',
	action: 'Link conversation to ticket',
	description:
		'Link a conversation or customer ticket to a tracker ticket, which takes up to 2,500. A conversation has at most one tracker ticket.',
	request: 'POST /tickets/{ticketId}/linked_conversations',
	parameters: [{ ...ticketLocator, displayName: 'Tracker Ticket' }, conversationLocator],
} satisfies Operation;
