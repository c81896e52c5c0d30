import type { Operation } from '../../engine/operation';
import { actingAdminLocator, companyLocator } from '../locators';

export const addNote = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to company',
	description: 'Write a note on a company, which only teammates see',
	request: 'POST /companies/{companyId}/notes',
	parameters: [
		companyLocator,
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
