import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

import { Expression } from 'n8n-workflow';

import type { Measurement, Task } from './task';
import { ways } from './ways';
import type { Outcome, Way } from './ways/way';

const sampleMilliseconds = 20;
const replyAfterMilliseconds = 1_500;

/** A bulk run, and in its middle one update of another execution in the same process. */
async function withReply(way: Way, task: Task): Promise<Outcome> {
	if (way.update === undefined) throw new Error(`${way.name} has no update`);
	const [single, ...bulk] = task.ids;
	const crowd = way.update(task, bulk);
	await setTimeout(replyAfterMilliseconds);
	const askedAt = Date.now();
	const reply = await way.update(task, [single]);
	const replySeconds = (Date.now() - askedAt) / 1000;
	const { succeeded, failed, error } = await crowd;
	return {
		succeeded: succeeded + reply.succeeded,
		failed: failed + reply.failed,
		error: error ?? reply.error,
		replySeconds,
	};
}

function start(way: Way, task: Task, ids: string[]): Promise<Outcome> | undefined {
	switch (task.kind) {
		case 'list':
			return way.list?.(task);
		case 'identify':
			return way.identify?.(task, ids.length);
		case 'reply':
			return ids === task.ids ? withReply(way, task) : way.update?.(task, ids);
		case 'update':
			return way.update?.(task, ids);
	}
}

/** Says that the warm-up is over, and waits for the common start: milliseconds of the clock. */
async function startSignal(): Promise<number> {
	process.send?.('ready');
	const [startAt] = (await once(process, 'message')) as [number];
	return startAt;
}

async function measure(task: Task): Promise<Measurement> {
	const way = ways[task.way];
	if (task.warmUp.length > 0) await start(way, task, task.warmUp);
	globalThis.gc?.();
	await setTimeout(Math.max(0, (await startSignal()) - Date.now()));
	let peakMemory = process.memoryUsage.rss();
	const timer = setInterval(() => {
		peakMemory = Math.max(peakMemory, process.memoryUsage.rss());
	}, sampleMilliseconds);
	const startedAt = Date.now();
	const cpu = process.cpuUsage();
	const outcome: Outcome | undefined = await start(way, task, task.ids);
	const wallSeconds = (Date.now() - startedAt) / 1000;
	const used = process.cpuUsage(cpu);
	clearInterval(timer);
	if (outcome === undefined) throw new Error(`${way.name} has no ${task.kind}`);
	return {
		...outcome,
		wallSeconds,
		cpuSeconds: (used.user + used.system) / 1e6,
		peakMemory,
		startedAt,
	};
}

/** One process, one task: what a way leaves in memory must not weigh on the next. */
async function main(task: Task): Promise<void> {
	// The engine that n8n's server starts with by default (throughput.md, B3).
	await Expression.initExpressionEngine({
		engine: 'vm',
		bridgeTimeout: 5_000,
		bridgeMemoryLimit: 128,
		poolSize: 1,
		maxCodeCacheSize: 1024,
	});
	process.send?.(await measure(task));
	process.disconnect();
	process.exit(0);
}

process.once('message', (task) => {
	main(task as Task).catch((error: unknown) => {
		console.error(error);
		process.exit(1);
	});
});
