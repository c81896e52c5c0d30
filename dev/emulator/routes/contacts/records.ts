import { bodyOf, flagOrNull, integerOrNull, openObjectOrNull, text, textOrNull } from '../body-schema';
import { activeContact, createContact, updateContact, type ContactBody } from '../contacts';
import { cursorPages, decodeCursor, encodeCursor, invalidCursor, readPageSize } from '../pagination';
import { presentContact } from '../present/contact';
import { route, type Route, type RouteRequest } from '../route';
import type { Contact } from '../records';

/** Page size of contact lists (intercom-api.md §5). */
const PAGE = { default: 50, maximum: 150 };

/** Fields of 2.16 `create_contact_request` and `update_contact_request`. */
const contactBody = bodyOf({
	role: text,
	external_id: text,
	email: text,
	email_verified: flagOrNull,
	phone: textOrNull,
	name: textOrNull,
	avatar: textOrNull,
	signed_up_at: integerOrNull,
	last_seen_at: integerOrNull,
	owner_id: { type: ['string', 'integer', 'null'] },
	unsubscribed_from_emails: flagOrNull,
	custom_attributes: openObjectOrNull,
});

/** Creating, reading, listing and changing contacts (2.16 lines 8024-9270). */
export const contactRoutes: Route[] = [
	route<ContactBody>({
		operation: 'POST /contacts',
		scope: 'read_write_users',
		body: contactBody,
		handle: (request) => show(request, createContact(request, request.body)),
	}),
	route({
		operation: 'GET /contacts',
		scope: 'read_users_and_companies',
		query: ['per_page', 'starting_after', 'include_merge_history'],
		handle(request) {
			const { query, state } = request;
			const size = readPageSize(query.per_page, PAGE);
			const [page, position] = readListCursor(query.starting_after);
			const { records, next } = state.contacts.page(size, position);
			const total = state.contacts.listedCount;
			return {
				type: 'list',
				data: records.map((contact) => show(request, contact)),
				total_count: total,
				pages: cursorPages(page, size, total, next === undefined ? undefined : encodeCursor([page + 1, next])),
			};
		},
	}),
	route({
		operation: 'GET /contacts/{contact_id}',
		scope: 'read_users_and_companies',
		query: ['include_merge_history'],
		handle: (request) => show(request, target(request)),
	}),
	route<ContactBody>({
		operation: 'PUT /contacts/{contact_id}',
		scope: 'read_write_users',
		query: ['include_merge_history'],
		body: contactBody,
		handle: (request) => show(request, updateContact(request, target(request), request.body)),
	}),
];

function target(request: RouteRequest): Contact {
	return activeContact(request, request.params.contact_id, request.version);
}

function show(request: RouteRequest, contact: Contact): object {
	return presentContact(request.state, contact, {
		version: request.version,
		mergeHistory: request.query.include_merge_history === 'true',
	});
}

function readListCursor(cursor: string | undefined): [page: number, position: number] {
	if (cursor === undefined) return [1, 0];
	const [page, position] = decodeCursor(cursor);
	if (typeof page === 'number' && typeof position === 'number') return [page, position];
	throw invalidCursor();
}
