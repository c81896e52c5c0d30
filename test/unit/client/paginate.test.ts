import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { RepeatedPagesError } from '../../../nodes/Intercom/client/list-progress';
import { readPages, recordsIn } from '../../../nodes/Intercom/client/paginate';
import type { IntercomRequest } from '../../../nodes/Intercom/client/request';

interface Reading {
	records: IDataObject[];
	requests: IntercomRequest[];
}

async function read(
	answer: (request: IntercomRequest) => IDataObject,
	request: Partial<IntercomRequest> = {},
	options = {},
): Promise<Reading> {
	const requests: IntercomRequest[] = [];
	const records: IDataObject[] = [];
	const send = async (next: IntercomRequest) => {
		requests.push(next);
		if (requests.length > 1_000) throw new Error('The list does not end');
		return answer(next);
	};
	const first: IntercomRequest = { method: 'GET', path: '/things', repeatable: true, ...request };
	for await (const page of readPages(send, first, options)) records.push(...page.records);
	return { records, requests };
}

const all = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index) }));

type Paging = 'body cursor' | 'cursor' | 'next cursor' | 'numbers' | 'scroll' | 'total' | 'url';

/** A list of Intercom's with one of its ways to page (intercom-api.md §5). */
function list(paging: Paging, count: number, size: number) {
	return (request: IntercomRequest): IDataObject => {
		const query = request.query ?? {};
		const body = (request.body ?? {}) as IDataObject;
		const cursor =
			paging === 'body cursor'
				? (body.pagination as IDataObject)?.starting_after
				: query.starting_after;
		const position = Number(cursor ?? query.scroll_param ?? query.cursor ?? 0);
		const start = ['numbers', 'total', 'url'].includes(paging)
			? (Number(query.page ?? 1) - 1) * size
			: position;
		const data = all(count).slice(start, start + size);
		const end = start + data.length;
		const more = end < count;
		const page = Math.floor(start / size) + 1;
		const total = Math.ceil(count / size);
		const counted = { type: 'pages', page, per_page: size, total_pages: total };
		switch (paging) {
			case 'cursor':
			case 'body cursor':
				return {
					type: 'list',
					data,
					pages: {
						...counted,
						next: more ? { page: page + 1, starting_after: String(end) } : null,
					},
				};
			case 'numbers':
				return { type: 'list', data, pages: { ...counted, next: null } };
			case 'url': {
				const next = `https://elsewhere.example.com/things?page=${page + 1}&per_page=${size}`;
				return { type: 'list', data, pages: { ...counted, next: more ? next : null } };
			}
			case 'total':
				return { type: 'list', data, total_count: count };
			case 'scroll':
				return { type: 'list', data, scroll_param: String(end) };
			case 'next cursor':
				return { type: 'list', data, has_more: more, ...(more && { next_cursor: String(end) }) };
		}
	};
}

const pagings: Paging[] = [
	'body cursor',
	'cursor',
	'next cursor',
	'numbers',
	'scroll',
	'total',
	'url',
];

describe('Reading lists', () => {
	it('gives each record once and in order, however Intercom pages', async () => {
		const property = fc.asyncProperty(
			fc.constantFrom(...pagings),
			fc.integer({ min: 0, max: 120 }),
			fc.integer({ min: 1, max: 30 }),
			fc.constantFrom(0, 40, Infinity),
			async (paging, count, size, readAhead) => {
				const options = { ...(paging === 'body cursor' && { pagingIn: 'body' }), readAhead };
				const { records, requests } = await read(list(paging, count, size), {}, options);
				expect(records).toEqual(all(count));
				expect(requests.length).toBeLessThanOrEqual(Math.max(1, Math.ceil(count / size)) + 1);
			},
		);
		await fc.assert(property, { numRuns: 300 });
	});

	it('keeps what the first request asked for', async () => {
		const request = { query: { per_page: 10, role: 'user' } };
		const { requests } = await read(list('url', 30, 10), request);
		expect(requests.map(({ query }) => query)).toEqual([
			{ per_page: 10, role: 'user' },
			{ per_page: '10', role: 'user', page: '2' },
			{ per_page: '10', role: 'user', page: '3' },
		]);
	});

	it('never leaves the host: of a next address only the query counts', async () => {
		const { requests } = await read(list('url', 30, 10));
		expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(['/things']));
	});

	it('n8n built-in node: an answer without pages is the whole list', async () => {
		expect((await read(() => ({ data: [{ id: 1 }] }))).requests).toHaveLength(1);
	});

	it('marks every request so that a response without the list is a fault', async () => {
		const { requests } = await read(list('cursor', 30, 10), {}, { key: 'data' });
		expect(requests.map(({ expects }) => expects)).toEqual(Array(3).fill({ list: 'data' }));
	});
});

describe('Lists that repeat themselves', () => {
	const page = (ids: unknown[], next?: string): IDataObject => ({
		data: ids.map((id) => ({ id })),
		pages: { next: next === undefined ? null : { starting_after: next } },
	});

	/** The error of a list that gives these pages by cursor, and what was read before it. */
	async function failure(pages: Record<string, IDataObject>): Promise<unknown[]> {
		const records: unknown[] = [];
		const send = async ({ query }: IntercomRequest) =>
			await Promise.resolve(pages[String(query?.starting_after ?? '')]);
		const request: IntercomRequest = { method: 'GET', path: '/things', repeatable: true };
		try {
			for await (const { records: found } of readPages(send, request))
				records.push(...found.map(({ id }) => id));
		} catch (error) {
			if (error instanceof RepeatedPagesError) return [...records, error.message];
			throw error;
		}
		return records;
	}

	it('Airbyte #58638: a cursor that was there before ends with an error that counts the records', async () => {
		const message = "Intercom's list repeats itself after 4 records";
		expect(await failure({ '': page([1, 2], 'a'), a: page([3, 4], 'a') })).toEqual([
			1,
			2,
			3,
			4,
			message,
		]);
	});

	it('a circle of cursors ends with an error', async () => {
		const pages = { '': page([1], 'a'), a: page([2], 'b'), b: page([3], 'a') };
		expect(await failure(pages)).toEqual([
			1,
			2,
			3,
			"Intercom's list repeats itself after 3 records",
		]);
	});

	it('a page that begins like an earlier one ends with an error, whatever its cursor', async () => {
		const pages = { '': page([1, 2], 'a'), a: page([3, 4], 'b'), b: page([1, 2], 'c') };
		expect(await failure(pages)).toEqual([
			1,
			2,
			3,
			4,
			"Intercom's list repeats itself after 4 records",
		]);
	});

	it('an empty page with a new cursor is followed', async () => {
		const pages = { '': page([1], 'a'), a: page([], 'b'), b: page([], 'c'), c: page([2]) };
		expect(await failure(pages)).toEqual([1, 2]);
	});

	it('empty pages without end end with an error', async () => {
		let cursor = 0;
		const endless = () => page([], String((cursor += 1)));
		await expect(read(endless)).rejects.toThrow("Intercom's list repeats itself after 0 records");
		expect(cursor).toBe(101);
	});

	it('a server that ignores the page number ends with an error, not with a part of the list', async () => {
		const pages = { page: 1, per_page: 2, total_pages: 3 };
		const sameAgain = () => ({ data: [{ id: 1 }, { id: 2 }], pages: { ...pages } });
		await expect(read(sameAgain)).rejects.toThrow('after 2 records');
		const counted = () => ({ data: [{ id: 1 }, { id: 2 }], total_count: 6 });
		await expect(read(counted)).rejects.toThrow('after 2 records');
	});
});

describe('Lists with numbered pages that grow while they are read', () => {
	/** A list, newest first, to which records are added before some of its pages are read. */
	function growing(size: number, count: number, added: number[], total: 'pages' | 'count') {
		const ids = Array.from({ length: count }, (_, index) => index);
		let requests = 0;
		return ({ query }: IntercomRequest): IDataObject => {
			const more = requests === 0 ? 0 : (added[requests - 1] ?? 0);
			for (let one = 0; one < more; one += 1) ids.unshift(ids.length);
			requests += 1;
			const page = Number(query?.page ?? 1);
			const data = ids.slice((page - 1) * size, page * size).map((id) => ({ id }));
			const pages = { page, per_page: size, total_pages: Math.ceil(ids.length / size) };
			return total === 'pages' ? { data, pages } : { data, total_count: ids.length };
		};
	}

	it('gives every record that was there from the beginning, each once', async () => {
		const property = fc.asyncProperty(
			fc.integer({ min: 1, max: 10 }),
			fc.integer({ min: 1, max: 60 }),
			fc.array(fc.nat(12), { maxLength: 20 }),
			fc.constantFrom('pages' as const, 'count' as const),
			async (size, count, added, total) => {
				const { records } = await read(growing(size, count, added, total));
				const ids = records.map(({ id }) => Number(id));
				expect(new Set(ids).size).toBe(ids.length);
				expect(ids.filter((id) => id < count).sort((a, b) => a - b)).toEqual(
					Array.from({ length: count }, (_, index) => index),
				);
			},
		);
		await fc.assert(property, { numRuns: 300 });
	});
});

describe('Asking for pages ahead', () => {
	/** Reads pages with a pause at each one; gives how many requests had been sent at each. */
	async function sentAtEachPage(readAhead: number | undefined, pages: number): Promise<number[]> {
		let sent = 0;
		const answer = list('cursor', 100, 10);
		const send = async (request: IntercomRequest) => {
			sent += 1;
			return await Promise.resolve(answer(request));
		};
		const first: IntercomRequest = { method: 'GET', path: '/things', repeatable: true };
		const counts: number[] = [];
		for await (const _page of readPages(send, first, { readAhead })) {
			await new Promise((resolve) => setImmediate(resolve));
			counts.push(sent);
			if (counts.length === pages) break;
		}
		return counts;
	}

	it.each<[string, number | undefined, number, number[]]>([
		['one page, and no more', Infinity, 4, [2, 3, 4, 5]],
		['not at all unless told so', undefined, 3, [1, 2, 3]],
		['only as long as records are missing', 25, 3, [2, 3, 3]],
		['nothing for a page that is enough', 10, 1, [1]],
		['nothing after the last page', Infinity, 10, [2, 3, 4, 5, 6, 7, 8, 9, 10, 10]],
	])('%s', async (_name, readAhead, pages, sent) => {
		expect(await sentAtEachPage(readAhead, pages)).toEqual(sent);
	});

	it('reports a failure when its page is due, and only to a reader who gets there', async () => {
		const failing = async (request: IntercomRequest): Promise<IDataObject> => {
			if (request.query?.starting_after !== undefined) throw new Error('Page 2 is broken');
			return await Promise.resolve(list('cursor', 30, 10)(request));
		};
		const first: IntercomRequest = { method: 'GET', path: '/things', repeatable: true };
		const pages = readPages(failing, first, { readAhead: Infinity });
		expect((await pages.next()).value?.records).toHaveLength(10);
		await expect(pages.next()).rejects.toThrow('Page 2 is broken');

		const unhandled: unknown[] = [];
		const note = (reason: unknown) => unhandled.push(reason);
		process.on('unhandledRejection', note);
		const left = readPages(failing, first, { readAhead: Infinity });
		await left.next();
		await left.return();
		await new Promise((resolve) => setTimeout(resolve, 10));
		process.off('unhandledRejection', note);
		expect(unhandled).toEqual([]);
	});
});

describe('Finding the records of an answer', () => {
	it.each([
		['data', { type: 'list', data: [{ id: 1 }] }],
		['PD #13702: another key', { type: 'conversation.list', conversations: [{ id: 1 }] }],
		['nested', { type: 'list', data: { articles: [{ id: 1 }], highlights: {} } }],
		['a list itself', [{ id: 1 }]],
		['one bare record', { type: 'company', id: 1 }],
	])('%s', (_name, body) => {
		const [record] = recordsIn(body);
		expect(record).toMatchObject({ id: 1 });
	});

	it('an empty list has none', () => {
		expect(recordsIn({ type: 'list', data: [] })).toEqual([]);
		expect(recordsIn({ type: 'list', pages: {} }, 'data')).toEqual([]);
	});
});
