import './n8n-environment';

import { createNodeAsTool } from 'n8n-core/dist/execution-engine/node-execution-context/utils/create-node-as-tool';
import type { INode, INodeParameters, INodeProperties } from 'n8n-workflow';

import { loadNode } from './compiled-package';
import { runNode } from './engine';
import type { NodeRun } from './engine';
import type { StoredCredential } from './credentials-helper';

/** The node as n8n hands it to an AI model. */
export interface NodeTool {
	/** What the tool is for: what n8n derives from resource and operation. */
	description: string;
	/**
	 * Calls the tool as a model does. n8n checks the arguments and gives them to the node as its item.
	 *
	 * @throws Error when the arguments don't fit the tool's schema
	 */
	call(given: Record<string, unknown>): Promise<NodeRun>;
}

/** Parameters with a `$fromAI()` in place of each value, and the values as a model would give them. */
export interface ModelParameters {
	parameters: Record<string, unknown>;
	given: Record<string, unknown>;
}

/** Makes a tool of this package's node in n8n's own way: every `$fromAI()` becomes an argument. */
export function nodeTool(
	parameters: Record<string, unknown>,
	credentials: StoredCredential,
): NodeTool {
	const nodeType = loadNode();
	const node: INode = {
		id: 'tool',
		name: nodeType.description.displayName,
		type: `${nodeType.description.name}Tool`,
		typeVersion: 1,
		position: [0, 0],
		parameters: { descriptionType: 'auto', ...parameters } as INodeParameters,
	};
	const runs: NodeRun[] = [];
	const { response: tool } = createNodeAsTool({
		node,
		nodeType,
		handleToolInvocation: async (item) => {
			runs.push(await runNode({ parameters, items: [item], credentials }));
			return '';
		},
	});
	return {
		description: tool.description,
		call: async (given) => {
			await tool.invoke(given);
			return runs[runs.length - 1];
		},
	};
}

/** Kinds of parameters that a person chooses when building the tool; a model fills in the others. */
const chosen = new Set(['multiOptions', 'notice', 'options', 'resourceMapper']);

function byName(parameters: INodeProperties[], name: string): INodeProperties | undefined {
	const found = parameters.filter((parameter) => parameter.name === name);
	return found.find(({ type }) => chosen.has(type)) ?? found[0];
}

/** Leaves the values of some parameters to the model. */
class Handover {
	readonly given: Record<string, unknown> = {};

	all(parameters: INodeProperties[], values: object): Record<string, unknown> {
		return Object.fromEntries(
			Object.entries(values).map(([name, value]) => {
				const parameter = byName(parameters, name);
				return [name, parameter === undefined ? value : this.one(parameter, value)];
			}),
		);
	}

	private one(parameter: INodeProperties, value: unknown): unknown {
		if (chosen.has(parameter.type) || parameter.noDataExpression === true) return value;
		if (typeof value !== 'object' || value === null) return this.leaf(parameter.name, value);
		if (parameter.type === 'resourceLocator') return this.locator(parameter.name, value);
		if (parameter.type === 'collection')
			return this.all((parameter.options ?? []) as INodeProperties[], value);
		return value;
	}

	private locator(name: string, locator: { value?: unknown }): object {
		return { ...locator, value: this.leaf(name, locator.value) };
	}

	private leaf(name: string, value: unknown): unknown {
		const type = typeof value;
		if (value === '' || !['boolean', 'number', 'string'].includes(type)) return value;
		this.given[name] = value;
		return `={{ $fromAI('${name}', '', '${type}') }}`;
	}
}

/** Puts `$fromAI()` into the parameters of an operation, wherever n8n's editor offers it to the user. */
export function handedToModel(
	resource: string,
	operation: string,
	parameters: Record<string, unknown>,
): ModelParameters {
	const own = loadNode().description.properties.filter(({ displayOptions }) => {
		const { show } = displayOptions ?? {};
		return show?.resource?.includes(resource) && show.operation?.includes(operation);
	});
	const handover = new Handover();
	const replaced = handover.all(own, parameters);
	return { parameters: { resource, operation, ...replaced }, given: handover.given };
}
