import type { Operation } from '../../engine/operation';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get note',
	description: 'Get a note on a contact or a company',
	request: 'GET /notes/{noteId}',
	parameters: [
		{
			displayName: 'Note ID',
			name: 'noteId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 26',
			description: 'The ID of the note, as adding or listing notes gives it',
			wire: { as: 'integerId' },
		},
	],
} satisfies Operation;
