import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import { EmulatorProcess } from '../../dev/emulator/emulator-process';
import { installN8n, type N8nMajor } from '../../dev/n8n/install';
import { type Playground, startPlayground } from '../../dev/n8n/playground';
import { addressOf, TRIGGER, webhookTrigger } from './support/trigger-workflows';
import { chosenMajor, givenTarball } from './support/under-test';
import { node } from './support/workflows';

const count = 2_000;

/**
 * What n8n needs for hundreds of webhooks a second (README, Scaling). By default it sets up a sandbox
 * for expressions for every webhook and every execution, which takes 0.1 s of CPU each; 1.123 also
 * writes to SQLite with a single connection.
 */
const settings: Record<N8nMajor, Record<string, string>> = {
	'1': { N8N_EXPRESSION_ENGINE: 'legacy', DB_SQLITE_POOL_SIZE: '4' },
	'2': { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

let playground: Playground;
let sender: EmulatorProcess;
let trigger: INode;
let workflowId: string;

beforeAll(async () => {
	const n8n = await installN8n(chosenMajor(), () => {});
	playground = await startPlayground(n8n, givenTarball() ?? '', settings[n8n.major]);
	sender = await EmulatorProcess.start(0);
	const { client } = playground;
	trigger = webhookTrigger(playground.credential);
	const workflow = await client.createWorkflow({
		name: 'Load',
		nodes: [trigger, node('End', 'n8n-nodes-base.noOp')],
		connections: { [TRIGGER]: { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
	});
	await client.activate(workflow);
	workflowId = workflow.id;
}, 240_000);

afterAll(async () => {
	await sender?.stop();
	await playground?.stop();
});

/** All executions of the workflow, once there are so many of them. */
async function executions(): Promise<string[]> {
	for (;;) {
		const ids = await playground.client.listExecutions(workflowId);
		if (ids.length >= count) return ids;
		await sleep(1_000);
	}
}

it(`acknowledges ${count} webhooks at 200 a second, and runs each once`, async () => {
	const { client } = playground;
	const url = addressOf(playground, trigger);
	await sender.sendLoad({ url, kind: 'ping', count: 20, perSecond: 20 });

	const { p50, p99, slowest, ...result } = await sender.sendLoad({ url, count, perSecond: 200 });
	console.info(
		`Answers in milliseconds: p50 ${p50.toFixed()}, p99 ${p99.toFixed()}, slowest ${slowest.toFixed()}`,
	);

	expect(result).toMatchObject({ acknowledged: count, failures: {} });
	const runs = await executions();
	const taken: string[] = [];
	for (let start = 0; start < runs.length; start += 20) {
		const some = await Promise.all(
			runs.slice(start, start + 20).map(async (id) => await client.waitForExecution(id)),
		);
		expect(some.every(({ status }) => status === 'success')).toBe(true);
		for (const { runData } of some)
			taken.push(String(runData[TRIGGER][0].data?.main[0]?.[0].json.notification_id));
	}
	expect(taken).toHaveLength(count);
	expect(new Set(taken).size).toBe(count);
}, 300_000);
