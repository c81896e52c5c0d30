import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many help centers',
	description: 'Get the help centers of the workspace',
	request: 'GET /help_center/help_centers',
	parameters: [],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
