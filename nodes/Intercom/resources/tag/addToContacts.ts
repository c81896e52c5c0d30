import type { Operation } from '../../engine/operation';
import { tagName } from './fields';

function toUsers(value: unknown): Array<{ id: string }> {
	const given = Array.isArray(value) ? value : String(value).split(',');
	return given
		.map((id) => String(id).trim())
		.filter(Boolean)
		.map((id) => ({ id }));
}

export const addToContacts = {
	name: 'Add to Contacts',
	value: 'addToContacts',
	action: 'Add tag to contacts',
	description: 'Put a tag on several contacts with one request; a tag with a new name is created',
	request: 'POST /tags',
	parameters: [
		tagName,
		{
			displayName: 'Contact IDs',
			name: 'contactIds',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 6762f0d51bb69f9f2193bb7c, 6762f0d51bb69f9f2193bb7d',
			description:
				'The IDs of the contacts, separated by commas. Intercom skips those it does not know; the contacts it tagged are listed in <code>users</code>.',
			wire: { name: 'users', as: toUsers },
		},
	],
	repeatable: true,
} satisfies Operation;
