import type { Operation } from '../../engine/operation';
import { snippetSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many content snippets',
	description: 'Get a list of content snippets',
	request: 'GET /content_snippets',
	parameters: [],
	simplify: snippetSummary,
	list: { key: 'data', pageSize: { default: 50, max: 50 } },
} satisfies Operation;
