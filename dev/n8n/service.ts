import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A long-running child process that has said that it is ready. */
export interface Service {
	/** Everything it has printed so far. */
	log(): string;
	/** Asks it to end, and insists after ten seconds. Resolves when the process is gone. */
	stop(): Promise<void>;
}

/** How to start a service and how to see that it is ready. */
export interface ServiceOptions {
	/** Stands in error messages. */
	name: string;
	command: string;
	parameters: string[];
	folder: string;
	/** The whole environment; nothing is inherited. */
	environment: NodeJS.ProcessEnv;
	/** What it prints when it is ready. */
	ready: string;
	timeoutSeconds: number;
}

const STOP_TIMEOUT_MILLISECONDS = 10_000;

/**
 * Starts a process and waits until it says that it is ready.
 * @throws Error with the log, when it ends before that or takes too long
 */
export async function startService(options: ServiceOptions): Promise<Service> {
	const child = spawn(options.command, options.parameters, {
		cwd: options.folder,
		env: options.environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let log = '';
	let gone = false;
	const ended = new Promise<string>((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('exit', (code, signal) => resolve(`it ended with ${code ?? signal}`));
	}).then((reason) => {
		gone = true;
		return reason;
	});
	const kill = () => child.kill('SIGKILL');
	process.once('exit', kill);

	async function stop(): Promise<void> {
		process.off('exit', kill);
		if (gone) return;
		const insist = setTimeout(kill, STOP_TIMEOUT_MILLISECONDS);
		const closed = once(child, 'close');
		child.kill('SIGTERM');
		await closed;
		clearTimeout(insist);
	}

	let timer: NodeJS.Timeout | undefined;
	const failure = await Promise.race([
		new Promise<undefined>((resolve) => {
			for (const stream of [child.stdout, child.stderr]) {
				stream.setEncoding('utf8').on('data', (text: string) => {
					log += text;
					if (log.includes(options.ready)) resolve(undefined);
				});
			}
		}),
		ended,
		new Promise<string>((resolve) => {
			timer = setTimeout(
				() => resolve(`it was not ready after ${options.timeoutSeconds} seconds`),
				options.timeoutSeconds * 1000,
			);
		}),
	]);
	clearTimeout(timer);
	if (failure !== undefined) {
		await stop();
		throw new Error(`${options.name} did not start: ${failure}\n${log}`);
	}
	return { log: () => log, stop };
}
