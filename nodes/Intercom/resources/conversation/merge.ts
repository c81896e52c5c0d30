import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const merge = {
	name: 'Merge',
	value: 'merge',
	action: 'Merge conversation into another',
	description:
		'Merge a conversation into another one, which goes on with both. This cannot be undone: the merged one is closed.',
	request: 'POST /conversations/{conversationId}/merge',
	parameters: [
		{
			...conversationLocator,
			displayName: 'Merge',
			description: 'The conversation that ends',
		},
		{
			...conversationLocator,
			displayName: 'Into',
			name: 'mergeIntoConversationId',
			description: 'The conversation that goes on',
			wire: { as: 'integerId' },
		},
	],
	record: ({ mergeIntoConversationId }) => `/conversations/${String(mergeIntoConversationId)}`,
	check: ({ conversationId, mergeIntoConversationId }) => {
		if (String(conversationId) === String(mergeIntoConversationId))
			throw new InputError(
				"'Merge' and 'Into' are the same conversation",
				'Choose two different ones.',
			);
	},
	simplify: conversationSummary,
} satisfies Operation;
