import { Workflow } from 'n8n-workflow';
import type { INode, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';

import type { StoredCredential } from './credentials-helper';
import { itemSource, NodeTypeRegistry } from './node-types';

/** The name of the first node of every test workflow, for expressions such as `{{ $('Start').item.json.id }}`. */
export const startNodeName = 'Start';

/** The node under test and its surroundings. */
export interface WorkflowOptions {
	nodeType: INodeType;
	/** The type's name as workflows store it, e.g. `n8n-nodes-base.httpRequest`; default: the description's name. */
	typeName?: string;
	parameters?: Record<string, unknown>;
	/** What the first node gives out. */
	items?: INodeExecutionData[];
	credentials?: StoredCredential;
	/** IANA name; default UTC. */
	timezone?: string;
	/** Overrides settings of the node, e.g. `retryOnFail`. */
	node?: Partial<INode>;
}

/**
 * Builds the workflow `Start -> node under test`.
 *
 * n8n drops parameters that the chosen resource and operation don't show. In a test that is a slip of the
 * pen, so it is refused.
 *
 * @throws Error naming the parameters that n8n would drop
 */
export function buildWorkflow(options: WorkflowOptions): { workflow: Workflow; node: INode } {
	const { nodeType, typeName = nodeType.description.name, credentials } = options;
	const version = nodeType.description.defaultVersion ?? nodeType.description.version;
	const given = structuredClone(options.parameters ?? {});
	const subject: INode = {
		id: 'node-under-test',
		name: nodeType.description.displayName,
		type: typeName,
		typeVersion: Array.isArray(version) ? Math.max(...version) : version,
		position: [220, 0],
		parameters: given as INodeParameters,
		...(credentials && {
			credentials: { [credentials.type]: { id: credentials.type, name: 'Test credential' } },
		}),
		...options.node,
	};
	const start: INode = {
		id: 'start',
		name: startNodeName,
		type: 'start',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: 'test-workflow',
		name: 'Test workflow',
		active: false,
		nodes: [start, subject],
		connections: { [start.name]: { main: [[{ node: subject.name, type: 'main', index: 0 }]] } },
		nodeTypes: new NodeTypeRegistry([
			[start.type, itemSource(options.items)],
			[typeName, nodeType],
		]),
		settings: { executionOrder: 'v1', timezone: options.timezone ?? 'UTC' },
	});
	const node = workflow.nodes[subject.name];
	const dropped = droppedPaths(options.parameters ?? {}, node.parameters);
	if (dropped.length > 0) {
		throw new Error(
			`The node has no such parameters for this resource and operation: ${dropped.join(', ')}`,
		);
	}
	return { workflow, node };
}

function droppedPaths(given: unknown, kept: unknown, path = ''): string[] {
	if (!isRecord(given)) return [];
	return Object.entries(given).flatMap(([key, value]) => {
		const name = path === '' ? key : `${path}.${key}`;
		if (value === undefined) return [];
		if (!isRecord(kept) || !(key in kept)) return [name];
		return droppedPaths(value, kept[key], name);
	});
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
