import { bodyOf, flag, text } from '../../body-schema';
import { activeContact, changeContact, targetContact } from '../../contacts';
import { contactNotFound, IntercomError } from '../../errors';
import { mergeContacts } from '../../merge';
import { decodeCursor, encodeCursor, invalidCursor, readPageSize } from '../../pagination';
import type { Contact, ContactStatus } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';
import { isOlderThan216 } from '../../version';
import { showContact } from './records';

/** Body of a merge (2.16 `merge_contacts_request`). */
interface MergeBody {
	from: string;
	into: string;
	skip_duplicate_validation?: boolean;
}

/** Page size of the merge history (2.16 line 9490). */
const HISTORY_PAGE = { default: 50, maximum: 150 };

/** Archiving, blocking, merging and deleting contacts (2.16 lines 8420-8700, 9271-9560). */
export const contactLifecycleRoutes: Route[] = [
	route({
		operation: 'DELETE /contacts/{contact_id}',
		scope: 'read_write_users',
		handle(request) {
			const contact = storedContact(request);
			request.state.contacts.delete(contact.id);
			return { ...reference(contact), deleted: true };
		},
	}),
	route({
		operation: 'POST /contacts/{contact_id}/archive',
		scope: 'read_write_users',
		handle: (request) => ({ ...moveTo(request, 'archived'), archived: true }),
	}),
	route({
		operation: 'POST /contacts/{contact_id}/unarchive',
		scope: 'read_write_users',
		handle: (request) => ({ ...moveTo(request, 'active'), archived: false }),
	}),
	route({
		operation: 'POST /contacts/{contact_id}/block',
		scope: 'read_write_users',
		handle: (request) => ({ ...moveTo(request, 'blocked'), blocked: true }),
	}),
	route<MergeBody>({
		operation: 'POST /contacts/merge',
		scope: 'read_write_users',
		query: ['include_merge_history'],
		body: bodyOf({ from: text, into: text, skip_duplicate_validation: flag }, ['from', 'into']),
		handle(request) {
			const { from, into, skip_duplicate_validation: skip } = request.body;
			const lead = activeContact(request, from);
			const user = activeContact(request, into);
			// Before 2.16 any lead could be merged into any user (intercom-api.md §1.4).
			const anyPair = skip || isOlderThan216(request.version);
			return showContact(request, mergeContacts(request, lead, user, anyPair));
		},
	}),
	route({
		operation: 'GET /contacts/{id}/merge_history',
		scope: 'read_users_and_companies',
		query: ['cursor', 'per_page', 'order'],
		handle(request) {
			const { query } = request;
			const history = [...mergeHistory(request)];
			if (readOrder(query.order) === 'desc') history.reverse();
			const size = readPageSize(query.per_page, HISTORY_PAGE);
			const start = query.cursor === undefined ? 0 : readPosition(query.cursor);
			const hasMore = start + size < history.length;
			return {
				type: 'list',
				data: history.slice(start, start + size),
				next_cursor: hasMore ? encodeCursor([start + size]) : null,
				has_more: hasMore,
			};
		},
	}),
];

/**
 * A contact that may be archived: deleting, archiving and unarchiving reach it, reading does not
 * (intercom-api.md §7).
 */
function storedContact(request: RouteRequest): Contact {
	const contact = request.state.contacts.get(request.params.contact_id);
	return contact?.status === 'archived' ? contact : targetContact(request);
}

function moveTo(request: RouteRequest, status: ContactStatus): object {
	return reference(changeContact(request, storedContact(request), { status }));
}

/** A contact in the shape of 2.16 `contact_reference`. */
function reference({ id, external_id }: Contact): object {
	return { type: 'contact', id, external_id };
}

/** Only users have one, oldest merge first; 404 with its own message (2.16 line 9513). */
function mergeHistory(request: RouteRequest): Contact['merge_history'] {
	const contact = request.state.contacts.get(request.params.id);
	if (contact?.status === 'active' && contact.role === 'user') return contact.merge_history;
	throw new IntercomError(404, contactNotFound().entry.code, 'Contact not found');
}

function readOrder(order = 'desc'): 'asc' | 'desc' {
	if (order === 'asc' || order === 'desc') return order;
	throw new IntercomError(
		400,
		'invalid_sort_order',
		`Invalid sort order '${order}'. Must be one of: asc, desc`,
	);
}

function readPosition(cursor: string): number {
	const [position] = decodeCursor(cursor);
	if (typeof position === 'number') return position;
	throw invalidCursor();
}
