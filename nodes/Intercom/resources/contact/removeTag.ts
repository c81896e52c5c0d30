import type { Operation } from '../../engine/operation';
import { contactLocator, tagLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from contact',
	description: 'Take a tag off a contact',
	request: 'DELETE /contacts/{contactId}/tags/{tagId}',
	parameters: [contactLocator, tagLocator],
} satisfies Operation;
