import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { IntercomClient } from '../client/client';
import { convert, isEmpty } from './convert';
import { runChains } from './chains';
import { endpointFor, isShown, type Endpoint } from './endpoint';
import { errorText, itemError, type NodeFailure } from './item-error';
import { ItemRunner, type Choices } from './item-runner';
import { engineParameters } from './list-parameters';
import type { Operation, Parameter, Resource, Values } from './operation';
import { ParameterReader } from './parameter-reader';
import { credentialTypeOf, requestSettings, type RequestSettings } from './settings';

interface Prepared {
	endpoint: Endpoint;
	choices: Choices;
}

/** The operation chosen in the node. */
function operationOf(resources: Resource[], resource: unknown, operation: unknown): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found !== undefined) return found;
	throw new Error(`This version of the Intercom node has no operation '${resource}: ${operation}'`);
}

/** The values of parameters that depend only on each other, converted. */
function readValues(
	parameters: Parameter[],
	read: (name: string) => unknown,
	timezone: string,
): Values {
	const values: Values = {};
	for (const parameter of parameters) {
		if (!isShown(parameter, values)) continue;
		const value = read(parameter.name);
		if (parameter.type === 'collection') Object.assign(values, value);
		else values[parameter.name] = convert(parameter, value, timezone);
	}
	return values;
}

/** What the user chose in the engine's own parameters; an option an expression empties means its default. */
function choicesOf(
	operation: Operation,
	own: Values,
	read: (name: string) => unknown,
	timezone: string,
): Choices {
	const values = { ...own, ...readValues(engineParameters(operation), read, timezone) };
	const output = operation.list === undefined ? undefined : values.output;
	return {
		returnAll: values.returnAll === true,
		limit: typeof values.limit === 'number' ? values.limit : 50,
		output: (isEmpty(output)
			? values.simplify === true
				? 'simplified'
				: 'raw'
			: output) as Choices['output'],
		selectedFields: (values.selectedFields ?? []) as string[],
		pageSize: values.pageSize as number | undefined,
		startingAfter: values.startingAfter as string | undefined,
	};
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
		const operation = operationOf(resources, this.read('resource', 0), this.read('operation', 0));
		const settings = requestSettings((name) => this.read(name, 0));
		const items = this.context.getInputData();
		const prepared = items.map((_, index) => this.prepare(operation, index));
		this.throwFirstFailure();
		const type = credentialTypeOf(this.read('authentication', 0));
		const client = await IntercomClient.connect(this.context, type, settings, this.signal);
		const runner = new ItemRunner(this.context, operation, client);
		await runChains(
			prepared.map((item) => item?.endpoint.record),
			settings.concurrency,
			async (index) => await this.runItem(runner, prepared[index], index),
			() => this.mustStop(),
		);
		this.throwFirstFailure();
		return [this.collect(items.length)];
	}

	private read(name: string, itemIndex: number): unknown {
		return this.reader.read(name, itemIndex);
	}

	/** Makes an item's request, so that bad input shows before anything is sent. */
	private prepare(operation: Operation, index: number): Prepared | undefined {
		const read = (name: string) => this.read(name, index);
		const timezone = this.context.getTimezone();
		try {
			const endpoint = endpointFor(operation, read, timezone);
			return { endpoint, choices: choicesOf(operation, endpoint.values, read, timezone) };
		} catch (error) {
			this.fail(index, error);
			return undefined;
		}
	}

	private async runItem(
		runner: ItemRunner,
		item: Prepared | undefined,
		index: number,
	): Promise<void> {
		if (item === undefined) return;
		try {
			this.outputs[index] = await runner.run(item.endpoint, item.choices, index);
			this.done += 1;
		} catch (error) {
			this.fail(index, error);
		}
	}

	private fail(index: number, thrown: unknown): void {
		this.failures.set(index, itemError(this.node, thrown, index));
	}

	private mustStop(): boolean {
		return (
			this.signal?.aborted === true || (this.failures.size > 0 && !this.context.continueOnFail())
		);
	}

	/** In "stop" mode the first item that failed is the one to report, whatever finished first. */
	private throwFirstFailure(): void {
		if (this.failures.size === 0 || this.context.continueOnFail()) return;
		const first = this.failures.get(Math.min(...this.failures.keys()));
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

export type { RequestSettings };
