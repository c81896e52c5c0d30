import type { Operation } from '../../engine/operation';
import { actingAdminLocator, contactLocator } from '../locators';

export const addNote = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to contact',
	description: 'Write a note on a contact, which only teammates see',
	request: 'POST /contacts/{contactId}/notes',
	parameters: [
		contactLocator,
		{
			displayName: 'Note',
			name: 'body',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			description: 'The text of the note; HTML is allowed',
		},
		actingAdminLocator,
	],
} satisfies Operation;
