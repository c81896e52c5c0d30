import type { IDataObject } from 'n8n-workflow';

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
 * The records in a list's answer. Without a key: `data`, else the only array of objects, also one
 * level down (`data.articles`); a single object counts as one record, because `GET /companies`
 * may answer so (intercom-api.md §5).
 */
export function recordsIn(body: unknown, key?: string): IDataObject[] {
	if (Array.isArray(body)) return body as IDataObject[];
	const answer = object(body);
	const found = key === undefined ? lookForList(answer) : valueAt(answer, key);
	if (Array.isArray(found)) return found as IDataObject[];
	const isList = 'pages' in answer || String(answer.type ?? '').endsWith('list');
	return isList || Object.keys(answer).length === 0 ? [] : [answer];
}

function lookForList(answer: IDataObject): unknown {
	if (Array.isArray(answer.data)) return answer.data;
	const lists = Object.values({ ...answer, ...object(answer.data) }).filter(Array.isArray);
	return lists.length === 1 ? lists[0] : undefined;
}

type Step = { query: IDataObject } | { body: IDataObject };

/** Sends a request and gives the answer's body. */
export type Send = (request: IntercomRequest) => Promise<IDataObject>;

/** What the next request must carry, or undefined at the end of the list. */
function nextStep(
	request: IntercomRequest,
	body: IDataObject,
	records: IDataObject[],
	seen: number,
	options: PageOptions,
): Step | undefined {
	const pages = object(body.pages);
	const next = pages.next;
	if (typeof next === 'string' && next !== '' && options.pagingIn !== 'bodyFields')
		return { query: queryOf(next) };
	const cursor = object(next).starting_after;
	if (cursor !== undefined && cursor !== null && cursor !== '') {
		if (options.pagingIn !== 'body') return { query: { starting_after: cursor } };
		const pagination = object(object(request.body).pagination);
		return { body: { pagination: { ...pagination, starting_after: cursor } } };
	}
	if (body.scroll_param) return { query: { scroll_param: body.scroll_param } };
	if (body.next_cursor && body.has_more !== false) return { query: { cursor: body.next_cursor } };
	const asked = request.query?.page ?? object(request.body).page;
	const page = Number(pages.page ?? asked ?? 1);
	const morePages =
		pages.total_pages === undefined
			? Number(body.total_count ?? 0) > seen + records.length
			: page < Number(pages.total_pages);
	const usesCursor = request.query?.starting_after !== undefined || options.pagingIn === 'body';
	if (!morePages || usesCursor) return undefined;
	return options.pagingIn === 'bodyFields'
		? { body: { page: page + 1 } }
		: { query: { page: page + 1 } };
}

/** Only the query of a `next` address counts: requests never leave the credential's host. */
function queryOf(address: string): IDataObject {
	const question = address.indexOf('?');
	const query = new URLSearchParams(question < 0 ? '' : address.slice(question + 1));
	return Object.fromEntries(query);
}

/** A whole record tells it from others: the `id` of a data event is its contact's (2.16 `data_event`). */
function identityOf(record: IDataObject | undefined): string {
	return JSON.stringify(record ?? null);
}

function withStep(request: IntercomRequest, step: Step): IntercomRequest {
	return 'query' in step
		? { ...request, query: { ...request.query, ...step.query } }
		: { ...request, body: { ...object(request.body), ...step.body } };
}

/**
 * Reads a list page by page. How Intercom pages a list is recognised from each answer, because its
 * description is often wrong about it (intercom-api.md §5): a cursor object, an address, a page
 * number, a scroll parameter, or everything at once. Ends at an empty page, a step that repeats,
 * or a first record that was first before, so no answer can make it run for ever.
 */
export async function* readPages(
	send: Send,
	request: IntercomRequest,
	options: PageOptions = {},
): AsyncGenerator<Page, void, undefined> {
	const steps = new Set<string>();
	const firsts = new Set<string>();
	let seen = 0;
	let answer = send(request);
	for (let current = request; ;) {
		const body = await answer;
		const records = recordsIn(body, options.key);
		const first = identityOf(records[0]);
		if (seen > 0 && (records.length === 0 || firsts.has(first))) return;
		firsts.add(first);
		const step = records.length === 0 ? undefined : nextStep(current, body, records, seen, options);
		const name = JSON.stringify(step);
		const isLast = step === undefined || steps.has(name);
		seen += records.length;
		if (isLast) {
			yield { records, body };
			return;
		}
		steps.add(name);
		current = withStep(current, step);
		const ahead = seen < (options.readAhead ?? 0) ? send(current) : undefined;
		// A failure shows when the page is asked for, never where the reader has stopped before.
		ahead?.catch(() => undefined);
		yield { records, body };
		answer = ahead ?? send(current);
	}
}
