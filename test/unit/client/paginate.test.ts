import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

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

	it('Airbyte #58638: ends when the answers repeat, whatever repeats', async () => {
		const sameCursor = (): IDataObject => ({
			data: [{ id: Math.random() }],
			pages: { next: { starting_after: 'same' } },
		});
		expect((await read(sameCursor)).requests).toHaveLength(2);
		let cursor = 0;
		const sameRecords = (): IDataObject => {
			cursor += 1;
			return { data: [{ id: 1 }, { id: 2 }], pages: { next: { starting_after: String(cursor) } } };
		};
		expect((await read(sameRecords)).records).toEqual([{ id: 1 }, { id: 2 }]);
		const emptyPage = (): IDataObject => ({ data: [], pages: { next: { starting_after: 'x' } } });
		expect((await read(emptyPage)).requests).toHaveLength(1);
	});

	it('n8n built-in node: an answer without pages is the whole list', async () => {
		expect((await read(() => ({ data: [{ id: 1 }] }))).requests).toHaveLength(1);
		expect((await read(() => ({}))).records).toEqual([]);
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
