import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { HostedTrigger } from '../support/trigger';

let emulator: CheckedEmulator;
let workspace: Workspace;
let workflows = 0;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

/** Lets time pass for Intercom; n8n's clock does not matter. */
function pass(seconds: number): void {
	emulator.settings.clockSkewMilliseconds += seconds * 1000;
}

function trigger(parameters: Record<string, unknown>, workflowId?: string): HostedTrigger {
	workflows += 1;
	return new HostedTrigger({
		className: 'IntercomPollingTrigger',
		parameters,
		credentials: emulator.credentials(),
		workflowId: workflowId ?? `workflow-${workflows}`,
	});
}

/** A trigger that has been activated: its first poll starts the watch and finds nothing. */
async function activate(parameters: Record<string, unknown>): Promise<HostedTrigger> {
	// Longer ago than two clocks may differ: what happened before is then known to be over.
	pass(90);
	const activated = trigger(parameters);
	expect(await activated.poll()).toBeNull();
	pass(60);
	return activated;
}

const idsOf = (items: Array<{ id?: unknown }> | null) => items?.map(({ id }) => id) ?? null;
const contacts = { resource: 'contact', event: 'updated' };

describe('contacts', () => {
	it('are reported from the activation on, each change once', async () => {
		await workspace.user();
		const updated = await activate(contacts);
		const created = await activate({ ...contacts, event: 'created' });
		const id = await workspace.user();
		expect(idsOf(await updated.poll())).toEqual([id]);
		expect(idsOf(await created.poll())).toEqual([id]);
		expect(await updated.poll()).toBeNull();
		pass(60);
		await workspace.send('PUT', `/contacts/${id}`, { name: 'New Name' });
		expect(await updated.poll()).toMatchObject([{ id, name: 'New Name' }]);
		expect(await created.poll()).toBeNull();
	});

	it('are reported although search shows them minutes late', async () => {
		const updated = await activate(contacts);
		emulator.settings.searchLagMilliseconds = 180_000;
		const late = await workspace.user();
		pass(60);
		emulator.settings.searchLagMilliseconds = 0;
		const early = await workspace.user();
		expect(idsOf(await updated.poll())).toEqual([late, early]);
		expect(await updated.poll()).toBeNull();
	});

	it('are reported again when they change twice within a second', async () => {
		const updated = await activate(contacts);
		const id = await workspace.user({ name: 'First' });
		expect(await updated.poll()).toMatchObject([{ id, name: 'First' }]);
		const { contacts: stored } = emulator.state;
		const contact = stored.get(id);
		if (contact === undefined) throw new Error('not stored');
		// The same second, as far as Intercom tells.
		stored.set(id, { ...contact, name: 'Second' });
		expect(await updated.poll()).toMatchObject([{ id, name: 'Second' }]);
		// A visit is no change.
		stored.set(id, { ...contact, name: 'Second', last_seen_at: contact.updated_at + 9 });
		expect(await updated.poll()).toBeNull();
	});

	it('can be limited to users or leads, and by a filter', async () => {
		const leads = await activate({ ...contacts, role: 'lead' });
		const formula = {
			filterBy: 'formula',
			formula: "name CONTAINS 'Agent' OR email_domain = 'shop.example.com'",
		};
		const filtered = await activate({ ...contacts, ...formula });
		const json = { filterBy: 'json', query: '{"field":"name","operator":"~","value":"Agent"}' };
		const byQuery = await activate({ ...contacts, role: 'user', ...json });
		const user = await workspace.user({ name: 'Support Agent' });
		const lead = await workspace.lead({ name: 'Sales Agent' });
		const shopper = await workspace.lead({ email: 'buyer@shop.example.com' });
		expect(idsOf(await leads.poll())).toEqual([lead, shopper]);
		expect(idsOf(await filtered.poll())).toEqual([user, lead, shopper]);
		expect(idsOf(await byQuery.poll())).toEqual([user]);
	});

	it('name what is wrong with a filter', async () => {
		const wrong = trigger({ ...contacts, filterBy: 'formula', formula: "nam = 'Agent'" });
		await expect(wrong.poll()).rejects.toMatchObject({
			message: "Intercom has no search field 'nam' for contacts",
			description: "Did you mean 'name'?",
		});
	});

	it('are reported from a date on, when the user says so', async () => {
		pass(86_400);
		const before = await workspace.user();
		pass(86_400);
		const startFrom = Math.floor((Date.now() + emulator.settings.clockSkewMilliseconds) / 1000);
		const [first, second] = [await workspace.user(), await workspace.user()];
		pass(86_400);
		const options = { startFrom: new Date(startFrom * 1000).toISOString() };
		const ids = idsOf(await trigger({ ...contacts, event: 'created', options }).poll());
		expect(ids).toEqual([first, second]);
		expect(ids).not.toContain(before);
	});

	it('come in portions when there are more than a poll reports', async () => {
		const updated = await activate({ ...contacts, options: { most: 4 } });
		const ids: string[] = [];
		for (let index = 0; index < 10; index += 1) {
			ids.push(await workspace.user());
			pass(1);
		}
		const portions = [];
		for (let items = await updated.poll(); items !== null; items = await updated.poll())
			portions.push(idsOf(items));
		expect(portions.flat()).toEqual(ids);
		expect(portions.length).toBeGreaterThan(2);
	});

	it('are asked for with few requests, however many there were that day', async () => {
		const updated = await activate(contacts);
		for (let index = 0; index < 20; index += 1) await workspace.user();
		await updated.poll();
		pass(3_600);
		const id = await workspace.user();
		emulator.requests.length = 0;
		expect(idsOf(await updated.poll())).toEqual([id]);
		// Where the watermark lies in the future by n8n's clock, Intercom's is asked as well.
		const paths = emulator.requests.map(({ path }) => path).filter((path) => path !== '/me');
		expect(paths).toEqual(['/contacts/search']);
	});
});

describe('conversations', () => {
	const conversations = (event: string, more: object = {}) => ({
		resource: 'conversation',
		event,
		...more,
	});
	const reply = async (id: string, fields: object) =>
		await workspace.send('POST', `/conversations/${id}/reply`, {
			message_type: 'comment',
			...fields,
		});

	it('are reported when new, updated, answered by the contact and closed', async () => {
		const watches = Object.fromEntries(
			await Promise.all(
				['created', 'updated', 'replied', 'closed'].map(
					async (event) => [event, await activate(conversations(event))] as const,
				),
			),
		);
		const polled = async () => {
			const entries = Object.entries(watches);
			const results = await Promise.all(
				entries.map(async ([, watch]) => idsOf(await watch.poll())),
			);
			return Object.fromEntries(entries.map(([event], index) => [event, results[index]]));
		};
		const contact = await workspace.user();
		const from = { type: 'user', id: contact };
		const started = await workspace.send('POST', '/conversations', { from, body: 'Hello' });
		const id = String(started.conversation_id);
		expect(await polled()).toEqual({ created: [id], updated: [id], replied: null, closed: null });
		pass(60);
		await reply(id, { type: 'admin', admin_id: workspace.admin, body: 'Good morning' });
		expect(await polled()).toEqual({ created: null, updated: [id], replied: null, closed: null });
		pass(60);
		await reply(id, { type: 'user', intercom_user_id: contact, body: 'Where is my order?' });
		expect(await polled()).toEqual({ created: null, updated: [id], replied: [id], closed: null });
		pass(60);
		const close = { message_type: 'close', type: 'admin', admin_id: workspace.admin };
		await workspace.send('POST', `/conversations/${id}/parts`, close);
		expect(await polled()).toEqual({ created: null, updated: [id], replied: null, closed: [id] });
		expect(await polled()).toEqual({ created: null, updated: null, replied: null, closed: null });
	});

	it('are reported when rated, and when a remark is added', async () => {
		const rated = await activate(conversations('rated'));
		const id = await workspace.conversation();
		expect(await rated.poll()).toBeNull();
		// The emulator plays no ratings, so its answers are written here.
		const rate = async (remark: string) => {
			pass(60);
			const found = await workspace.send('GET', `/conversations/${id}`);
			const now = Math.floor((Date.now() + emulator.settings.clockSkewMilliseconds) / 1000);
			const conversation_rating = {
				rating: 5,
				remark,
				created_at: now - 300,
				updated_at: now,
				contact: { type: 'contact', id: await workspace.user() },
				teammate: null,
			};
			const body = {
				type: 'conversation.list',
				conversations: [{ ...found, updated_at: now, conversation_rating }],
				total_count: 1,
				pages: { type: 'pages', page: 1, per_page: 100, total_pages: 1 },
			};
			const match = 'POST /conversations/search';
			emulator.failNext({ kind: 'status', status: 200, body, match, times: 2 });
		};
		await rate('');
		expect(idsOf(await rated.poll())).toEqual([id]);
		await rate('Very quick, thank you');
		expect(await rated.poll()).toMatchObject([{ id, conversation_rating: { rating: 5 } }]);
		emulator.takeViolations();
	});

	it('carry their transcript when asked to', async () => {
		const options = { includeTranscript: true };
		const created = await activate(conversations('created', { options }));
		const id = await workspace.conversation();
		await reply(id, { type: 'admin', admin_id: workspace.admin, body: 'On its way' });
		const [item] = (await created.poll()) ?? [];
		expect(item).toMatchObject({ id });
		expect(item.transcript).toMatch(/Where is my order\?[^]*On its way/);
	});

	it('come in portions of whole seconds', async () => {
		const created = await activate(conversations('created', { options: { most: 3 } }));
		const ids: string[] = [];
		for (let second = 0; second < 4; second += 1) {
			for (let index = 0; index < 2; index += 1) ids.push(await workspace.conversation());
			pass(10);
		}
		const portions = [];
		for (let items = await created.poll(); items !== null; items = await created.poll())
			portions.push(idsOf(items));
		expect(portions.flat()).toEqual(ids);
		expect(portions.length).toBeGreaterThan(2);
	});
});

describe('tickets', () => {
	it('are reported when new and updated, and at each change of state', async () => {
		const created = await activate({ resource: 'ticket', event: 'created' });
		const updated = await activate({ resource: 'ticket', event: 'updated' });
		const changed = await activate({ resource: 'ticket', event: 'stateChanged' });
		const id = await workspace.ticket('Question');
		expect(idsOf(await created.poll())).toEqual([id]);
		expect(idsOf(await updated.poll())).toEqual([id]);
		await changed.poll();
		for (const label of ['In progress', 'Resolved']) {
			pass(60);
			const ticket_state_id = workspace.ticketState(label);
			await workspace.send('PUT', `/tickets/${id}`, { ticket_state_id });
		}
		expect(await created.poll()).toBeNull();
		expect(idsOf(await updated.poll())).toEqual([id]);
		const states = (await changed.poll()) ?? [];
		expect(states).toMatchObject([
			{ id, state_change: { ticket_state: 'in_progress' } },
			{ id, state_change: { ticket_state: 'resolved' } },
		]);
		expect(await changed.poll()).toBeNull();
	});
});

describe('companies', () => {
	it('are reported when new and updated', async () => {
		const created = await activate({ resource: 'company', event: 'created' });
		const updated = await activate({ resource: 'company', event: 'updated' });
		const id = await workspace.company();
		await workspace.send('POST', `/contacts/${await workspace.user()}/companies`, { id });
		expect(idsOf(await created.poll())).toEqual([id]);
		expect(idsOf(await updated.poll())).toEqual([id]);
		pass(60);
		await workspace.send('PUT', `/companies/${id}`, { name: 'Acme Limited' });
		expect(await created.poll()).toBeNull();
		expect(await updated.poll()).toMatchObject([{ id, name: 'Acme Limited' }]);
		expect(await updated.poll()).toBeNull();
	});
});

describe('a poll', () => {
	it('that is run by hand shows one recent change and remembers nothing', async () => {
		const id = await workspace.user();
		const byHand = trigger(contacts);
		expect(idsOf(await byHand.poll('manual'))).toEqual([id]);
		expect(idsOf(await byHand.poll('manual'))).toEqual([id]);
		expect(byHand.stored).toEqual({});
	});

	it('that is run by hand says so when there is nothing to show', async () => {
		const formula = { filterBy: 'formula', formula: "name = 'Nobody at all'" };
		await expect(trigger({ ...contacts, ...formula }).poll('manual')).rejects.toMatchObject({
			message: 'There is nothing to show as a sample yet',
		});
	});

	it('that fails loses nothing and says why', async () => {
		const updated = await activate(contacts);
		const id = await workspace.user();
		emulator.failNext({ kind: 'status', status: 403, match: '/contacts/search' });
		await expect(updated.poll()).rejects.toMatchObject({
			message: 'Intercom refused this action',
		});
		emulator.takeViolations();
		expect(idsOf(await updated.poll())).toEqual([id]);
	});

	it('that is due while another is at work does nothing', async () => {
		const updated = await activate(contacts);
		const id = await workspace.user();
		emulator.settings.latencyMilliseconds = 50;
		const both = await Promise.all([updated.poll(), updated.poll()]);
		emulator.settings.latencyMilliseconds = 0;
		expect(both.map(idsOf)).toEqual([[id], null]);
	});

	it('goes on after a restart from what n8n has stored', async () => {
		const updated = await activate(contacts);
		const first = await workspace.user();
		expect(idsOf(await updated.poll())).toEqual([first]);
		const stored = structuredClone(updated.stored);
		const down = await workspace.user();
		pass(86_400);
		const up = await workspace.user();
		const restarted = trigger(contacts);
		restarted.stored = stored;
		expect(idsOf(await restarted.poll())).toEqual([down, up]);
	});

	it('starts anew when something else is watched', async () => {
		const updated = await activate(contacts);
		await workspace.user();
		pass(60);
		const other = trigger({ resource: 'contact', event: 'created' });
		other.stored = structuredClone(updated.stored);
		expect(await other.poll()).toBeNull();
	});
});

describe('a stored state', () => {
	const node = 'node:Trigger';
	/** A trigger that has polled, whose state then becomes something else. */
	async function damaged(change: (state: { since: number; seen: object }) => unknown) {
		const updated = await activate(contacts);
		await workspace.user();
		await updated.poll();
		const stored = updated.stored as Record<string, { watching: string; state: never }>;
		const { watching, state } = stored[node];
		updated.stored = { [node]: { watching, state: change(state) } } as never;
		updated.warnings.length = 0;
		return updated;
	}

	it.each<[string, (state: { since: number; seen: object }) => unknown]>([
		['null', () => null],
		['text', () => 'text'],
		['a watermark of text', (state) => ({ ...state, since: String(state.since) })],
		['milliseconds', (state) => ({ ...state, since: state.since * 1000 })],
		['the year 2099', (state) => ({ ...state, since: 4_070_908_800 })],
		['no list of what was reported', (state) => ({ since: state.since, seen: null })],
	])('that has become %s is repaired, and this is said once', async (_, change) => {
		const updated = await damaged(change);
		await updated.poll();
		pass(60);
		const id = await workspace.user();
		expect(idsOf(await updated.poll())).toContain(id);
		expect(await updated.poll()).toBeNull();
		expect(updated.warnings.filter((text) => text.includes('saved position'))).toHaveLength(1);
	});
});

describe('clocks that differ', () => {
	it('are said to differ once, not at each poll', async () => {
		pass(3 * 86_400);
		const updated = await activate(contacts);
		await workspace.user();
		await updated.poll();
		await updated.poll();
		expect(updated.warnings).toEqual([
			expect.stringMatching(/Intercom's responses are dated \d+ days ahead of n8n's clock/),
		]);
	});
});
