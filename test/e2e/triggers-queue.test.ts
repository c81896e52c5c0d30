import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { installN8n } from '../../dev/n8n/install';
import { type Playground, startPlayground } from '../../dev/n8n/playground';
import { type QueueServices, startQueueServices, startWorker } from '../../dev/n8n/queue';
import type { Service } from '../../dev/n8n/service';
import {
	addressOf,
	pollingTrigger,
	Sink,
	startedBy,
	webhookTrigger,
} from './support/trigger-workflows';
import { chosenMajor, givenTarball } from './support/under-test';

let services: QueueServices;
let playground: Playground;
let workers: Service[] = [];
let sink: Sink;

beforeAll(async () => {
	const n8n = await installN8n(chosenMajor(), () => {});
	services = await startQueueServices();
	playground = await startPlayground(n8n, givenTarball() ?? '', services.environment);
	workers = await Promise.all([1, 2].map(async () => await startWorker(playground.n8n, n8n, 5)));
	sink = await Sink.start();
}, 240_000);

afterAll(async () => {
	await sink?.stop();
	await Promise.all(workers.map(async (worker) => await worker.stop()));
	await playground?.stop();
	await services?.stop();
});

/** How many executions each worker has taken. */
function taken(): number[] {
	return workers.map((worker) => worker.log().match(/started execution/g)?.length ?? 0);
}

describe('queue mode with two workers', () => {
	it('runs each of many webhooks once, copies and repeats left out', async () => {
		const { client, emulator } = playground;
		const trigger = webhookTrigger(playground.credential);
		const workflow = await client.createWorkflow(startedBy('Webhooks', trigger, sink));
		await client.activate(workflow);
		const url = addressOf(playground, trigger);
		const ids = Array.from({ length: 100 }, (_, index) => `notif_queue_${index}`);
		// Like Intercom: what is not answered in time is sent once more.
		const deliver = async (id: string) => {
			const first = await emulator.webhooks.send({ url, id });
			return first.status === 200 ? first : await emulator.webhooks.send({ url, id, attempt: 2 });
		};
		const answers: Array<number | null> = [];
		for (let start = 0; start < ids.length; start += 10) {
			const wave = ids.slice(start, start + 10);
			// Every other notification comes twice at the same moment.
			const copies = wave.filter((_, index) => index % 2 === 0);
			const delivered = await Promise.all([...wave, ...copies].map(deliver));
			answers.push(...delivered.map(({ status }) => status));
		}
		await sink.receive(ids.length);
		for (const id of ids.slice(0, 20))
			answers.push((await emulator.webhooks.send({ url, id, attempt: 2 })).status);
		await sleep(2_000);

		expect(answers.every((status) => status === 200)).toBe(true);
		expect(sink.all('notification_id').sort()).toEqual([...ids].sort());
		expect(taken().every((count) => count > 0)).toBe(true);
		expect(taken()[0] + taken()[1]).toBe(ids.length);
		await client.deactivate(workflow);
	}, 180_000);

	it('runs once for each change that the polling trigger finds', async () => {
		const { client, credential, emulator } = playground;
		const trigger = pollingTrigger(credential, { resource: 'contact', event: 'created' });
		const workflow = await client.createWorkflow(startedBy('Polling', trigger, sink));
		await client.activate(workflow);
		const before = sink.items.length;
		const created: string[] = [];
		for (let round = 0; round < 8; round += 1) {
			for (let index = 0; index < 5; index += 1) {
				const response = await fetch(`${emulator.url}/contacts`, {
					method: 'POST',
					headers: {
						authorization: `Bearer ${emulator.token}`,
						'content-type': 'application/json',
					},
					body: JSON.stringify({ role: 'user', email: `polled-${round}-${index}@example.com` }),
				});
				created.push(((await response.json()) as { id: string }).id);
			}
			await sleep(1_000);
		}
		await sink.receive(before + created.length);
		// Three more polls, which must find nothing.
		await sleep(7_000);
		expect(sink.all('id').slice(before).sort()).toEqual(created.sort());
		await client.deactivate(workflow);
	}, 180_000);
});
