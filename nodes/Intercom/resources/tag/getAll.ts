import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'Get the tags of the workspace',
	request: 'GET /tags',
	parameters: [],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
