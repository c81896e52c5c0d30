import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const block = {
	name: 'Block',
	value: 'block',
	action: 'Block contact',
	description: 'Block a contact and archive its conversations',
	request: 'POST /contacts/{contactId}/block',
	parameters: [contactLocator],
	repeatable: true,
} satisfies Operation;
