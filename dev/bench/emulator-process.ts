import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { RecordedRequest, SettingsChange } from '../emulator';

/** An emulator in a process of its own, so that it takes no time from the way that is measured. */
export class EmulatorProcess {
	private constructor(
		private readonly child: ChildProcess,
		readonly url: string,
		readonly token: string,
	) {}

	/** Starts an emulator with so many contacts. */
	static async start(contacts: number): Promise<EmulatorProcess> {
		const child = fork(join(__dirname, '../emulator/main.ts'), ['--contacts', String(contacts)], {
			execArgv: ['--import', 'tsx'],
			stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
		});
		let printed = '';
		for await (const chunk of child.stdout ?? []) {
			printed += String(chunk);
			const found = /(http:\S+)\nAccess token: (\S+)/.exec(printed);
			if (found !== null) return new EmulatorProcess(child, found[1], found[2]);
		}
		throw new Error('The emulator did not start');
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

	/** Stops the process. */
	async stop(): Promise<void> {
		const gone = once(this.child, 'exit');
		this.child.kill();
		await gone;
	}

	private async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.url}/__emulator/${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body && { body: JSON.stringify(body) }),
		});
		if (!response.ok)
			throw new Error(`The emulator refused ${method} ${path}: ${await response.text()}`);
		return (response.status === 204 ? undefined : await response.json()) as T;
	}
}
