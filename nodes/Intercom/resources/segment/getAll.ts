import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many segments',
	description: 'Get the segments of the workspace',
	request: 'GET /segments',
	parameters: [
		{
			displayName: 'Include Count',
			name: 'includeCount',
			type: 'boolean',
			default: false,
			description: 'Whether to count the contacts in each segment',
		},
	],
	list: { key: 'segments', unpaged: true },
} satisfies Operation;
