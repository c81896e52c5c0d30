import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many sender addresses',
	description: 'Get the addresses that the workspace sends emails from',
	request: 'GET /emails',
	parameters: [],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
