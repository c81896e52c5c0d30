import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { RecordedRequest } from '../../dev/emulator';
import { seedContacts } from '../../dev/emulator/seed/contacts';
import { Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun, type RunNodeOptions } from '../support/engine';

let emulator: CheckedEmulator;

beforeEach(async () => {
	emulator = await startCheckedEmulator({
		contacts: 0,
		settings: { rateLimit: { limit: null }, timezone: 'America/Sao_Paulo' },
	});
});

afterEach(async () => {
	await emulator.close();
});

const start = Date.UTC(2018, 9, 28) / 1000;
const parallel = { readInParallel: true };

async function readAll(
	resource: string,
	parameters: Record<string, unknown>,
	options: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	return await runNode({
		parameters: { resource, operation: 'getAll', returnAll: true, output: 'raw', ...parameters },
		credentials: emulator.credentials(),
		...options,
	});
}

/** The requests since the last call, without those of the session itself. */
function takeRequests(): RecordedRequest[] {
	return emulator.requests.splice(0).filter(({ path }) => path !== '/me');
}

function paths(requests: RecordedRequest[]): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { path } of requests) counts[path] = (counts[path] ?? 0) + 1;
	return counts;
}

/** How many requests were under way at once, at most. */
function mostAtOnce(requests: RecordedRequest[]): number {
	return Math.max(
		...requests.map(
			({ startedAt }) =>
				requests.filter(
					(other) => other.startedAt <= startedAt && Number(other.endedAt) > startedAt,
				).length,
		),
	);
}

function expectEachOnce({ json, error }: NodeRun, ids: Iterable<string>): void {
	expect(error).toBeUndefined();
	const all = [...ids].sort();
	expect(json.map(({ id }) => String(id)).sort()).toEqual(all);
}

/** Contacts of two months around a change of the clocks, and many of one day. */
function seedTwoMonths(): void {
	seedContacts(emulator.state, 3_000, { createdAt: start, stepSeconds: 1_789 });
	seedContacts(emulator.state, 1_200, { createdAt: start + 8 * 86_400, stepSeconds: 20 });
}

describe('Return All', () => {
	it('asks for no page too many, nor for any record twice', async () => {
		seedContacts(emulator.state, 500);
		expectEachOnce(await readAll('contact', {}), emulator.state.contacts.keys());
		expect(takeRequests()).toHaveLength(4);
		expect((await readAll('contact', { returnAll: false, limit: 160 })).json).toHaveLength(160);
		expect(takeRequests()).toHaveLength(2);
		expect((await readAll('contact', { returnAll: false, limit: 150 })).json).toHaveLength(150);
		expect(takeRequests()).toHaveLength(1);
		emulator.assertClean();
	});

	it('shapes the records of each page', async () => {
		seedContacts(emulator.state, 400);
		const { json, items } = await readAll('contact', {
			output: 'selected',
			selectedFields: 'id, location.country',
		});
		expect(json).toHaveLength(400);
		expect(json.every((record) => Object.keys(record).join() === 'id,location.country')).toBe(true);
		expect(items[399].pairedItem).toEqual({ item: 0 });
	});

	it('reads contacts in parts where the user wants it, whole days of the workspace each', async () => {
		seedTwoMonths();
		emulator.settings.latencyMilliseconds = 5;
		const pageOptions = { ...parallel, pageSize: 50 };
		const run = await readAll('contact', { pageOptions });
		expectEachOnce(run, emulator.state.contacts.keys());
		const requests = takeRequests();
		expect(paths(requests)['/contacts']).toBe(1);
		expect(requests.length).toBeLessThan(4_200 / 50 + 60);
		expect(mostAtOnce(requests)).toBeGreaterThan(4);
		const times = run.json.map((contact) => Number(contact.created_at));
		expect(times).toEqual([...times].sort((a, b) => b - a));
		emulator.assertClean();
	});

	it('reads contacts page by page unless told otherwise', async () => {
		seedTwoMonths();
		expectEachOnce(await readAll('contact', {}), emulator.state.contacts.keys());
		expect(paths(takeRequests())).toEqual({ '/contacts': 28 });
	});

	it('misses no contact that the search does not know yet', async () => {
		seedTwoMonths();
		emulator.settings.searchLagMilliseconds = 600_000;
		const workspace = new Workspace(emulator);
		for (let count = 0; count < 5; count += 1) await workspace.user();
		takeRequests();
		const run = await readAll('contact', { pageOptions: { ...parallel, pageSize: 100 } });
		expectEachOnce(run, emulator.state.contacts.keys());
		expect(paths(takeRequests())['/contacts/search']).toBeGreaterThan(40);
	});

	it('reads on alone where the token may not ask for the workspace', async () => {
		seedTwoMonths();
		emulator.failNext({ kind: 'status', match: 'GET /me', status: 403 });
		const run = await readAll('contact', { pageOptions: parallel });
		expectEachOnce(run, emulator.state.contacts.keys());
		expect(paths(takeRequests())).toEqual({ '/contacts': 28 });
	});

	it('stops within a second when the execution is cancelled', async () => {
		seedTwoMonths();
		emulator.settings.latencyMilliseconds = 100;
		const pageOptions = { ...parallel, pageSize: 10 };
		const { status } = await readAll('contact', { pageOptions }, { abortAfterMilliseconds: 2_000 });
		expect(status).toBe('canceled');
		const sent = takeRequests().length;
		expect(sent).toBeGreaterThan(8);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(takeRequests()).toEqual([]);
	});

	it('fails as a whole when a part fails for good', async () => {
		seedTwoMonths();
		emulator.failNext({ kind: 'status', match: '/contacts/search', status: 400 });
		const { error, json } = await readAll('contact', {
			pageOptions: { ...parallel, pageSize: 20 },
		});
		expect(error?.httpCode).toBe('400');
		expect(json).toEqual([]);
	});
});

describe('Return All of a search', () => {
	const formula = { operation: 'search', filterBy: 'formula', formula: "role = 'user'" };

	it('reads large results in parts, small ones not', async () => {
		seedTwoMonths();
		seedContacts(emulator.state, 30, { role: 'lead', createdAt: start });
		const users = [...emulator.state.contacts.values()].filter(({ role }) => role === 'user');
		const ids = users.map(({ id }) => id);
		const pageOptions = { pageSize: 50 };
		expectEachOnce(await readAll('contact', { ...formula, pageOptions }), ids);
		expect(takeRequests().length).toBeGreaterThan(4_200 / 50);
		expectEachOnce(
			await readAll('contact', {
				...formula,
				pageOptions: { ...pageOptions, readInParallel: false },
			}),
			ids,
		);
		expect(takeRequests()).toHaveLength(4_200 / 50);
		expect((await readAll('contact', { ...formula, formula: "role = 'lead'" })).json).toHaveLength(
			30,
		);
		expect(takeRequests()).toHaveLength(1);
		emulator.assertClean();
	});

	it('reads no parts where many items run side by side anyway', async () => {
		seedTwoMonths();
		const items = Array.from({ length: 8 }, (_, index) => ({ index }));
		const { json } = await readAll('contact', formula, { items });
		expect(json).toHaveLength(8 * 4_200);
		expect(takeRequests()).toHaveLength(8 * (4_200 / 150));
	});

	it('drops in every part what was not asked for', async () => {
		seedTwoMonths();
		const from = start + 20 * 86_400 + 12_345;
		const wanted = [...emulator.state.contacts.values()].filter((one) => one.created_at > from);
		const run = await readAll('contact', {
			...formula,
			formula: `created_at > ${from}`,
			pageOptions: { pageSize: 20 },
		});
		expectEachOnce(
			run,
			wanted.map(({ id }) => id),
		);
	});

	it('keeps the order that the user asked for', async () => {
		seedTwoMonths();
		const sorted = async (field: string) => {
			const sort = { rule: { field, order: 'ascending' } };
			return (await readAll('contact', { ...formula, sort, pageOptions: { pageSize: 50 } })).json;
		};
		const created = (await sorted('created_at')).map((contact) => Number(contact.created_at));
		expect(created).toEqual([...created].sort((a, b) => a - b));
		expect(created).toHaveLength(4_200);
		const names = (await sorted('name')).map(({ name }) => String(name));
		expect(names).toEqual([...names].sort());
		expect(names).toHaveLength(4_200);
	});
});

describe('Return All of conversations and tickets', () => {
	/** Copies of the only record there is, created every 40 minutes, every third one in the same second. */
	function copy(kind: 'conversations' | 'tickets', count: number): string[] {
		const records = emulator.state[kind] as Map<string, { id: string; created_at: number }>;
		const [[, original]] = records;
		const ids = Array.from({ length: count }, (_, index) => String(50_000 + index));
		ids.forEach((id, index) =>
			records.set(id, {
				...original,
				id,
				created_at: start + (index - (index % 3 === 2 ? 1 : 0)) * 2_400,
			}),
		);
		return [original.id, ...ids];
	}

	it('conversations: listed page by page, or in parts to the second', async () => {
		const workspace = new Workspace(emulator);
		const from = { type: 'user', id: await workspace.user() };
		await workspace.send('POST', '/conversations', { from, body: 'Where is my order?' });
		const ids = copy('conversations', 1_000);
		takeRequests();
		expectEachOnce(await readAll('conversation', {}), ids);
		expect(paths(takeRequests())).toEqual({ '/conversations': 7 });
		const pageOptions = { ...parallel, pageSize: 20 };
		expectEachOnce(await readAll('conversation', { pageOptions }), ids);
		const requests = paths(takeRequests());
		expect(requests['/conversations']).toBe(1);
		expect(requests['/conversations/search']).toBeGreaterThan(50);
		emulator.assertClean();
	});

	it('tickets: searched in parts', async () => {
		const workspace = new Workspace(emulator);
		const [type] = emulator.state.ticketTypes.keys();
		const contact = await workspace.user();
		await workspace.send('POST', '/tickets', { ticket_type_id: type, contacts: [{ id: contact }] });
		const ids = copy('tickets', 700);
		takeRequests();
		const run = await readAll('ticket', {
			operation: 'search',
			filterBy: 'formula',
			formula: "created_at > '2015-01-01' AND (open = true OR open = false)",
			pageOptions: { pageSize: 20 },
		});
		expectEachOnce(run, ids);
		// One piece would take 36.
		expect(takeRequests().length).toBeGreaterThan(45);
		emulator.assertClean();
	});
});
