import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many admins',
	description: 'Get the teammates of the workspace',
	request: 'GET /admins',
	parameters: [
		{
			displayName: 'Include Avatars',
			name: 'displayAvatar',
			type: 'boolean',
			default: false,
			description: 'Whether to return the addresses of their pictures as well',
		},
	],
	list: { key: 'admins', unpaged: true },
} satisfies Operation;
