import { describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { testResource } from '../support/resource';

const note = testResource('note');

describe('Note', () => {
	it('is read by its ID, with contact and author', async () => {
		const { state } = note.emulator;
		const [{ id: contact }] = seedContacts(state, 1);
		const [author] = state.admins.keys();
		const id = state.identifiers.nextNumber('note');
		state.notes.set(id, {
			id,
			created_at: 1_700_000_000,
			contact_id: contact,
			company_id: null,
			admin_id: author,
			body: '<p>Called back</p>',
		});
		expect(await note.output('get', { noteId: id })).toMatchObject([
			{ id, body: '<p>Called back</p>', contact: { id: contact }, author: { id: author } },
		]);
	});

	it('that does not exist is said to be missing', async () => {
		expect(await note.failure('get', { noteId: '999999' })).toContain(
			'Intercom could not find the note [item 0]',
		);
	});
});
