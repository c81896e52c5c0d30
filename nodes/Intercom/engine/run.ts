import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { IntercomClient } from '../client/client';
import { runChains } from './chains';
import { choicesFor, type Choices } from './choices';
import { endpointFor, type Endpoint } from './endpoint';
import { InputError, quoted } from './input-error';
import { errorText, itemError, type NodeFailure } from './item-error';
import { ItemRunner } from './item-runner';
import type { Operation, Resource } from './operation';
import { ParameterReader } from './parameter-reader';
import { Preparation } from './preparation';
import { withRecords } from './record-locks';
import { credentialTypeOf, requestSettings, type RequestSettings } from './settings';

interface Prepared {
	endpoint: Endpoint;
	choices: Choices;
}

/** What is the same for all items. */
interface Chosen {
	operation: Operation;
	settings: RequestSettings;
	credentialType: string;
}

/**
 * The operation chosen in the node.
 *
 * @throws InputError where there is none
 */
function operationOf(resources: Resource[], resource: unknown, operation: unknown): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found !== undefined) return found;
	throw new InputError(
		`This version of the Intercom node has no operation ${quoted(operation)} for ${quoted(resource)}`,
		"Choose another under 'Resource' and 'Operation', or update the package.",
	);
}

/** One execution of the node: the only item loop there is. */
class Execution {
	private readonly node: INode;
	private readonly reader: ParameterReader;
	private readonly outputs: INodeExecutionData[][] = [];
	private readonly failures = new Map<number, NodeFailure>();
	private readonly signal?: AbortSignal;
	private done = 0;

	constructor(private readonly context: IExecuteFunctions) {
		this.node = context.getNode();
		this.reader = new ParameterReader(context);
		this.signal = context.getExecutionCancelSignal();
	}

	async run(resources: Resource[]): Promise<INodeExecutionData[][]> {
		const { operation, settings, credentialType } = this.chosen(resources);
		const items = this.context.getInputData();
		const stop = () => this.mustStop();
		const prepare = (index: number) => this.prepare(operation, index);
		const prepared = new Preparation(items.length, prepare, stop);
		this.throwFirstFailure();
		const client = await IntercomClient.connect(
			this.context,
			credentialType,
			settings,
			this.signal,
		);
		const runner = new ItemRunner(this.context, operation, client);
		const chains = runChains({
			count: items.length,
			concurrency: settings.concurrency,
			recordsOf: (index) => prepared.get(index)?.endpoint.records ?? [],
			work: async (index) => {
				await this.runItem(runner, client.appKey, prepared.get(index), index);
				prepared.release(index);
			},
			stop,
		});
		await Promise.all([prepared.finish(), chains]);
		this.throwFirstFailure();
		return [this.collect(items.length)];
	}

	/** What is chosen for all items; where n8n takes an expression there, the first item's counts. */
	private chosen(resources: Resource[]): Chosen {
		const read = (name: string) => this.read(name, 0);
		try {
			return {
				operation: operationOf(resources, read('resource'), read('operation')),
				settings: requestSettings(read('requestSettings')),
				credentialType: credentialTypeOf(read('authentication')),
			};
		} catch (error) {
			throw itemError(this.node, error, this.context.logger);
		}
	}

	private read(name: string, itemIndex: number): unknown {
		return this.reader.read(name, itemIndex);
	}

	/** Makes an item's request; bad input is noted as the item's failure. */
	private prepare(operation: Operation, index: number): Prepared | undefined {
		const read = (name: string) => this.read(name, index);
		const timezone = this.context.getTimezone();
		try {
			const endpoint = endpointFor(operation, read, timezone);
			return { endpoint, choices: choicesFor(operation, endpoint.values, read, timezone) };
		} catch (error) {
			this.fail(index, error);
			return undefined;
		}
	}

	/** Does one item, while no other execution of this process works on the same record of the app. */
	private async runItem(
		runner: ItemRunner,
		app: string,
		item: Prepared | undefined,
		index: number,
	): Promise<void> {
		if (item === undefined) return;
		const { endpoint, choices } = item;
		const work = async () => {
			// Another item may have failed while this one waited.
			if (this.mustStop()) return;
			this.outputs[index] = await runner.run(endpoint, choices, index);
			this.done += 1;
		};
		try {
			const names = endpoint.records.map((record) => `${app} ${record}`);
			await withRecords(names, work, this.signal);
		} catch (error) {
			this.fail(index, error);
		}
	}

	private fail(index: number, thrown: unknown): void {
		this.failures.set(index, itemError(this.node, thrown, this.context.logger, index));
	}

	private mustStop(): boolean {
		return (
			this.signal?.aborted === true || (this.failures.size > 0 && !this.context.continueOnFail())
		);
	}

	/** In "stop" mode the first item that failed is the one to report, whatever finished first. */
	private throwFirstFailure(): void {
		if (this.failures.size === 0 || this.context.continueOnFail()) return;
		let [index, first] = [Infinity, undefined as NodeFailure | undefined];
		for (const [candidate, failure] of this.failures)
			if (candidate < index) [index, first] = [candidate, failure];
		if (first === undefined) return;
		if (this.done > 0)
			first.description =
				`${first.description ?? ''} Before this, ${this.done} item(s) were already carried out in Intercom; set 'On Error' to continue to keep their results.`.trim();
		throw first;
	}

	private collect(count: number): INodeExecutionData[] {
		const collected: INodeExecutionData[] = [];
		for (let index = 0; index < count; index += 1) {
			const failure = this.failures.get(index);
			if (failure !== undefined)
				collected.push({ json: { error: errorText(failure) }, pairedItem: { item: index } });
			else for (const output of this.outputs[index] ?? []) collected.push(output);
		}
		return collected;
	}
}

/**
 * Runs the operation chosen in the node for all input items: side by side within bounds, output
 * in input order, each output paired with its item. With "continue" an item that fails gives an
 * item with only an `error` text, which n8n routes (n8n-platform.md §6.4).
 *
 * @throws NodeApiError or NodeOperationError of the first failed item, unless the node continues
 */
export async function execute(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	return await new Execution(context).run(resources);
}
