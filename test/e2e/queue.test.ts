import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedContacts } from '../../dev/emulator';
import { installN8n, type InstalledN8n } from '../../dev/n8n/install';
import { type Playground, startPlayground } from '../../dev/n8n/playground';
import { type QueueServices, startQueueServices, startWorker } from '../../dev/n8n/queue';
import type { Service } from '../../dev/n8n/service';
import { chosenMajor, givenTarball } from './support/under-test';
import { chain, intercomNode, itemsNode, START } from './support/workflows';

const executions = 10;
const updatesEach = 300;

let services: QueueServices;
let playground: Playground;
let workers: Service[] = [];

beforeAll(async () => {
	const n8n: InstalledN8n = await installN8n(chosenMajor(), () => {});
	services = await startQueueServices();
	playground = await startPlayground(n8n, givenTarball() ?? '', services.environment);
	workers = await Promise.all([1, 2].map(async () => await startWorker(playground.n8n, n8n, 3)));
}, 240_000);

afterAll(async () => {
	await Promise.all(workers.map(async (worker) => await worker.stop()));
	await playground?.stop();
	await services?.stop();
});

describe('queue mode with two workers', () => {
	it('ten executions share one limit: nothing fails, nothing is written twice', async () => {
		const { client, credential, emulator } = playground;
		const contacts = seedContacts(emulator.state, executions * updatesEach, { first: 5000 });
		emulator.settings.rateLimit.limit = 500;
		emulator.settings.rateLimit.windowSeconds = 3;
		emulator.settings.rateLimit.resetDelaySeconds = 0;
		emulator.settings.latencyMilliseconds = 20;
		const before = emulator.requests.length;
		const workflows = [];
		for (let index = 0; index < executions; index += 1) {
			const share = contacts.slice(index * updatesEach, (index + 1) * updatesEach);
			const items = share.map(({ id }) => ({ id, name: `Renamed by ${index}` }));
			const update = intercomNode('Update', credential, {
				resource: 'contact',
				operation: 'update',
				contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				updateFields: { name: '={{ $json.name }}' },
			});
			workflows.push(
				await client.createWorkflow(chain(`Bulk ${index}`, ...itemsNode('Items', items), update)),
			);
		}

		const runs = await Promise.all(
			workflows.map(async (workflow) => await client.runWorkflow(workflow, START)),
		);

		for (const { status, runData } of runs) {
			expect(status).toBe('success');
			expect(runData.Update[0].data?.main[0]).toHaveLength(updatesEach);
		}
		const written = emulator.requests
			.slice(before)
			.filter(({ method, status }) => method === 'PUT' && status === 200)
			.map(({ path }) => path);
		expect(written).toHaveLength(executions * updatesEach);
		expect(new Set(written).size).toBe(written.length);
		for (const { id } of contacts)
			expect(emulator.state.contacts.get(id)?.name).toMatch(/^Renamed by \d$/);
		const taken = workers.map((worker) => worker.log().match(/started execution/g)?.length ?? 0);
		expect(taken.every((count) => count > 0)).toBe(true);
		expect(taken[0] + taken[1]).toBe(executions);
	}, 180_000);
});
