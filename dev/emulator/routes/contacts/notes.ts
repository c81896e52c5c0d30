import { targetContact, changeContact } from '../../contacts';
import { createNote, noteBody, noteList, type NoteBody } from '../../notes';
import { PAGE_QUERY } from '../../pagination';
import { presentNote } from '../../present/note';
import { route, type Route } from '../../route';

/** Notes of a contact (2.16 lines 7214-7406). */
export const contactNoteRoutes: Route[] = [
	route({
		operation: 'GET /contacts/{contact_id}/notes',
		scope: 'read_users_and_companies',
		query: PAGE_QUERY,
		handle: (request) => noteList(request, targetContact(request).note_ids),
	}),
	route<NoteBody>({
		operation: 'POST /contacts/{contact_id}/notes',
		scope: 'read_write_users',
		body: noteBody,
		handle(request) {
			const contact = targetContact(request);
			const note = createNote(request, { contact_id: contact.id });
			changeContact(request, contact, { note_ids: [...contact.note_ids, note.id] });
			return presentNote(request.state, note);
		},
	}),
];
