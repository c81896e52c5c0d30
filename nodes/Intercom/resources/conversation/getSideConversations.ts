import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';

export const getSideConversations = {
	name: 'Get Side Conversations',
	value: 'getSideConversations',
	action: 'Get many side conversations of conversation',
	description: 'Get the internal threads that teammates started from a conversation',
	request: 'GET /conversations/{conversationId}/side_conversations',
	parameters: [conversationLocator],
	list: { key: 'side_conversations', pageSize: { default: 25, max: 50 } },
} satisfies Operation;
