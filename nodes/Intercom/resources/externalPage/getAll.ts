import type { Operation } from '../../engine/operation';
import { pageSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many external pages',
	description: 'Get the external pages of the workspace',
	request: 'GET /ai/external_pages',
	parameters: [],
	simplify: pageSummary,
	list: { key: 'data' },
} satisfies Operation;
