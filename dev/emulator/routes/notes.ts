import { resourceNotFound } from '../errors';
import { presentNote } from '../present/note';
import { route, type Route } from '../route';

/** Reading one note of a contact or company (2.16 line 17465). */
export const noteRoutes: Route[] = [
	route({
		operation: 'GET /notes/{note_id}',
		scope: 'read_users_and_companies',
		handle({ state, params }) {
			const note = state.notes.get(params.note_id);
			if (!note) throw resourceNotFound();
			return presentNote(state, note);
		},
	}),
];
