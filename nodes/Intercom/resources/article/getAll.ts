import type { Operation } from '../../engine/operation';
import { articleSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many articles',
	description: 'Get a list of articles, the last changed first',
	request: 'GET /articles',
	parameters: [],
	simplify: articleSummary,
	// The size is described only by intercom-client, without a maximum; 50 is known to work.
	list: { key: 'data', pageSize: { default: 15, max: 50 } },
} satisfies Operation;
