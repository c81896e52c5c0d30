import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many audiences',
	description: 'Get the audiences, groups of contacts that Fin answers differently',
	request: 'GET /audiences',
	parameters: [],
	list: { key: 'data', pageSize: { default: 50, max: 50 } },
} satisfies Operation;
