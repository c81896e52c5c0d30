import type { Operation } from '../../engine/operation';
import { contactLocator } from '../locators';

export const getNotes = {
	name: 'Get Notes',
	value: 'getNotes',
	action: 'Get notes of contact',
	description: 'Get the notes on a contact',
	request: 'GET /contacts/{contactId}/notes',
	parameters: [contactLocator],
	list: { key: 'data' },
} satisfies Operation;
