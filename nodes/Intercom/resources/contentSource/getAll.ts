import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many content sources',
	description: 'Get the content sources of the workspace',
	request: 'GET /ai/content_import_sources',
	parameters: [],
	list: { key: 'data' },
} satisfies Operation;
