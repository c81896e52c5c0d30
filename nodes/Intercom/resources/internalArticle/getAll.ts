import type { Operation } from '../../engine/operation';
import { internalArticleSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many internal articles',
	description: 'Get a list of internal articles',
	request: 'GET /internal_articles',
	parameters: [],
	simplify: internalArticleSummary,
	list: { key: 'data' },
} satisfies Operation;
