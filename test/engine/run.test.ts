import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun, type RunNodeOptions } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
});

afterEach(() => {
	emulator.settings.latencyMilliseconds = 0;
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function run(
	parameters: Record<string, unknown>,
	options: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	return await runNode({ parameters, credentials: emulator.credentials(), ...options });
}

const create = {
	resource: 'contact',
	operation: 'create',
	email: '={{ $json.email }}',
	additionalFields: { name: '={{ $json.name }}' },
};

const addresses = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({ email: `${prefix}${index}@example.com` }));

const pairedItems = ({ items }: NodeRun) => items.map(({ pairedItem }) => pairedItem);

describe('The item loop', () => {
	it('gives output in input order, each paired with its item, though items run side by side', async () => {
		emulator.settings.latencyMilliseconds = 20;
		emulator.settings.latencyJitter = 0.9;
		const items = addresses('order', 60);
		const result = await run(create, { items });
		expect(result.json.map(({ email }) => email)).toEqual(items.map(({ email }) => email));
		expect(pairedItems(result)).toEqual(items.map((_, item) => ({ item })));
		const times = emulator.requests.slice(-60);
		const overlapping = times.some(
			({ startedAt }, index) => index > 0 && startedAt < Number(times[index - 1].endedAt),
		);
		expect(overlapping).toBe(true);
	});

	it('works one item after the other when the user wants it', async () => {
		emulator.settings.latencyMilliseconds = 5;
		await run(
			{ ...create, requestSettings: { concurrency: 1 } },
			{ items: addresses('single', 10) },
		);
		const times = emulator.requests.slice(-10);
		times.slice(1).forEach(({ startedAt }, index) => {
			expect(startedAt).toBeGreaterThanOrEqual(Number(times[index].endedAt));
		});
	});

	it('keeps the order of items about the same record', async () => {
		emulator.settings.latencyMilliseconds = 10;
		emulator.settings.latencyJitter = 0.9;
		const [{ id }] = (await run(create, { items: [{ email: 'same@example.com' }] })).json;
		const items = Array.from({ length: 20 }, (_, index) => ({ name: `Name ${index}` }));
		const update = {
			resource: 'contact',
			operation: 'update',
			contactId: { __rl: true, mode: 'id', value: id },
			updateFields: { name: '={{ $json.name }}' },
		};
		await run(update, { items });
		expect(emulator.state.contacts.get(String(id))?.name).toBe('Name 19');
	});

	it('stops at the first failed item and says how many were done before', async () => {
		await run(create, { items: [{ email: 'taken@example.com' }] });
		const items = [...addresses('before', 3), { email: 'taken@example.com' }];
		const result = await run({ ...create, requestSettings: { concurrency: 1 } }, { items });
		expect(result.error?.message).toContain('already exists');
		expect(result.error?.message).toContain('[item 3]');
		expect(result.error?.description).toContain('Before this, 3 item(s) were already carried out');
		expect(result.error?.context?.itemIndex).toBe(3);
	});

	it('sends nothing when an item has bad input', async () => {
		const before = emulator.requests.length;
		const result = await run(create, { items: [...addresses('unsent', 3), { email: '' }] });
		expect(result.error?.message).toBe("'Email' is empty [item 3]");
		expect(emulator.requests).toHaveLength(before);
	});

	it('continues: a failed item gives one item with only its error', async () => {
		const items = [{ email: 'ok1@example.com' }, { email: '' }, { email: 'ok2@example.com' }];
		const result = await run(create, { items, onError: 'continueRegularOutput' });
		expect(result.status).toBe('success');
		expect(pairedItems(result)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(result.items[1].json).toEqual({
			error:
				"'Email' is empty [item 1]. A user needs an email or an external ID. Fill in one of them, or choose the role Lead.",
		});
	});

	it('continues: n8n routes failed items to the error output, with their input', async () => {
		const items = [{ email: 'ok3@example.com' }, { email: '', row: 7 }];
		const result = await run(create, { items, onError: 'continueErrorOutput' });
		expect(result.json).toHaveLength(1);
		expect(result.errorItems).toHaveLength(1);
		expect(result.errorItems[0].json).toMatchObject({ row: 7 });
		expect(String(result.errorItems[0].json.error)).toContain("'Email' is empty");
	});

	it('stops within a second when the execution is cancelled, also while it waits for the limit', async () => {
		const limited = await startCheckedEmulator({
			settings: { rateLimit: { limit: 5, windowSeconds: 60 } },
		});
		const startedAt = Date.now();
		await runNode({
			parameters: create,
			items: addresses('cancelled', 50),
			credentials: limited.credentials(),
			abortAfterMilliseconds: 300,
		});
		expect(Date.now() - startedAt).toBeLessThan(1_300);
		expect(limited.requests.length).toBeLessThan(15);
		await limited.close();
	});

	it('n8n retries do not send again what was done: no output item has a top-level error', async () => {
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };
		const before = emulator.requests.length;
		await run(create, { items: addresses('retried', 3), node, onError: 'continueRegularOutput' });
		expect(emulator.requests.length - before).toBe(3);
	});
});

describe('Repeating requests', () => {
	const me = { resource: 'customAction', operation: 'call', path: '/me' };

	it.each(['status', 'reset', 'resetAfter', 'emptyBody', 'html'] as const)(
		'a read survives two faults of kind %s',
		async (kind) => {
			emulator.failNext({ kind, times: 2 });
			const before = emulator.requests.length;
			const result = await run(me);
			expect(result.error).toBeUndefined();
			expect(result.json[0]).toMatchObject({ type: 'admin' });
			expect(emulator.requests.length - before).toBe(3);
			emulator.takeViolations();
		},
	);

	it.each(['status', 'resetAfter', 'html'] as const)(
		'a create is sent once after a fault of kind %s',
		async (kind) => {
			emulator.failNext({ kind });
			const before = emulator.requests.length;
			const result = await run(create, { items: [{ email: `${kind}@example.com` }] });
			expect(result.error?.description).toContain('may have been carried out all the same');
			expect(emulator.requests.length - before).toBe(1);
			emulator.takeViolations();
		},
	);

	it('a delete whose answer was lost counts as done', async () => {
		const [{ id }] = (await run(create, { items: [{ email: 'deleted@example.com' }] })).json;
		emulator.failNext({ kind: 'resetAfter', match: '^DELETE' });
		const contactId = { __rl: true, mode: 'id', value: id };
		const result = await run({ resource: 'contact', operation: 'delete', contactId });
		expect(result.json).toEqual([{ deleted: true }]);
		expect(emulator.state.contacts.has(String(id))).toBe(false);
	});

	it('a 429 never reaches the user, and nothing is written twice', async () => {
		const limited = await startCheckedEmulator({
			settings: { rateLimit: { limit: 20, windowSeconds: 1, resetDelaySeconds: 0 } },
		});
		const result = await runNode({
			parameters: create,
			items: addresses('limited', 70),
			credentials: limited.credentials(),
		});
		expect(result.error).toBeUndefined();
		expect(result.json).toHaveLength(70);
		expect(limited.state.contacts.size).toBe(70);
		await limited.close();
	});
});
