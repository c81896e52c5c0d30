import type { Operation } from '../../engine/operation';
import { contactLocator, tagLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to contact',
	description: 'Put a tag on a contact',
	request: 'POST /contacts/{contactId}/tags',
	parameters: [contactLocator, { ...tagLocator, wire: { name: 'id' } }],
	repeatable: true,
} satisfies Operation;
