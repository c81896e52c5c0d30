import type { IDataObject } from 'n8n-workflow';

import { readPages } from '../../client/paginate';
import type { IntercomRequest } from '../../client/request';
import { bodyOf, laterOf, serverTime, type Exchange, type WatchedRecords } from './source';
import type { Sighting } from './state';

/** What to search for. */
export interface SearchRequest {
	query: IDataObject;
	sort?: { field: string; order: 'ascending' | 'descending' };
	/** Default: the watched records' own. */
	pageSize?: number;
	/** Where to go on from; the search begins anew where Intercom does not know it any more. */
	resume?: string;
}

/** One page of a search. */
export interface SightingPage {
	/** The changes on it, in Intercom's order. */
	sightings: Sighting[];
	/** The searched date of its last record, whether that is a change or not; undefined on an empty page. */
	last?: number;
	/** The cursor behind it; undefined at the end. */
	next?: string;
	/** How many records the whole search finds; undefined where Intercom does not say. */
	total?: number;
}

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}

/** The value of a date in a record, in Unix seconds; dots nest. */
export function dateIn(record: IDataObject | undefined, field: string): number | undefined {
	const value = field.split('.').reduce<unknown>((held, key) => object(held)[key], record);
	return typeof value === 'number' ? value : undefined;
}

/** Searches, and notes what the responses tell of the time. Serves one poll. */
export class SearchReader {
	/** Intercom's clock by the first response, in Unix seconds; undefined where it did not say. */
	serverTime?: number;
	/** The newest searched date of all records read so far, changes or not, in Unix seconds. */
	newest?: number;
	private isFirst = true;

	constructor(
		private readonly exchange: Exchange,
		private readonly watched: WatchedRecords,
	) {}

	/** The pages of a search, one request each. */
	async *pages(search: SearchRequest): AsyncGenerator<SightingPage, void, undefined> {
		const { path, key, pageSize, field, keep, sightingsOf } = this.watched;
		const { resume, sort, query } = search;
		const request: IntercomRequest = {
			method: 'POST',
			path,
			body: {
				query,
				...(sort && { sort }),
				pagination: {
					per_page: search.pageSize ?? pageSize,
					...(resume !== undefined && { starting_after: resume }),
				},
			},
			repeatable: true,
		};
		const send = async (asked: IntercomRequest) => await this.send(asked, resume);
		for await (const { records, body } of readPages(send, request, { key, pagingIn: 'body' })) {
			for (const record of records) this.newest = laterOf(this.newest, dateIn(record, field));
			const kept = keep === undefined ? records : records.filter(keep);
			const next = object(object(body.pages).next).starting_after;
			yield {
				sightings: kept.flatMap(sightingsOf),
				last: dateIn(records.at(-1), field),
				next: typeof next === 'string' && next !== '' ? next : undefined,
				total: typeof body.total_count === 'number' ? body.total_count : undefined,
			};
		}
	}

	private async send(request: IntercomRequest, resume: string | undefined): Promise<IDataObject> {
		const { pagination, ...body } = request.body as IDataObject;
		const { starting_after: cursor, ...paging } = object(pagination);
		const isResumed = resume !== undefined && cursor === resume;
		const response = await this.exchange(request, isResumed ? [400] : []);
		if (this.isFirst) this.serverTime = serverTime(response);
		this.isFirst = false;
		if (response.status !== 400) return bodyOf(response);
		// Cursors are not documented to last; from the beginning nothing is missed.
		const anew = { ...request, body: { ...body, pagination: paging } };
		return bodyOf(await this.exchange(anew));
	}
}
