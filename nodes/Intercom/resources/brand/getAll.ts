import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many brands',
	description: 'Get the brands of the workspace, the default one included',
	request: 'GET /brands',
	parameters: [],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
