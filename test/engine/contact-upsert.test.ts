import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
});

afterEach(() => {
	emulator.settings.searchLagMilliseconds = 0;
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

const fromItem = {
	resource: 'contact',
	operation: 'upsert',
	externalId: '={{ $json.externalId }}',
	email: '={{ $json.email }}',
	role: '={{ $json.role || "user" }}',
	additionalFields: { name: '={{ $json.name }}' },
};

async function upsert(
	items: Array<Record<string, unknown>>,
	matchOptions: Record<string, unknown> = {},
): Promise<NodeRun> {
	return await runNode({
		parameters: { ...fromItem, matchOptions },
		items,
		credentials: emulator.credentials(),
	});
}

const actions = ({ json }: NodeRun) => json.map(({ _action }) => _action);

describe('Contact: Create or Update', () => {
	it('goes by the external ID first, without asking the search', async () => {
		await upsert([{ externalId: 'by-external-id', email: 'first@example.com' }]);
		const before = emulator.requests.length;
		const again = await upsert([{ externalId: 'by-external-id', email: 'second@example.com' }]);
		expect(again.json[0]).toMatchObject({ email: 'second@example.com', _action: 'updated' });
		const paths = emulator.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
		expect(paths).toEqual([
			'GET /contacts/find_by_external_id/by-external-id',
			`PUT /contacts/${String(again.json[0].id)}`,
		]);
	});

	it('finds by email, and tells created from updated', async () => {
		const item = { email: 'told@example.com', name: 'Before' };
		expect(actions(await upsert([item]))).toEqual(['created']);
		expect(actions(await upsert([{ ...item, name: 'After' }]))).toEqual(['updated']);
	});

	it('PostHog #72192, RudderStack #5090: updates the contact that a 409 names while the search lags', async () => {
		emulator.settings.searchLagMilliseconds = 60_000;
		const item = { email: 'lagging@example.com', name: 'Before' };
		const created = await upsert([item]);
		const updated = await upsert([{ ...item, name: 'After' }]);
		expect(updated.json[0]).toMatchObject({ id: created.json[0].id, name: 'After' });
		expect(actions(updated)).toEqual(['updated']);
	});

	it('OpenAPI #543: an archived duplicate fails, or comes back when the user allows it', async () => {
		const [{ id }] = (await upsert([{ email: 'gone@example.com' }])).json;
		const contactId = { __rl: true, mode: 'id', value: id };
		const archive = { resource: 'contact', operation: 'archive', contactId };
		await runNode({ parameters: archive, credentials: emulator.credentials() });
		expect((await upsert([{ email: 'gone@example.com' }])).error?.message).toContain('archived');
		const back = await upsert([{ email: 'gone@example.com' }], { unarchive: true });
		expect(back.json[0]).toMatchObject({ id, _action: 'unarchived' });
	});

	it('intercom-node #96: asks what to do when several contacts share the email', async () => {
		const email = 'shared@example.com';
		const create = { resource: 'contact', operation: 'create', role: 'lead', email };
		const ids: unknown[] = [];
		for (let count = 0; count < 3; count += 1) {
			const made = await runNode({ parameters: create, credentials: emulator.credentials() });
			ids.push(made.json[0].id);
		}
		const item = { email, role: 'lead', name: 'Chosen' };
		const stopped = await upsert([item]);
		expect(stopped.error?.message).toBe(
			'3 contacts have the email address "shared@example.com" [item 0]',
		);
		expect(stopped.error?.description).toContain("'If Several Match'");
		const all = await upsert([item], { ifSeveral: 'all' });
		expect(all.json.map(({ id }) => id).sort()).toEqual(ids.sort());
		expect(all.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0].map((item) => ({ item })),
		);
		expect((await upsert([item], { ifSeveral: 'oldest' })).json).toHaveLength(1);
		expect((await upsert([item], { ifSeveral: 'newest' })).json).toHaveLength(1);
	});

	it('does not take over a contact that belongs to another external ID', async () => {
		emulator.settings.searchLagMilliseconds = 0;
		const lead = { role: 'lead', email: 'family@example.com' };
		const [{ id }] = (await upsert([{ ...lead }])).json;
		await runNode({
			parameters: {
				resource: 'contact',
				operation: 'update',
				contactId: { __rl: true, mode: 'id', value: id },
				updateFields: { externalId: 'someone' },
			},
			credentials: emulator.credentials(),
		});
		const other = await upsert([{ ...lead, externalId: 'someone-else' }]);
		expect(other.json[0]).toMatchObject({ external_id: 'someone-else', _action: 'created' });
		expect(other.json[0].id).not.toBe(id);
	});

	it('repeats a create whose answer was lost, and ends with one contact', async () => {
		emulator.failNext({ kind: 'resetAfter', match: '^POST /contacts$' });
		const run = await upsert([{ email: 'answer-lost@example.com' }]);
		expect(run.error).toBeUndefined();
		const same = [...emulator.state.contacts.values()].filter(
			({ email }) => email === 'answer-lost@example.com',
		);
		expect(same).toHaveLength(1);
	});

	it('refuses an item without email and external ID before anything is sent', async () => {
		const before = emulator.requests.length;
		const run = await upsert([{ email: 'fine@example.com' }, {}]);
		expect(run.error?.message).toBe("'External ID' and 'Email' are both empty [item 1]");
		expect(emulator.requests.length).toBe(before);
	});

	it('takes 1,000 items with 10% duplicates, 1% of them archived, while the search lags 60 s', async () => {
		const addresses = Array.from({ length: 900 }, (_, index) => `bulk${index}@example.com`);
		// One contact in a hundred of the 1,000 exists and is archived.
		const archived = addresses.filter((_, index) => index % 90 === 0);
		const seeded = await upsert(archived.map((email) => ({ email })));
		for (const { id } of seeded.json)
			await runNode({
				parameters: {
					resource: 'contact',
					operation: 'archive',
					contactId: { __rl: true, mode: 'id', value: id },
				},
				credentials: emulator.credentials(),
			});
		emulator.settings.searchLagMilliseconds = 60_000;
		const repeated = addresses.slice(100, 200);
		const items = [...addresses, ...repeated].map((email, index) => ({
			email,
			name: `Row ${index}`,
		}));
		const run = await upsert(items, { unarchive: true });
		expect(run.error).toBeUndefined();
		expect(run.json).toHaveLength(1000);
		const counts = { created: 0, updated: 0, unarchived: 0 };
		for (const action of actions(run)) counts[action as keyof typeof counts] += 1;
		expect(counts.unarchived).toBe(10);
		expect(counts.created).toBe(890);
		expect(counts.updated).toBe(100);
		const bulk = [...emulator.state.contacts.values()].filter(({ email }) =>
			email?.startsWith('bulk'),
		);
		expect(new Set(bulk.map(({ email }) => email)).size).toBe(bulk.length);
		expect(bulk).toHaveLength(900);
		// Items about the same contact keep their order: the later row wins.
		const last = bulk.find(({ email }) => email === 'bulk150@example.com');
		expect(last?.name).toBe('Row 950');
	});
});
