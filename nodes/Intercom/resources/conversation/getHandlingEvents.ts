import type { Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';

export const getHandlingEvents = {
	name: 'Get Handling Events',
	value: 'getHandlingEvents',
	action: 'Get many handling events of conversation',
	description: 'Get when teammates paused and resumed work on a conversation',
	request: 'GET /conversations/{conversationId}/handling_events',
	parameters: [conversationLocator],
	list: { key: 'handling_events', unpaged: true },
} satisfies Operation;
