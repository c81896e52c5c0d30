import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many teams',
	description: 'Get the teams of the workspace',
	request: 'GET /teams',
	parameters: [],
	list: { key: 'teams', unpaged: true },
} satisfies Operation;
