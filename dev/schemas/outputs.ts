import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../nodes/Intercom/engine/operation';
import { startEmulator, type Emulator } from '../emulator';
import { samples } from '../../test/contract/samples';
import { Workspace } from '../../test/contract/samples/workspace';
import { runNode } from '../../test/support/engine';

/** The parameters that change the shape of the output; a preview shows the default. */
const shaping = ['output', 'selectedFields', 'simplify'];

/** Runs a resource's operations with their contract samples, one after the other, in one workspace. */
class SampleRunner {
	private readonly workspace: Workspace;

	constructor(
		private readonly emulator: Emulator,
		private readonly resource: string,
	) {
		this.workspace = new Workspace(emulator);
	}

	/** Returns the JSON of all items; there is at least one. */
	async run({ value: operation }: Operation): Promise<IDataObject[]> {
		const sample = samples[this.resource]?.[operation];
		if (sample === undefined)
			throw new Error(`test/contract/samples/${this.resource}.ts lacks a sample`);
		const output: IDataObject[] = [];
		// The sample before may have hidden from search what it wrote.
		this.emulator.settings.searchLagMilliseconds = 0;
		for (const { parameters } of await sample(this.workspace)) {
			const kept = Object.entries(parameters).filter(([name]) => !shaping.includes(name));
			const { error, json } = await runNode({
				parameters: { resource: this.resource, operation, ...Object.fromEntries(kept) },
				credentials: {
					type: 'intercomAccessTokenApi',
					data: { accessToken: this.emulator.token, baseUrl: this.emulator.url },
				},
			});
			if (error !== undefined) throw new Error(`${error.message}. ${error.description ?? ''}`);
			output.push(...json);
		}
		if (output.length === 0) throw new Error('the sample returns no item');
		return output;
	}
}

/**
 * What operations of a resource return by default: the JSON of all items that their contract samples
 * give, run by n8n's engine, by the operation's value. A resource has an emulator of its own, so that
 * its outputs never change with another resource's.
 *
 * @throws Error when an operation has no sample, or when one fails or returns no item
 */
export async function outputsOf(
	resource: string,
	operations: Operation[],
): Promise<Map<string, IDataObject[]>> {
	const emulator = await startEmulator();
	try {
		const runner = new SampleRunner(emulator, resource);
		const outputs = new Map<string, IDataObject[]>();
		for (const operation of operations) {
			const output = await runner.run(operation).catch((error: Error) => {
				throw new Error(`${resource}/${operation.value}: ${error.message}`);
			});
			outputs.set(operation.value, output);
		}
		return outputs;
	} finally {
		await emulator.close();
	}
}
