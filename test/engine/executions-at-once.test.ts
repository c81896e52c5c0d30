import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun, type RunNodeOptions } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
});

afterEach(() => {
	emulator.settings.searchLagMilliseconds = 0;
	emulator.settings.latencyMilliseconds = 0;
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function upsert(
	emails: string[],
	name: string,
	options: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'contact',
			operation: 'upsert',
			externalId: '',
			email: '={{ $json.email }}',
			role: 'lead',
			additionalFields: { name },
		},
		items: emails.map((email) => ({ email })),
		credentials: emulator.credentials(),
		...options,
	});
}

const leadsWith = (part: string) =>
	[...emulator.state.contacts.values()].filter(({ email }) => email?.includes(part));

describe('Two executions at once', () => {
	it('create each of 20 leads once, although search knows none of them for minutes', async () => {
		emulator.settings.searchLagMilliseconds = 120_000;
		emulator.settings.latencyMilliseconds = 10;
		const emails = Array.from({ length: 20 }, (_, index) => `both${index}@example.com`);
		const runs = await Promise.all([
			upsert(emails, 'First'),
			upsert(
				[...emails].reverse().map((email) => email.toUpperCase()),
				'Second',
			),
		]);
		for (const { error, json } of runs) {
			expect(error).toBeUndefined();
			expect(json).toHaveLength(20);
		}
		expect(leadsWith('both').concat(leadsWith('BOTH'))).toHaveLength(20);
		const actions = runs.flatMap(({ json }) => json.map(({ _action }) => _action));
		expect(actions.filter((action) => action === 'created')).toHaveLength(20);
		expect(actions.filter((action) => action === 'updated')).toHaveLength(20);
	});

	it('one after the other find the lead that search does not know yet', async () => {
		emulator.settings.searchLagMilliseconds = 120_000;
		const [created] = (await upsert(['later@example.com'], 'Before')).json;
		const [updated] = (await upsert(['later@example.com'], 'After')).json;
		expect(updated).toMatchObject({ id: created.id, name: 'After', _action: 'updated' });
	});

	it('do not take a lead for the old one that was archived or got another address', async () => {
		emulator.settings.searchLagMilliseconds = 120_000;
		const [first] = (await upsert(['gone-soon@example.com'], 'First')).json;
		const contactId = { __rl: true, mode: 'id', value: first.id };
		await runNode({
			parameters: { resource: 'contact', operation: 'archive', contactId },
			credentials: emulator.credentials(),
		});
		const [second] = (await upsert(['gone-soon@example.com'], 'Second')).json;
		expect(second).toMatchObject({ _action: 'created' });
		const moved = emulator.state.contacts.get(String(second.id));
		if (moved === undefined) throw new Error('not created');
		emulator.state.contacts.set(moved.id, { ...moved, email: 'elsewhere@example.com' });
		const [third] = (await upsert(['gone-soon@example.com'], 'Third')).json;
		expect(third).toMatchObject({ _action: 'created' });
	});

	it('leave the one free to go on whose turn comes after a failure', async () => {
		emulator.settings.searchLagMilliseconds = 120_000;
		emulator.settings.latencyMilliseconds = 20;
		emulator.failNext({ kind: 'status', status: 403, match: '^POST /contacts/search$' });
		const runs = await Promise.all([
			upsert(['unlucky@example.com'], 'First'),
			upsert(['unlucky@example.com'], 'Second'),
		]);
		expect(runs.filter(({ error }) => error !== undefined)).toHaveLength(1);
		expect(leadsWith('unlucky')).toHaveLength(1);
		emulator.takeViolations();
	});

	it('let go of the one that is cancelled while it waits', async () => {
		emulator.settings.latencyMilliseconds = 600;
		const holder = upsert(['slow@example.com'], 'Holder');
		await new Promise((resolve) => setTimeout(resolve, 200));
		const before = Date.now();
		const waiter = await upsert(['slow@example.com'], 'Waiter', { abortAfterMilliseconds: 100 });
		expect(waiter.status).toBe('canceled');
		expect(Date.now() - before).toBeLessThan(1_000);
		const { json } = await holder;
		expect(json).toMatchObject([{ name: 'Holder', _action: 'created' }]);
		expect((await upsert(['slow@example.com'], 'Next')).json).toMatchObject([{ name: 'Next' }]);
	});
});
