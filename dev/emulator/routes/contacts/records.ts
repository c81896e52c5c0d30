import {
	bodyOf,
	flagOrNull,
	integer,
	integerOrNull,
	openObject,
	openObjectOrNull,
	text,
	textOrNull,
} from '../../body-schema';
import {
	activeContact,
	createContact,
	targetContact,
	updateContact,
	type ContactBody,
} from '../../contacts';
import { contactNotFound } from '../../errors';
import {
	cursorPages,
	decodeCursor,
	encodeCursor,
	invalidCursor,
	readPageSize,
} from '../../pagination';
import { readFlag } from '../../parameters';
import { presentContact } from '../../present/contact';
import type { Contact } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';
import type { SearchRequest } from '../../search/search-index';

/** Page size of contact lists and searches (intercom-api.md §5). */
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

/** Body of a search (2.16 `contact_search_request`). */
interface SearchBody {
	query: object;
	pagination?: { per_page?: number; starting_after?: string | null } | null;
	sort?: SearchRequest['sort'];
}

const searchBody = bodyOf(
	{
		query: openObject,
		pagination: {
			...bodyOf({ per_page: integer, starting_after: textOrNull }),
			type: ['object', 'null'],
		},
		sort: bodyOf({ field: text, order: text }),
	},
	['query'],
);

/** Creating, reading, listing, searching and changing contacts (2.16 lines 8024-9270). */
export const contactRecordRoutes: Route[] = [
	route<ContactBody>({
		operation: 'POST /contacts',
		scope: 'read_write_users',
		body: contactBody,
		handle: (request) => showContact(request, createContact(request)),
	}),
	route({
		operation: 'GET /contacts',
		scope: 'read_users_and_companies',
		// The description lacks the paging parameters, the official SDK uses them (intercom-api.md §5).
		query: ['per_page', 'starting_after', 'include_merge_history'],
		handle(request) {
			const { query, state } = request;
			const size = readPageSize(query.per_page, PAGE);
			const [page, position] = readListCursor(query.starting_after);
			const { records, next } = state.contacts.page(size, position);
			const total = state.contacts.listedCount;
			const cursor = next === undefined ? undefined : encodeCursor([page + 1, next]);
			return contactList(request, records, total, cursorPages(page, size, total, cursor));
		},
	}),
	route<SearchBody>({
		operation: 'POST /contacts/search',
		scope: 'read_users_and_companies',
		family: 'search',
		query: ['include_merge_history'],
		body: searchBody,
		handle(request) {
			const { query, pagination, sort } = request.body;
			const size = readPageSize(pagination?.per_page, PAGE);
			const found = request.state.contactSearch.search({
				query,
				sort,
				size,
				startingAfter: pagination?.starting_after,
				// Preview compares to the second (intercom-api.md §6).
				dates:
					request.version === 'Preview'
						? { unit: 'second' }
						: { unit: 'day', timezone: request.settings.timezone },
			});
			const pages = cursorPages(found.page, size, found.total, found.next);
			return contactList(request, found.records, found.total, pages);
		},
	}),
	route({
		operation: 'GET /contacts/find_by_external_id/{external_id}',
		scope: 'read_users_and_companies',
		query: ['include_merge_history'],
		handle(request) {
			const owners = request.state.contacts.find('externalId', request.params.external_id);
			// Leads are not found this way (intercom-api.md §8), merged ones answer 410.
			const owner =
				owners.find(({ role, status }) => role === 'user' && status === 'active') ??
				owners.find(({ status }) => status === 'merged');
			if (!owner) throw contactNotFound();
			return showContact(request, activeContact(request, owner.id));
		},
	}),
	route({
		operation: 'GET /contacts/{contact_id}',
		scope: 'read_users_and_companies',
		query: ['include_merge_history'],
		handle: (request) => showContact(request, targetContact(request)),
	}),
	route<ContactBody>({
		operation: 'PUT /contacts/{contact_id}',
		scope: 'read_write_users',
		query: ['include_merge_history'],
		body: contactBody,
		handle: (request) => showContact(request, updateContact(request, targetContact(request))),
	}),
];

/** A contact as the request's version and `include_merge_history` ask for it. */
export function showContact(request: RouteRequest, contact: Contact): object {
	const { state, version, query } = request;
	const mergeHistory = readFlag(query.include_merge_history, 'include_merge_history');
	return presentContact(state, contact, { version, mergeHistory });
}

function contactList(
	request: RouteRequest,
	contacts: Contact[],
	total: number,
	pages: object,
): object {
	return {
		type: 'list',
		data: contacts.map((contact) => showContact(request, contact)),
		total_count: total,
		pages,
	};
}

function readListCursor(cursor: string | undefined): [page: number, position: number] {
	if (cursor === undefined) return [1, 0];
	const [page, position] = decodeCursor(cursor);
	if (typeof page === 'number' && typeof position === 'number') return [page, position];
	throw invalidCursor();
}
