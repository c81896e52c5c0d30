import type { IDataObject } from 'n8n-workflow';

import { contactTable } from '../../search/fields/contact';
import { conversationTable } from '../../search/fields/conversation';
import { ticketTable } from '../../search/fields/ticket';
import type { SearchTable } from '../../search/table';
import { digestOf } from './digest';
import type { WatchedRecords } from './source';
import type { Sighting } from './state';

/** A kind of record that can be watched. */
export interface WatchedResource extends Pick<WatchedRecords, 'path' | 'key' | 'pageSize'> {
	/** As the node stores it. */
	value: string;
	/** Title Case, singular. */
	name: string;
	/** Plural, for texts. */
	records: string;
	/**
	 * How the records are read: sorted by date, in ranges of seconds, or all of them by a scroll, where
	 * there is no search.
	 */
	reading: 'sorted' | 'sliced' | 'scrolled';
	/** What can be filtered by; absent where there is no search. */
	table?: SearchTable;
	events: readonly WatchedEvent[];
}

/** What is watched for in the records of a resource. */
export interface WatchedEvent extends Pick<WatchedRecords, 'field' | 'sightingsOf' | 'isDerived'> {
	/** As the node stores it. */
	value: string;
	/** Title Case. */
	name: string;
	description: string;
}

function seconds(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

/** A record is new once, so its id alone tells it apart. */
function whenCreated(record: IDataObject): Sighting[] {
	const at = seconds(record.created_at);
	return at === undefined ? [] : [{ id: String(record.id), at, record }];
}

/** A record can change many times, also twice within a second. */
function whenUpdated(record: IDataObject): Sighting[] {
	const at = seconds(record.updated_at);
	if (at === undefined) return [];
	return [{ id: String(record.id), at, record, digest: () => digestOf(record) }];
}

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** Something that a conversation counts, such as its last closing; the newest one stands for all. */
function whenCounted(name: string): (record: IDataObject) => Sighting[] {
	return (record) => {
		const at = seconds(object(record.statistics)[name]);
		return at === undefined ? [] : [{ id: String(record.id), at, record }];
	};
}

const whenReplied = whenCounted('last_contact_reply_at');

/** A rating can be changed, and a remark be added to it. */
function whenRated(record: IDataObject): Sighting[] {
	const rating = object(record.conversation_rating);
	const at = seconds(rating.updated_at) ?? seconds(rating.created_at);
	if (at === undefined || typeof rating.rating !== 'number') return [];
	return [{ id: String(record.id), at, record, digest: () => digestOf(rating) }];
}

/** Every change of state stands in the ticket's parts (2.16 ticket_part), so none is skipped. */
function whenStateChanged(record: IDataObject): Sighting[] {
	const parts = object(record.ticket_parts).ticket_parts;
	if (!Array.isArray(parts)) return [];
	return parts.map(object).flatMap((part) => {
		const at = seconds(part.created_at);
		const isChange = String(part.part_type).startsWith('ticket_state_updated');
		if (at === undefined || !isChange) return [];
		const { id, previous_ticket_state, ticket_state, author } = part;
		const change = { part_id: id, changed_at: at, previous_ticket_state, ticket_state, author };
		return [
			{ id: `${String(record.id)} ${String(id)}`, at, record: { ...record, state_change: change } },
		];
	});
}

const company: WatchedResource = {
	value: 'company',
	name: 'Company',
	records: 'companies',
	path: '/companies/scroll',
	key: 'data',
	pageSize: 100,
	reading: 'scrolled',
	events: [
		{
			value: 'created',
			name: 'New Company',
			description: 'A company was created and has its first contact',
			field: 'created_at',
			sightingsOf: whenCreated,
		},
		{
			value: 'updated',
			name: 'New or Updated Company',
			description: 'A company was created or changed in any way',
			field: 'updated_at',
			sightingsOf: whenUpdated,
		},
	],
};

const contact: WatchedResource = {
	value: 'contact',
	name: 'Contact',
	records: 'contacts',
	path: '/contacts/search',
	key: 'data',
	pageSize: 150,
	reading: 'sorted',
	table: contactTable,
	events: [
		{
			value: 'created',
			name: 'New Contact',
			description: 'A contact was created',
			field: 'created_at',
			sightingsOf: whenCreated,
		},
		{
			value: 'updated',
			name: 'New or Updated Contact',
			description: 'A contact was created or changed in any way',
			field: 'updated_at',
			sightingsOf: whenUpdated,
		},
	],
};

const conversation: WatchedResource = {
	value: 'conversation',
	name: 'Conversation',
	records: 'conversations',
	path: '/conversations/search',
	key: 'conversations',
	pageSize: 100,
	reading: 'sliced',
	table: conversationTable,
	events: [
		{
			value: 'closed',
			name: 'Conversation Closed',
			description: 'A conversation was closed',
			field: 'statistics.last_close_at',
			sightingsOf: whenCounted('last_close_at'),
		},
		{
			value: 'rated',
			name: 'Conversation Rated',
			description: 'A contact rated a conversation, changed the rating or added a remark',
			field: 'updated_at',
			sightingsOf: whenRated,
			isDerived: true,
		},
		{
			value: 'created',
			name: 'New Conversation',
			description: 'A conversation was started, by whomever',
			field: 'created_at',
			sightingsOf: whenCreated,
		},
		{
			value: 'updated',
			name: 'New or Updated Conversation',
			description: 'A conversation was started or anything happened in it',
			field: 'updated_at',
			sightingsOf: whenUpdated,
		},
		{
			value: 'replied',
			name: 'New Reply From Contact',
			description:
				'A contact wrote in a conversation again; several messages between two polls come as one',
			field: 'statistics.last_contact_reply_at',
			// The message that starts a conversation counts in the same way, and is no reply.
			sightingsOf: (record) =>
				whenReplied(record).filter(({ at }) => at > (seconds(record.created_at) ?? 0)),
		},
	],
};

const ticket: WatchedResource = {
	value: 'ticket',
	name: 'Ticket',
	records: 'tickets',
	path: '/tickets/search',
	key: 'tickets',
	// Tickets come with all their parts (intercom-api.md §5).
	pageSize: 50,
	reading: 'sliced',
	table: ticketTable,
	events: [
		{
			value: 'updated',
			name: 'New or Updated Ticket',
			description: 'A ticket was created or anything happened in it',
			field: 'updated_at',
			sightingsOf: whenUpdated,
		},
		{
			value: 'created',
			name: 'New Ticket',
			description: 'A ticket was created',
			field: 'created_at',
			sightingsOf: whenCreated,
		},
		{
			value: 'stateChanged',
			name: 'Ticket State Changed',
			description: "A ticket's state was changed; each change by itself",
			field: 'updated_at',
			sightingsOf: whenStateChanged,
			isDerived: true,
		},
	],
};

/** Everything that can be watched, by resource. */
export const watchedResources: readonly WatchedResource[] = [
	company,
	contact,
	conversation,
	ticket,
];
