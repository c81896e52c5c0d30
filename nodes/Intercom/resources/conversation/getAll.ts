import type { Operation } from '../../engine/operation';
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
	list: { key: 'conversations', pageSize: { default: 20, max: 150 }, cursor: true },
} satisfies Operation;
