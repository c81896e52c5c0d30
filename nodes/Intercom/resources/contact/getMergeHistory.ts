import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getMergeHistory = {
	name: 'Get Merge History',
	value: 'getMergeHistory',
	action: 'Get merge history of contact',
	description: 'Get the contacts that were merged into a contact',
	request: 'GET /contacts/{contactId}/merge_history',
	parameters: [contactLocator],
	list: { key: 'data', pageSize: { default: 50, max: 150 } },
} satisfies Operation;
