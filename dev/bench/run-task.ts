import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Measurement, Task } from './task';

const workerArguments = [
	'--expose-gc',
	'--require',
	join(__dirname, 'use-installed-n8n.cjs'),
	'--import',
	'tsx',
];

/** The next message of a worker. Throws when it ends before. */
async function message(worker: ChildProcess, way: string): Promise<unknown> {
	const ended = once(worker, 'exit').then(([code]: unknown[]) => {
		throw new Error(`${way} ended with ${String(code)} before it said anything`);
	});
	const [said] = (await Promise.race([once(worker, 'message'), ended])) as [unknown];
	return said;
}

/**
 * Runs tasks side by side, each in a process of its own, inside the installed n8n's modules and
 * Node.js. All begin at the same moment, when the last of them has warmed up.
 *
 * @param nodePath the Node.js that the installed n8n runs with
 * @param alignTo begin at a multiple of so many milliseconds of the clock; 0 for at once
 * @throws Error when a process ends without a measurement
 */
export async function runTasks(
	nodePath: string,
	tasks: Task[],
	alignTo: number,
): Promise<Measurement[]> {
	const workers = tasks.map((task) => {
		const worker = fork(join(__dirname, 'worker.ts'), {
			execPath: nodePath,
			execArgv: workerArguments,
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		worker.send(task);
		return { worker, way: task.way };
	});
	await Promise.all(workers.map(async ({ worker, way }) => await message(worker, way)));
	const now = Date.now();
	const startAt = alignTo === 0 ? now : now + alignTo - (now % alignTo) + 5;
	return await Promise.all(
		workers.map(async ({ worker, way }) => {
			worker.send(startAt);
			return (await message(worker, way)) as Measurement;
		}),
	);
}
