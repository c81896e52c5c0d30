import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';

export const deleteConversation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete conversation',
	description: 'Delete a conversation permanently',
	request: 'DELETE /conversations/{conversationId}',
	parameters: [
		conversationLocator,
		{
			displayName: 'Keep Reporting Data',
			name: 'retainMetrics',
			type: 'boolean',
			default: true,
			description:
				'Whether reports still count the conversation. To remove it from them, the app needs the permission to delete conversations and metrics.',
		},
	],
} satisfies Operation;
