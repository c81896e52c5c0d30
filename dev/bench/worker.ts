import { Expression } from 'n8n-workflow';

import type { Measurement, Task } from './task';
import { ways } from './ways';
import type { Outcome, Way } from './ways/way';

const sampleMilliseconds = 20;

function start(way: Way, task: Task, ids: string[]): Promise<Outcome> | undefined {
	if (task.kind === 'list') return way.list?.(task);
	return task.kind === 'identify' ? way.identify?.(task, ids.length) : way.update?.(task, ids);
}

async function measure(task: Task): Promise<Measurement> {
	const way = ways[task.way];
	if (task.warmUp.length > 0) await start(way, task, task.warmUp);
	const rest = task.alignTo === 0 ? 0 : task.alignTo - (Date.now() % task.alignTo);
	await new Promise((resolve) => setTimeout(resolve, rest + (task.alignTo === 0 ? 0 : 5)));
	globalThis.gc?.();
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
