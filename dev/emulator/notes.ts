import { bodyOf, text } from './body-schema';
import { resourceNotFound } from './errors';
import { numberedPage } from './pagination';
import { presentNote } from './present/note';
import type { Note } from './records';
import type { RouteRequest } from './route';

/** Body of a new note; without `admin_id` the token's admin is the author. */
export interface NoteBody {
	body: string;
	admin_id?: string;
}

/** Schema of {@link NoteBody}. */
export const noteBody = bodyOf({ body: text, admin_id: text }, ['body']);

/** Page size of note lists (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/**
 * Stores a note on a contact or company. Plain text becomes a paragraph (2.16 example of line 7330).
 * @throws IntercomError 404 for an unknown admin
 */
export function createNote(
	{ state, clock, body }: RouteRequest<NoteBody>,
	owner: { contact_id: string } | { company_id: string },
): Note {
	const [me] = state.admins.keys();
	const author = body.admin_id ?? me;
	if (!state.admins.has(author)) throw resourceNotFound();
	const note: Note = {
		id: state.identifiers.nextNumber('note'),
		created_at: clock.seconds(),
		contact_id: null,
		company_id: null,
		...owner,
		admin_id: author,
		body: body.body.startsWith('<') ? body.body : `<p>${body.body}</p>`,
	};
	state.notes.set(note.id, note);
	return note;
}

/** A page of notes, newest first, in the shape of 2.16 `note_list`. */
export function noteList(request: RouteRequest, noteIds: readonly string[]): object {
	const notes = noteIds.flatMap((id) => request.state.notes.get(id) ?? []).reverse();
	const { rows, total, pages } = numberedPage(request, notes, PAGE);
	return {
		type: 'list',
		data: rows.map((note) => presentNote(request.state, note)),
		total_count: total,
		pages,
	};
}
