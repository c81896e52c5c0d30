import { bodyOf, integer, openObject, text } from '../body-schema';
import { contactNotFound, parameterInvalid, parameterNotFound } from '../errors';
import { readPageSize } from '../pagination';
import { readFlag } from '../parameters';
import type { Contact, DataEvent, EventCount } from '../records';
import { Answer, route, type Route, type RouteRequest, type Workspace } from '../route';
import { REGION_HOSTS } from '../settings';

/** Page size of events (2.4, "List all data events": 50; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/** Events older than this many seconds are counted, but no longer listed (2.16 `GET /events`). */
const LISTED_SECONDS = 90 * 24 * 60 * 60;

/** Metadata fields that Intercom keeps (2.16 line 16095). */
const MOST_FIELDS = 10;

/** Body of 2.16 `create_data_event_request`. Time in Unix seconds. */
interface EventBody {
	event_name: string;
	created_at: number;
	id?: string;
	user_id?: string;
	email?: string;
	metadata?: Record<string, unknown>;
}

/** Body of 2.16 `create_data_event_summaries_request`. Times in Unix seconds. */
interface SummaryBody {
	user_id?: string;
	event_summaries?: { event_name?: string; count?: number; first?: number; last?: number };
}

/** What contacts did (2.16, Data Events). */
export const eventRoutes: Route[] = [
	route<EventBody>({
		operation: 'POST /events',
		scope: 'write_events',
		body: bodyOf(
			{
				event_name: text,
				created_at: integer,
				id: text,
				user_id: text,
				email: text,
				metadata: openObject,
			},
			['event_name', 'created_at'],
		),
		handle(request) {
			const { state, body } = request;
			const { id, external_id: externalId } = whose(request, body.id, body.user_id, body.email);
			const { event_name, created_at, metadata = {} } = body;
			refuseNested(metadata);
			// What Intercom tells events apart by (2.16 line 16099); a repeated one is ignored.
			const key = `${externalId ?? id} ${event_name} ${created_at}`;
			const kept = Object.fromEntries(Object.entries(metadata).slice(0, MOST_FIELDS));
			if (!state.events.has(key)) {
				state.events.set(key, { contact_id: id, event_name, created_at, metadata: kept });
			}
			return new Answer(202);
		},
	}),
	route({
		operation: 'GET /events',
		scope: 'read_events',
		query: ['type', 'user_id', 'intercom_user_id', 'email', 'summary', 'per_page', 'before'],
		handle(request) {
			const { query } = request;
			if (query.type !== 'user') throw parameterInvalid('type must be user', 'type');
			const contact = whose(request, query.intercom_user_id, query.user_id, query.email);
			return readFlag(query.summary, 'summary')
				? summaries(request, contact)
				: listed(request, contact);
		},
	}),
	route<SummaryBody>({
		operation: 'POST /events/summaries',
		scope: 'write_events',
		body: bodyOf({
			user_id: text,
			event_summaries: bodyOf({
				event_name: text,
				count: integer,
				first: integer,
				last: integer,
			}),
		}),
		handle(request) {
			const { user_id: userId, event_summaries: summary } = request.body;
			const { id } = whose(request, undefined, userId, undefined);
			const { event_name, count, first, last } = summary ?? {};
			if (!event_name || !count || !first || !last) {
				throw parameterNotFound('event_summaries needs event_name, count, first and last');
			}
			const counted: EventCount = { contact_id: id, event_name, count, first, last };
			request.state.eventCounts.set(`${id} ${event_name}`, counted);
			return new Answer(200);
		},
	}),
];

/** The contact of a request: exactly one of three ways to name it. Leads only go by Intercom's id. */
function whose({ state }: Workspace, id?: string, userId?: string, email?: string): Contact {
	if ([id, userId, email].filter((name) => name !== undefined).length !== 1) {
		throw parameterNotFound('Exactly one of id, user_id and email is required');
	}
	const [found] = [
		...(id === undefined ? [] : [state.contacts.get(id)]),
		...(userId === undefined ? [] : state.contacts.find('externalId', userId)),
		...(email === undefined ? [] : state.contacts.find('email', email)),
	].filter((contact) => contact !== undefined && (id !== undefined || contact.role === 'user'));
	if (found?.status !== 'active') throw contactNotFound();
	return found;
}

/** Only links and prices may be objects; the emulator says so instead of dropping the rest. */
function refuseNested(metadata: Record<string, unknown>): void {
	for (const [name, value] of Object.entries(metadata)) {
		if (typeof value !== 'object' || value === null) continue;
		const keys = Object.keys(value).sort().join(' ');
		if (keys !== 'url value' && keys !== 'amount currency') {
			throw parameterInvalid('Nested metadata is not supported', `metadata.${name}`);
		}
	}
}

/** A page of events, newest first, in the shape of 2.16 `data_event_list`. */
function listed(request: RouteRequest, contact: Contact): object {
	const { state, clock, settings, query } = request;
	const size = readPageSize(query.per_page, PAGE);
	const oldest = clock.seconds() - LISTED_SECONDS;
	const before = Number(query.before ?? Infinity);
	const events = state.events
		.find('contact', contact.id)
		.filter(({ created_at: at }) => at >= oldest && at * 1000 < before)
		.sort((a, b) => b.created_at - a.created_at);
	const rows = events.slice(0, size);
	const next = new URL('/events', REGION_HOSTS[settings.region]);
	next.searchParams.set('type', 'user');
	next.searchParams.set('intercom_user_id', contact.id);
	next.searchParams.set('per_page', String(size));
	next.searchParams.set('before', String((rows.at(-1)?.created_at ?? 0) * 1000));
	return {
		type: 'event.list',
		events: rows.map((event) => present(event, contact)),
		pages: events.length > size ? { next: next.href } : {},
	};
}

/** An event in the shape of 2.16 `data_event`: its `id` is the contact's. */
function present({ event_name, created_at, metadata }: DataEvent, contact: Contact): object {
	return {
		type: 'event',
		event_name,
		created_at,
		id: contact.external_id ?? contact.id,
		intercom_user_id: contact.id,
		...(contact.external_id ? { user_id: contact.external_id } : {}),
		...(contact.email ? { email: contact.email } : {}),
		metadata,
	};
}

/** How often a contact did each thing, in the shape of 2.16 `data_event_summary`. */
function summaries({ state }: Workspace, contact: Contact): object {
	const counts = new Map<string, EventCount>();
	for (const counted of state.eventCounts.find('contact', contact.id)) {
		counts.set(counted.event_name, counted);
	}
	for (const { event_name: name, created_at: at } of state.events.find('contact', contact.id)) {
		const { count = 0, first = at, last = at } = counts.get(name) ?? {};
		counts.set(name, {
			contact_id: contact.id,
			event_name: name,
			count: count + 1,
			first: Math.min(first, at),
			last: Math.max(last, at),
		});
	}
	return {
		type: 'event.summary',
		intercom_user_id: contact.id,
		...(contact.external_id ? { user_id: contact.external_id } : {}),
		...(contact.email ? { email: contact.email } : {}),
		events: [...counts.values()].map(({ event_name, count, first, last }) => ({
			name: event_name,
			count,
			first: new Date(first * 1000).toISOString(),
			last: new Date(last * 1000).toISOString(),
			description: '',
		})),
	};
}
