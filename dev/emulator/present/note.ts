import type { Note } from '../records';
import type { EmulatorState } from '../state';
import { presentAdmin } from './admin';

/** A note in the shape of 2.16 `note`. */
export function presentNote(state: EmulatorState, note: Note): object {
	const author = state.admins.get(note.admin_id);
	return {
		type: 'note',
		id: note.id,
		created_at: note.created_at,
		...(note.contact_id ? { contact: { type: 'contact', id: note.contact_id } } : {}),
		...(note.company_id ? { company: { type: 'company', id: note.company_id } } : {}),
		...(author ? { author: presentAdmin(author) } : {}),
		body: note.body,
	};
}
