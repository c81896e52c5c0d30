import type { Operation } from '../../engine/operation';
import { optionsOf } from '../collections';

export const getDeleted = {
	name: 'Get Deleted',
	value: 'getDeleted',
	action: 'Get many deleted conversations',
	description:
		'Get the IDs of deleted conversations and when they were deleted, to remove them elsewhere too',
	request: 'GET /conversations/deleted',
	parameters: [
		optionsOf({
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Newest First', value: 'desc' },
				{ name: 'Oldest First', value: 'asc' },
			],
			default: 'desc',
			description: 'The order of the IDs',
		}),
	],
	list: { key: 'conversations', pageSize: { default: 20, max: 60 } },
} satisfies Operation;
