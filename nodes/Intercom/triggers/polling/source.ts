import type { IDataObject } from 'n8n-workflow';

import type { IntercomRequest, IntercomResponse } from '../../client/request';
import type { Reading } from './advance';
import type { PollState, Sighting } from './state';

/** Sends one request; the client's `exchange`, or a stand-in in tests. */
export type Exchange = (request: IntercomRequest, expected?: number[]) => Promise<IntercomResponse>;

/** What is watched: which records, and what counts as a change of one. */
export interface WatchedRecords {
	/** The search of these records. */
	path: string;
	/** Where they stand in its answers. */
	key: string;
	/** Records per page. */
	pageSize: number;
	/** The date that is searched by; no change of a record lies after it. */
	field: string;
	/** What else has to hold, in Intercom's form. */
	filters: readonly IDataObject[];
	/** Drops what Intercom finds besides what the filter asks for. */
	keep?: (record: IDataObject) => boolean;
	/** The changes that a record shows, in their order. */
	sightingsOf(record: IDataObject): Sighting[];
	/**
	 * Whether the time of a change may lie before the date that is searched by. Then a part of the
	 * records in order of that date says nothing about the order of the changes.
	 */
	isDerived?: boolean;
}

/** Where changes are read from. */
export interface Source {
	/**
	 * Reads what is new.
	 *
	 * @param most how many changes to hand out; more only where they share one second
	 */
	read(state: PollState, most: number): Promise<Reading>;
	/** Intercom's clock now, in Unix seconds; undefined where responses don't tell. */
	serverTime(): Promise<number | undefined>;
	/** The newest date that one look at the records shows, in Unix seconds; undefined where there are none. */
	newest(): Promise<number | undefined>;
	/** One recent change, whatever was handed out before; undefined where there is none. */
	sample(): Promise<Sighting | undefined>;
}

/** The Date header of a response in Unix seconds: Intercom's clock, as far as it can be trusted. */
export function serverTime({ headers }: IntercomResponse): number | undefined {
	const milliseconds = Date.parse(headers.date ?? '');
	return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000);
}

/** Intercom's clock now, in Unix seconds, by the smallest request there is; undefined where it does not tell. */
export async function askTime(exchange: Exchange): Promise<number | undefined> {
	return serverTime(await exchange({ method: 'GET', path: '/me', repeatable: true }));
}

/** The later one of two dates, either of which may be missing. */
export function laterOf(one: number | undefined, other: number | undefined): number | undefined {
	return one === undefined || (other !== undefined && other > one) ? other : one;
}

/** A body that may lack what it should have. */
export function bodyOf({ body }: IntercomResponse): IDataObject {
	return typeof body === 'object' && body !== null ? (body as IDataObject) : {};
}
