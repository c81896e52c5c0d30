import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { CONTROL_PREFIX } from './control';
import type { EmulatorReady } from './main';
import type { RecordedRequest } from './recorder';
import type { SettingsChange } from './settings';
import type { LoadRequest, LoadResult } from './webhooks/load';

/** An emulator in a process of its own, so that it takes no time from what is measured. */
export class EmulatorProcess {
	private constructor(
		private readonly child: ChildProcess,
		readonly url: string,
		readonly token: string,
	) {}

	/**
	 * Starts an emulator with so many contacts.
	 * @throws AbortError when the process ends before it listens
	 */
	static async start(contacts: number): Promise<EmulatorProcess> {
		const child = fork(join(__dirname, 'main.ts'), ['--contacts', String(contacts)], {
			execArgv: ['--import', 'tsx'],
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		const failed = new AbortController();
		child.once('exit', () => failed.abort());
		const [{ url, token }] = (await once(child, 'message', {
			signal: failed.signal,
		})) as EmulatorReady[];
		return new EmulatorProcess(child, url, token);
	}

	/** Changes knobs. */
	async set(settings: SettingsChange): Promise<void> {
		await this.call('PATCH', 'settings', settings);
	}

	/** Ids of all stored records of a collection, in order of their creation. */
	async ids(collection: 'companies' | 'contacts'): Promise<string[]> {
		const records = await this.call<Array<{ id: string }>>('GET', `state/${collection}`);
		return records.map(({ id }) => id);
	}

	/** Adds companies, for the built-in node. */
	async seedCompanies(companies: number): Promise<void> {
		await this.call('POST', 'seed', { companies });
	}

	/** The requests since the last call. */
	async takeRequests(): Promise<RecordedRequest[]> {
		const requests = await this.call<RecordedRequest[]>('GET', 'requests');
		await this.call('DELETE', 'requests');
		return requests;
	}

	/** Sends many webhooks and waits for their answers. */
	async sendLoad(load: LoadRequest): Promise<LoadResult> {
		return await this.call('POST', 'webhooks/load', load);
	}

	/** Stops the process. */
	async stop(): Promise<void> {
		const gone = once(this.child, 'exit');
		this.child.kill();
		await gone;
	}

	private async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}${CONTROL_PREFIX}${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body && { body: JSON.stringify(body) }),
		});
		if (!response.ok)
			throw new Error(`The emulator refused ${method} ${path}: ${await response.text()}`);
		return (response.status === 204 ? undefined : await response.json()) as T;
	}
}
