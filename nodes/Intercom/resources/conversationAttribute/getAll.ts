import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many conversation attributes',
	description: 'Get the attributes that this workspace has for conversations',
	request: 'GET /conversations/attributes',
	parameters: [
		{
			displayName: 'Include Archived',
			name: 'includeArchived',
			type: 'boolean',
			default: false,
			description: 'Whether to return archived attributes too',
		},
	],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
