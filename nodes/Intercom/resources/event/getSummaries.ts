import type { Operation } from '../../engine/operation';
import { eventOwner } from './fields';

export const getSummaries = {
	name: 'Get Summaries',
	value: 'getSummaries',
	action: 'Get summaries of events',
	description: 'Get how often a contact did each thing, with the first and the last time',
	request: 'GET /events',
	parameters: eventOwner,
	query: { type: 'user', summary: true },
	list: { key: 'events', unpaged: true },
} satisfies Operation;
