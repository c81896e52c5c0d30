import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const unarchive = {
	name: 'Unarchive',
	value: 'unarchive',
	action: 'Unarchive contact',
	description: 'Bring back an archived contact',
	request: 'POST /contacts/{contactId}/unarchive',
	parameters: [contactLocator],
	repeatable: true,
} satisfies Operation;
