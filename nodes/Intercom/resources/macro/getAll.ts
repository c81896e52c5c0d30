import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many macros',
	description: 'Get the saved replies, the last changed first',
	request: 'GET /macros',
	parameters: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Updated After',
					name: 'updatedSince',
					type: 'dateTime',
					default: '',
					description: 'Only macros that were changed after this time',
				},
			],
		},
	],
	list: { key: 'data', pageSize: { default: 50, max: 150 }, cursor: true },
} satisfies Operation;
