import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many data attributes',
	description:
		"Get Intercom's own and your custom attributes. Those of conversations are a resource of their own.",
	request: 'GET /data_attributes',
	parameters: [
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Include Archived',
					name: 'includeArchived',
					type: 'boolean',
					default: false,
					description: 'Whether to return archived attributes as well',
				},
				{
					displayName: 'Model',
					name: 'model',
					type: 'options',
					options: [
						{ name: 'Company', value: 'company' },
						{ name: 'Contact', value: 'contact' },
					],
					default: 'contact',
					description: 'Whose attributes to return',
				},
			],
		},
	],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
