import type { Operation } from '../../engine/operation';
import { conversationLocator, ticketLocator } from '../locators';

export const unlinkConversation = {
	name: 'Unlink Conversation',
	value: 'unlinkConversation',
	action: 'Unlink conversation from ticket',
	description: 'Take a conversation or customer ticket off a tracker ticket',
	request: 'DELETE /tickets/{ticketId}/linked_conversations/{conversationId}',
	parameters: [{ ...ticketLocator, displayName: 'Tracker Ticket' }, conversationLocator],
} satisfies Operation;
