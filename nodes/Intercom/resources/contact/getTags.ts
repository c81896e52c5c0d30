import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getTags = {
	name: 'Get Tags',
	value: 'getTags',
	action: 'Get tags of contact',
	description: 'Get the tags of a contact',
	request: 'GET /contacts/{contactId}/tags',
	parameters: [contactLocator],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
