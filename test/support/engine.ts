import './n8n-environment';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	ExecutionStatus,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	ITaskData,
	NodeExecutionHint,
	OnError,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor } from './additional-data';
import { loadCredentialTypes, loadNode, nodeTypeName } from './compiled-package';
import { SingleCredentialHelper } from './credentials-helper';
import type { StoredCredential } from './credentials-helper';
import { buildWorkflow, startNodeName } from './workflow';

/** What to run a node with. Executions share nothing in the harness, so several may run at the same time. */
export interface RunNodeOptions {
	/** As n8n stores them: expressions as `={{ … }}`, resource locators as `{ __rl: true, mode, value }`. */
	parameters: Record<string, unknown>;
	/** The JSON of the items that the node receives; default: one empty item. */
	items?: Array<Record<string, unknown>>;
	/** Whole items, with binary data for instance; goes before `items`. */
	inputData?: INodeExecutionData[];
	credentials?: StoredCredential;
	/** What n8n does when an item fails; default: stopWorkflow. */
	onError?: OnError;
	/** The workflow's time zone, an IANA name; default: UTC. */
	timezone?: string;
	/** Overrides settings of the node, e.g. `{ retryOnFail: true, maxTries: 3 }`. */
	node?: Partial<INode>;
	/** Cancels the execution, as a user does with the stop button, after so many milliseconds. */
	abortAfterMilliseconds?: number;
	/** Default: trigger, as an active workflow runs. */
	mode?: WorkflowExecuteMode;
}

/** For nodes of other packages: where their type name and credential types come from. */
export interface RunNodeTypeOptions extends RunNodeOptions {
	/** The type's name as workflows store it, e.g. `n8n-nodes-base.httpRequest`; default: the description's name. */
	typeName?: string;
	/** The credential types that the node may use; default: none. */
	credentialTypes?: ICredentialType[];
}

/** An error as n8n stores it with the execution. */
export interface RunError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	context?: IDataObject;
	[property: string]: unknown;
}

/** What came of running a node. */
export interface NodeRun {
	/** The items of the node's first output. */
	items: INodeExecutionData[];
	/** The items of the error output; empty unless `onError` is continueErrorOutput. */
	errorItems: INodeExecutionData[];
	/** The JSON of `items`. */
	json: IDataObject[];
	/** The error that ended the execution. */
	error?: RunError;
	/** The hints that the node shows beside its output. */
	hints: NodeExecutionHint[];
	/** n8n's status of the execution: success, error, canceled … */
	status: ExecutionStatus;
	/** n8n's full record of the execution. */
	run: IRun;
}

/**
 * Runs the compiled node of this package in n8n's own engine: expressions are evaluated, requests go out over
 * HTTP, outputs and errors are routed as n8n routes them.
 *
 * @throws Error when the package is not built, for parameters that the node doesn't have, and n8n's own error
 * when a required parameter is empty: then n8n starts nothing
 */
export async function runNode(options: RunNodeOptions): Promise<NodeRun> {
	const nodeType = loadNode();
	return await runNodeType(nodeType, {
		...options,
		typeName: nodeTypeName(nodeType),
		credentialTypes: loadCredentialTypes(),
	});
}

/** Runs a node of any kind in n8n's own engine: programmatic or declarative, of this package or another. */
export async function runNodeType(
	nodeType: INodeType,
	options: RunNodeTypeOptions,
): Promise<NodeRun> {
	const mode = options.mode ?? 'trigger';
	const items =
		options.inputData ?? (options.items ?? [{}]).map((json) => ({ json: json as IDataObject }));
	const { workflow, node } = buildWorkflow({
		...options,
		nodeType,
		items: structuredClone(items),
		node: { ...(options.onError && { onError: options.onError }), ...options.node },
	});
	const executionId = 'test-execution';
	const hooks = new ExecutionLifecycleHooks(mode, executionId, {
		id: workflow.id,
		name: workflow.name ?? '',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
	});
	// A cancelled node may still throw; what n8n keeps is the status it announces first.
	let status: ExecutionStatus | undefined;
	hooks.addHandler('workflowExecuteAfter', (run) => {
		status ??= run.status;
	});
	const helper = new SingleCredentialHelper(options.credentialTypes ?? [], options.credentials);
	const additionalData = { ...additionalDataFor(helper, { executionId }), hooks };
	const execution = new WorkflowExecute(additionalData, mode).run({
		workflow,
		startNode: workflow.nodes[startNodeName],
	});
	const { abortAfterMilliseconds } = options;
	const timer =
		abortAfterMilliseconds === undefined
			? undefined
			: setTimeout(() => execution.cancel(), abortAfterMilliseconds);
	try {
		const run = await execution;
		return { ...describeRun(run, node), status: status ?? run.status };
	} finally {
		clearTimeout(timer);
	}
}

function describeRun(run: IRun, node: INode): Omit<NodeRun, 'status'> {
	const { error, runData } = run.data.resultData;
	const task: ITaskData | undefined = runData[node.name]?.at(-1);
	const outputs = task?.data?.[NodeConnectionTypes.Main] ?? [];
	const items = outputs[0] ?? [];
	const failed = node.onError === 'continueErrorOutput' ? outputs.at(-1) : undefined;
	return {
		items,
		errorItems: failed ?? [],
		json: items.map((item) => item.json),
		error: error as RunError | undefined,
		hints: task?.hints ?? [],
		run,
	};
}
