import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../../nodes/Intercom/client/client';
import { readInParts, type Listing } from '../../../nodes/Intercom/client/split';
import type { ListRequest } from '../../../nodes/Intercom/engine/operation';
import { creationParts } from '../../../nodes/Intercom/search/creation-parts';
import type { SearchTable } from '../../../nodes/Intercom/search/table';
import { localDate, timezones } from './support/calendar';
import { measure, type Semantics } from './support/intercom';
import { PretendedWorkspace, type Created } from './support/workspace';

const day = 86_400;

function clientOf(app: IDataObject | undefined): IntercomClient {
	const me = async () => {
		if (app === undefined) throw new Error('The token may not ask for this');
		return await Promise.resolve({ app });
	};
	return { me } as unknown as IntercomClient;
}

function listingOf({ method, path, body, list }: ListRequest): Listing {
	const { key, pagingIn } = list;
	return { request: { method, path, body, repeatable: true }, options: { key, pagingIn } };
}

const list: ListRequest = { method: 'GET', path: '/things', list: { key: 'data' } };

function searchFor(query: IDataObject, sort?: IDataObject): ListRequest {
	const body = sort === undefined ? { query } : { query, sort };
	return { method: 'POST', path: '/things/search', body, list: { key: 'data', pagingIn: 'body' } };
}

/** Reads everything as the engine does, in parts. */
async function readAll(
	workspace: PretendedWorkspace,
	dates: SearchTable['dates'],
	app: IDataObject | undefined,
	request: ListRequest = list,
): Promise<Created[]> {
	const parts = creationParts('/things/search', dates, { byDefault: true });
	const records: Created[] = [];
	const pages = readInParts(workspace.send, listingOf(request), async () => {
		const partition = await parts.of(request, clientOf(app));
		if (partition === undefined) return undefined;
		const { requestFor } = partition;
		return { ...partition, requestFor: (span) => listingOf(requestFor(span)) };
	});
	for await (const page of pages) records.push(...(page.records as Created[]));
	return records;
}

function semanticsOf(dates: SearchTable['dates'], zone: string, inclusive: boolean): Semantics {
	return {
		dayTimezone: dates === 'calendarDay' ? zone : undefined,
		inclusive: dates === 'instant' && inclusive,
		negativesFindUnset: true,
		isDate: (field) => field === 'created_at',
	};
}

const byId = (a: Created, b: Created) => Number(a.id) - Number(b.id);

/** Days on which clocks change somewhere, a day that Samoa skipped, and plain ones. */
const momentsOfDay = [
	Date.UTC(2011, 11, 30),
	Date.UTC(2015, 9, 18),
	Date.UTC(2018, 1, 18),
	Date.UTC(2023, 2, 26),
	Date.UTC(2024, 2, 10),
	Date.UTC(2024, 6, 1),
].map((milliseconds) => milliseconds / 1000);

const moment = fc.oneof(
	// Anything between the first workspaces and now.
	fc.integer({ min: Date.UTC(2011, 5) / 1000, max: Date.UTC(2026, 5) / 1000 }),
	// Days' borders in any zone, and the seconds beside them.
	fc
		.tuple(
			fc.constantFrom(...momentsOfDay),
			fc.integer({ min: -60, max: 60 }),
			fc.integer({ min: -1, max: 1 }),
		)
		.map(([start, halfHours, offset]) => start + halfHours * 1800 + offset),
	// Imported: older than Intercom, or from the future.
	fc.constantFrom(Date.UTC(1999, 0) / 1000, Date.UTC(2010, 11, 31) / 1000, 4_102_444_800),
);
// Many records of the same moment, as an import leaves them.
const moments = fc
	.array(fc.tuple(moment, fc.constantFrom(1, 1, 1, 2, 40)), { maxLength: 60 })
	.map((groups) => groups.flatMap(([time, count]) => Array<number>(count).fill(time)));
const records = moments.map((times) =>
	times.map((time, index): Created => ({
		id: String(index),
		created_at: time,
		role: index % 3 === 0 ? 'lead' : 'user',
	})),
);
const dates = fc.constantFrom<SearchTable['dates']>('calendarDay', 'instant');
const zone = fc.constantFrom(...timezones);
const pageSize = fc.integer({ min: 1, max: 5 });

describe('Reading a list in parts of creation time', () => {
	it('gives each record once, newest first, and finds all of them in the parts', async () => {
		let cut = 0;
		const property = fc.asyncProperty(
			fc.record({ records, dates, zone, pageSize, inclusive: fc.boolean() }),
			async (given) => {
				const semantics = semanticsOf(given.dates, given.zone, given.inclusive);
				const workspace = new PretendedWorkspace({ ...given, semantics });
				const read = await readAll(workspace, given.dates, { timezone: given.zone });
				const times = read.map((record) => record.created_at);
				expect([...read].sort(byId)).toEqual(given.records);
				expect(times).toEqual([...times].sort((a, b) => b - a));
				const isCut = workspace.requests.some(({ method }) => method === 'POST');
				cut += Number(isCut);
				// A gap would have been closed by reading the list itself.
				if (isCut) expect(workspace.listRequests).toHaveLength(1);
			},
		);
		await fc.assert(property, { numRuns: 150 });
		expect(cut).toBeGreaterThan(20);
	});

	it('gives each record once where the search lags behind or its days are other ones', async () => {
		const property = fc.asyncProperty(
			fc.record({
				records,
				dates,
				zone,
				believed: zone,
				pageSize,
				oldestFirst: fc.boolean(),
				missing: fc.integer({ min: 2, max: 9 }),
			}),
			async ({ believed, missing, ...given }) => {
				const semantics = semanticsOf(given.dates, given.zone, false);
				const isIndexed = ({ id }: Created) => Number(id) % missing !== 0;
				const workspace = new PretendedWorkspace({ ...given, semantics, isIndexed });
				const read = await readAll(workspace, given.dates, { timezone: believed });
				expect([...read].sort(byId)).toEqual(given.records);
			},
		);
		await fc.assert(property, { numRuns: 100 });
	});

	it("cuts the user's own search, within Intercom's limits", async () => {
		const role: IDataObject = { field: 'role', operator: '=', value: 'user' };
		const others = Array.from({ length: 14 }, (_, index) => ({ ...role, value: `other ${index}` }));
		const group = (operator: string, value: IDataObject[]): IDataObject => ({ operator, value });
		const queries = [
			role,
			group('AND', [role, { ...role, operator: '!=', value: 'lead' }]),
			group('OR', [role, ...others]),
			group('AND', [group('OR', [role, ...others]), group('OR', [role, others[0]])]),
			group('OR', [group('AND', [role, { ...role, operator: '!=', value: 'x' }]), role]),
		];
		const stored = Array.from({ length: 200 }, (_, index) => ({
			id: String(index),
			created_at: Date.UTC(2024, 0) / 1000 + index * 7 * 3600,
			role: index % 3 === 0 ? 'lead' : 'user',
		}));
		const semantics = semanticsOf('calendarDay', 'Europe/Dublin', false);
		const users = stored.filter((record) => record.role === 'user');
		for (const query of queries) {
			const workspace = new PretendedWorkspace({ records: stored, pageSize: 3, semantics });
			const app = { timezone: 'Europe/Dublin' };
			const read = await readAll(workspace, 'calendarDay', app, searchFor(query));
			expect([...read].sort(byId)).toEqual(users);
			const sent = workspace.requests.map(({ body }) => (body as IDataObject).query as IDataObject);
			const asPart = sent.filter((one) => JSON.stringify(one).includes('created_at'));
			expect(asPart.length).toBeGreaterThan(20);
			for (const one of asPart) {
				const { levels, largest, mixed } = measure(one);
				expect({ fits: levels <= 2 && largest <= 15, mixed }).toEqual({ fits: true, mixed: false });
			}
		}
	});

	it('leaves a search in one piece whose filter has no room for more', async () => {
		const role: IDataObject = { field: 'role', operator: '=', value: 'user' };
		const wide = (_: unknown, outer: number): IDataObject => ({
			operator: 'AND',
			value: Array.from({ length: 15 }, (__, index) => ({ ...role, value: `${outer} ${index}` })),
		});
		const query = { operator: 'OR', value: Array.from({ length: 15 }, wide) };
		const parts = creationParts('/things/search', 'instant', { byDefault: true });
		expect(await parts.of(searchFor(query), clientOf({ timezone: 'UTC' }))).toBeUndefined();
	});

	it.each([
		['ascending', [0, 1, 2]],
		['descending', [199, 198, 197]],
	])('keeps the order of creation: %s', async (order, first) => {
		const stored = Array.from({ length: 200 }, (_, index) => ({
			id: String(index),
			created_at: Date.UTC(2024, 0) / 1000 + index * day,
			role: 'user',
		}));
		const semantics = semanticsOf('instant', 'UTC', true);
		const workspace = new PretendedWorkspace({ records: stored, pageSize: 2, semantics });
		const request = searchFor(
			{ field: 'role', operator: '=', value: 'user' },
			{ field: 'created_at', order },
		);
		const read = await readAll(workspace, 'instant', { timezone: 'UTC' }, request);
		expect(read.slice(0, 3).map(({ id }) => Number(id))).toEqual(first);
		expect(new Set(read.map(({ id }) => id)).size).toBe(200);
		expect(read).toHaveLength(200);
	});

	it('leaves lists in one piece that are sorted otherwise, or whose days are not known', async () => {
		const parts = creationParts('/things/search', 'calendarDay', { byDefault: true });
		const query = { field: 'role', operator: '=', value: 'user' };
		const byName = searchFor(query, { field: 'name', order: 'ascending' });
		expect(await parts.of(byName, clientOf({ timezone: 'UTC' }))).toBeUndefined();
		expect(await parts.of(list, clientOf({ timezone: 'Nowhere/Else' }))).toBeUndefined();
		expect(await parts.of(list, clientOf(undefined))).toBeUndefined();
		const bySecond = creationParts('/things/search', 'instant', { byDefault: true });
		expect(await bySecond.of(list, clientOf(undefined))).toBeDefined();
	});

	it('begins the parts at midnights of the workspace', async () => {
		const parts = creationParts('/things/search', 'calendarDay', { byDefault: true });
		for (const timezone of timezones) {
			const partition = await parts.of(list, clientOf({ timezone, created_at: 1_700_000_000 }));
			const spans = partition?.cut({ start: -Infinity, end: Infinity }, 16) ?? [];
			expect(spans).toHaveLength(16);
			for (const { start } of spans.slice(0, -1))
				expect(localDate(start - 1, timezone) < localDate(start, timezone)).toBe(true);
		}
	});
});
