import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';
import { optionsOf } from '../collections';
import { conversationSummary, plainText } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get conversation',
	description:
		'Get a conversation. Turn off Simplify for its messages, at most the newest 500, or get its transcript.',
	request: 'GET /conversations/{conversationId}',
	parameters: [
		conversationLocator,
		optionsOf(
			{
				displayName: 'Include Translations',
				name: 'includeTranslations',
				type: 'boolean',
				default: false,
				description: 'Whether to translate the messages to the language of the conversation',
			},
			plainText,
		),
	],
	simplify: { ...conversationSummary, part_count: 'conversation_parts.total_count' },
} satisfies Operation;
