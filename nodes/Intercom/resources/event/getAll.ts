import type { Operation } from '../../engine/operation';
import { eventOwner } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many events',
	description: 'Get the events of a contact from the last 90 days, newest first',
	request: 'GET /events',
	parameters: eventOwner,
	query: { type: 'user' },
	// The size is documented in older versions only, without a maximum (2.4, "List all data events").
	list: { key: 'events', pageSize: { default: 50, max: 50 } },
} satisfies Operation;
