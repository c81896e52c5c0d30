import type { Operation } from '../../engine/operation';
import { creationParts } from '../../search/creation-parts';
import { conversationTable } from '../../search/fields/conversation';
import { conversationSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many conversations',
	description:
		'Get a list of conversations. Intercom leaves the messages out of lists: get the transcript of each one for them.',
	request: 'GET /conversations',
	parameters: [],
	simplify: conversationSummary,
	list: {
		key: 'conversations',
		pageSize: { default: 20, max: 150 },
		cursor: true,
		parts: creationParts('/conversations/search', conversationTable.dates, { byDefault: false }),
	},
} satisfies Operation;
