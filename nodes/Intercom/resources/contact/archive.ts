import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const archive = {
	name: 'Archive',
	value: 'archive',
	action: 'Archive contact',
	description: 'Hide a contact; it can be unarchived later',
	request: 'POST /contacts/{contactId}/archive',
	parameters: [contactLocator],
	repeatable: true,
} satisfies Operation;
