import type { IDataObject } from 'n8n-workflow';

import { ListProgress } from './list-progress';
import type { IntercomRequest } from './request';

/** One page of a list, as Intercom sent it. */
export interface Page {
	records: IDataObject[];
	/** The whole answer, with its cursor. */
	body: IDataObject;
}

/** What the reader of a list must know beforehand; the kind of paging shows in the answers. */
export interface PageOptions {
	/** Where the records stand in the answer; dots nest. Undefined: found by looking. */
	key?: string;
	/** Whether page or cursor belong into the query, the body's `pagination` or the body itself. */
	pagingIn?: 'query' | 'body' | 'bodyFields';
	/**
	 * While fewer records than this have been read, the next page is asked for before the current one
	 * is handed on, so that the reader's work costs no time. By default never.
	 */
	readAhead?: number;
}

function object(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** The value at a dotted path, undefined where there is none. */
export function valueAt(source: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null
					? (value as Record<string, unknown>)[key]
					: undefined,
			source,
		);
}

/**
 * The records in a list's response: what stands at the key, else `data`, else the only array, also
 * one level down (`data.articles`). Intercom's description is not always right about the key: the
 * companies of a contact come as `companies` or as `data`.
 *
 * @returns undefined where there is no list
 */
export function listIn(body: unknown, key?: string): IDataObject[] | undefined {
	if (Array.isArray(body)) return body as IDataObject[];
	const response = object(body);
	const named = key === undefined ? undefined : valueAt(response, key);
	const found = Array.isArray(named) ? named : lookForList(response);
	if (Array.isArray(found) && !found.includes(null)) return found as IDataObject[];
	// Without a key any response will do: the list is then of one record.
	return key === undefined && Object.keys(response).length > 0 ? [response] : undefined;
}

/** The records in a list's response as `listIn` finds them; none where there is no list. */
export function recordsIn(body: unknown, key?: string): IDataObject[] {
	return listIn(body, key) ?? [];
}

function lookForList(response: IDataObject): unknown {
	if (Array.isArray(response.data)) return response.data;
	const lists = Object.values({ ...response, ...object(response.data) }).filter(Array.isArray);
	return lists.length === 1 ? lists[0] : undefined;
}

/** What the next request must carry, and where. */
interface Step {
	to: 'query' | 'body';
	fields: IDataObject;
	/** How the list goes on: by a cursor, a number, or a scroll whose parameter stays the same. */
	by: 'cursor' | 'page' | 'scroll';
}

/** Sends a request and gives the response's body. */
export type Send = (request: IntercomRequest) => Promise<IDataObject>;

function queryStep(fields: IDataObject): Step {
	return { to: 'query', fields, by: 'page' in fields ? 'page' : 'cursor' };
}

/** How a cursor, an address or a parameter in the response says where the list goes on. */
function cursorStep(
	request: IntercomRequest,
	body: IDataObject,
	{ pagingIn }: PageOptions,
): Step | undefined {
	const { next } = object(body.pages);
	if (typeof next === 'string' && next !== '' && pagingIn !== 'bodyFields')
		return queryStep(queryOf(next));
	const cursor = object(next).starting_after;
	if (cursor !== undefined && cursor !== null && cursor !== '') {
		if (pagingIn !== 'body') return queryStep({ starting_after: cursor });
		const pagination = object(object(request.body).pagination);
		const fields = { pagination: { ...pagination, starting_after: cursor } };
		return { to: 'body', fields, by: 'cursor' };
	}
	if (body.scroll_param)
		return { to: 'query', fields: { scroll_param: body.scroll_param }, by: 'scroll' };
	if (body.next_cursor && body.has_more !== false) return queryStep({ cursor: body.next_cursor });
	return undefined;
}

/** The number of the page that was asked for; undefined where a cursor was. */
function askedPage(
	{ query, body }: IntercomRequest,
	{ pagingIn }: PageOptions,
): number | undefined {
	if (query?.starting_after !== undefined || pagingIn === 'body') return undefined;
	return Number(query?.page ?? object(body).page ?? 1);
}

/** How many records, or else pages, a list has; NaN where Intercom does not say. */
function totalOf(body: IDataObject): number {
	return Number(body.total_count ?? object(body.pages).total_pages);
}

/** The next page of a list with page numbers; undefined at its end. */
function pageStep(
	request: IntercomRequest,
	body: IDataObject,
	records: IDataObject[],
	progress: ListProgress,
	options: PageOptions,
): Step | undefined {
	const asked = askedPage(request, options);
	if (asked === undefined) return undefined;
	const { page: given, total_pages: pages, per_page: size } = object(body.pages);
	const page = Number(given ?? asked);
	const hasMore =
		pages === undefined
			? records.length > 0 && Number(body.total_count ?? 0) > progress.records
			: page < Number(pages);
	// Records that moved to later pages while the list was read may have made one more page.
	const isGrowing = progress.hasShifted && records.length > 0 && records.length >= Number(size);
	if (!hasMore && !isGrowing) return undefined;
	return {
		to: options.pagingIn === 'bodyFields' ? 'body' : 'query',
		fields: { page: page + 1 },
		by: 'page',
	};
}

/** Only the query of a `next` address counts: requests never leave the credential's host. */
function queryOf(address: string): IDataObject {
	const question = address.indexOf('?');
	const query = new URLSearchParams(question < 0 ? '' : address.slice(question + 1));
	return Object.fromEntries(query);
}

function withStep(request: IntercomRequest, { to, fields }: Step): IntercomRequest {
	const before = to === 'query' ? request.query : object(request.body);
	return { ...request, [to]: { ...before, ...fields } };
}

/** A request for a page of a list: any other response to it is a fault. */
export function expectingList(request: IntercomRequest, { key }: PageOptions): IntercomRequest {
	return { ...request, expects: { list: key } };
}

/**
 * Reads a list page by page. How Intercom pages a list is recognised from each response, because its
 * description is often wrong about it: a cursor object, an address, a page number, a scroll
 * parameter, or everything at once.
 *
 * A list ends only where a response says so: no further cursor or page, or an empty page of a
 * scroll. An empty page with a new cursor is followed. Records that are added while numbered pages
 * are read move others to later pages: those are handed on once.
 *
 * @throws RepeatedPagesError when cursors or pages repeat, after the pages before
 */
export async function* readPages(
	send: Send,
	request: IntercomRequest,
	options: PageOptions = {},
): AsyncGenerator<Page, void, undefined> {
	const progress = new ListProgress();
	const ask = async (next: IntercomRequest) => await send(expectingList(next, options));
	let isNumbered: boolean | undefined;
	let response = ask(request);
	for (let current = request; ;) {
		const body = await response;
		const found = recordsIn(body, options.key);
		const cursor = cursorStep(current, body, options);
		isNumbered ??= cursor === undefined || cursor.by === 'page';
		const records = isNumbered
			? progress.acceptNumberedPage(found, totalOf(body))
			: progress.acceptPage(found);
		const isOver = found.length === 0 && cursor?.by === 'scroll';
		const step = isOver
			? undefined
			: (cursor ?? (isNumbered ? pageStep(current, body, found, progress, options) : undefined));
		if (step === undefined) {
			yield { records, body };
			return;
		}
		const isNew = step.by === 'scroll' || progress.follow(step.fields);
		current = withStep(current, step);
		const isAhead = isNew && progress.records < (options.readAhead ?? 0);
		const ahead = isAhead ? ask(current) : undefined;
		// A failure shows when the page is asked for, never where the reader has stopped before.
		ahead?.catch(() => undefined);
		yield { records, body };
		if (!isNew) throw progress.repeated('Intercom sent a cursor that it had sent before.');
		response = ahead ?? ask(current);
	}
}
