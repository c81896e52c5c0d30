import type { IDataObject } from 'n8n-workflow';

import { contactTable } from '../../search/fields/contact';
import type { SearchTable } from '../../search/table';
import { digestOf } from './digest';
import type { WatchedRecords } from './source';
import type { Sighting } from './state';

/** How the records of a resource are read. */
export type Reading = 'sorted' | 'sliced';

/** A kind of record that can be watched. */
export interface WatchedResource extends Pick<WatchedRecords, 'path' | 'key' | 'pageSize'> {
	/** As the node stores it. */
	value: string;
	/** Title Case, singular. */
	name: string;
	/** Plural, for texts. */
	records: string;
	reading: Reading;
	table: SearchTable;
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

/** Everything that can be watched, by resource. */
export const watchedResources: readonly WatchedResource[] = [contact];
