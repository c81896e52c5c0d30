import { fork } from 'node:child_process';
import { join } from 'node:path';

import type { Measurement, Task } from './task';

/**
 * Runs a task in a process of its own, inside the installed n8n's modules and Node.js.
 *
 * @param nodePath the Node.js that the installed n8n runs with
 * @throws Error when the process ends without a measurement
 */
export async function runTask(nodePath: string, task: Task): Promise<Measurement> {
	const child = fork(join(__dirname, 'worker.ts'), {
		execPath: nodePath,
		execArgv: [
			'--expose-gc',
			'--require',
			join(__dirname, 'use-installed-n8n.cjs'),
			'--import',
			'tsx',
		],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	return await new Promise((resolve, reject) => {
		let measurement: Measurement | undefined;
		child.once('message', (message) => {
			measurement = message as Measurement;
		});
		child.once('exit', (code) => {
			if (measurement !== undefined) resolve(measurement);
			else reject(new Error(`${task.way} ended with ${code ?? 'a signal'} and no measurement`));
		});
		child.send(task);
	});
}
