import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { seedCompanies, seedContacts } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun, type RunNodeOptions } from '../support/engine';

let emulator: CheckedEmulator;

const companies = 1_000;

beforeAll(async () => {
	// A scroll that broke off stays open until it expires; a second instead of a minute.
	const settings = { rateLimit: { limit: null }, scrollExpiryMilliseconds: 1_000 };
	emulator = await startCheckedEmulator({ settings });
	seedContacts(emulator.state, 500);
	seedCompanies(emulator.state, companies);
});

afterEach(() => {
	emulator.state.companyScroll = null;
	emulator.settings.scrollBreaksAfterPages = null;
	emulator.requests.length = 0;
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function scroll(options: Partial<RunNodeOptions> = {}): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'company',
			operation: 'getAll',
			method: 'scroll',
			returnAll: true,
			output: 'selected',
			selectedFields: 'id',
		},
		credentials: emulator.credentials(),
		...options,
	});
}

/** A page that the emulator answers once instead of its own. */
function answerNext(body: object, match = '^GET /companies/scroll$') {
	emulator.failNext({ kind: 'status', status: 200, body, match });
}

const scrollExists = {
	kind: 'status',
	status: 400,
	match: '^GET /companies/scroll$',
	body: {
		type: 'error.list',
		errors: [{ code: 'scroll_exists', message: 'scroll already exists for this workspace' }],
	},
} as const;

const ids = ({ json }: NodeRun) => json.map(({ id }) => String(id));

/** Injects a fault when so many requests have come. */
function afterRequests(count: number, inject: () => void) {
	let seen = 0;
	const stop = emulator.onExchange(() => {
		seen += 1;
		if (seen !== count) return;
		stop();
		inject();
	});
}

describe('A scroll over all companies', () => {
	it('never asks for the same page twice: a lost answer would lose its companies', async () => {
		afterRequests(4, () =>
			emulator.failNext({ kind: 'resetAfter', match: '^GET /companies/scroll$' }),
		);
		const run = await scroll();
		expect(new Set(ids(run)).size).toBe(companies);
		expect(run.json).toHaveLength(companies);
	});

	it('waits until a scroll that somebody else left open has expired', async () => {
		const headers = { authorization: `Bearer ${emulator.token}` };
		await (await fetch(`${emulator.url}/companies/scroll`, { headers })).json();
		const run = await scroll();
		expect(run.json).toHaveLength(companies);
		expect(emulator.requests.filter(({ status }) => status === 400).length).toBeGreaterThan(0);
	});

	it('takes turns with another execution of the same app', async () => {
		const runs = await Promise.all([scroll(), scroll()]);
		for (const run of runs) expect(run.json).toHaveLength(companies);
		expect(emulator.requests.every(({ status }) => status === 200)).toBe(true);
	});

	it('gives up the turn when the limit is reached, and when the execution is cancelled', async () => {
		const few = {
			resource: 'company',
			operation: 'getAll',
			method: 'scroll',
			returnAll: false,
			limit: 3,
		};
		expect((await scroll({ parameters: few })).json).toHaveLength(3);
		emulator.state.companyScroll = null;
		emulator.settings.latencyMilliseconds = 50;
		const stopped = await scroll({ abortAfterMilliseconds: 200 });
		emulator.settings.latencyMilliseconds = 0;
		expect(stopped.status).toBe('canceled');
		emulator.state.companyScroll = null;
		expect((await scroll()).json).toHaveLength(companies);
	});

	const again = (total_count: number | null) => ({
		type: 'list',
		data: [{ type: 'company', id: 'a' }],
		pages: null,
		total_count,
		scroll_param: 'again',
	});

	it('Airbyte #58638: ends when a second scroll gives no more companies either', async () => {
		for (let pages = 0; pages < 4; pages += 1) answerNext(again(null));
		const run = await scroll();
		expect(ids(run)).toEqual(['a']);
		expect(emulator.requests).toHaveLength(4);
	});

	it('is no complete list when companies come again and others are missing', async () => {
		for (let pages = 0; pages < 8; pages += 1) answerNext(again(2));
		const run = await scroll();
		expect(run.error?.description).toContain('Intercom sent the same companies again');
		expect(run.items).toEqual([]);
	});

	it('Airbyte #9339: takes a 404 for the end when a second scroll brings nothing new', async () => {
		const page = (id: string) => ({
			type: 'list',
			data: [{ type: 'company', id }],
			pages: null,
			total_count: null,
			scroll_param: 'first',
		});
		const gone = {
			kind: 'status',
			status: 404,
			match: '^GET /companies/scroll$',
			body: {
				type: 'error.list',
				errors: [{ code: 'not_found', message: 'scroll parameter not found' }],
			},
		} as const;
		for (let round = 0; round < 2; round += 1) {
			answerNext(page('a'));
			answerNext(page('b'));
			emulator.failNext(gone);
		}
		const run = await scroll();
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(['a', 'b']);
	});

	it('gives up after breaks that bring nothing new, and says so', async () => {
		emulator.settings.scrollBreaksAfterPages = 2;
		const run = await scroll();
		expect(run.error?.message).toContain(
			'Intercom broke off the scroll over the companies 3 times',
		);
		expect(run.error?.description).toContain('Nothing was changed.');
	});

	it('of 25,000 survives a 500 and a busy scroll, and gives every company once', async () => {
		seedCompanies(emulator.state, 25_000 - companies);
		emulator.failNext(scrollExists);
		afterRequests(120, () =>
			emulator.failNext({ kind: 'status', status: 500, match: '^GET /companies/scroll$' }),
		);
		const run = await scroll();
		expect(run.error).toBeUndefined();
		expect(run.json).toHaveLength(25_000);
		expect(new Set(ids(run))).toEqual(new Set(emulator.state.companies.keys()));
		const statuses = emulator.requests.map(({ status }) => status);
		expect(statuses.filter((status) => status === 500)).toHaveLength(1);
		expect(statuses.filter((status) => status === 400).length).toBeGreaterThanOrEqual(1);
	});
});
