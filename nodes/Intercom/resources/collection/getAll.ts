import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many collections',
	description: 'Get the collections of all help centers, the last changed first',
	request: 'GET /help_center/collections',
	parameters: [],
	// The size is described only by intercom-client, without a maximum; 50 is known to work for articles.
	list: { key: 'data', pageSize: { default: 15, max: 50 } },
} satisfies Operation;
