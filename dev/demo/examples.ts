import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Playground } from '../n8n/playground';
import type { N8nClient, StoredWorkflow, WorkflowDefinition } from '../n8n/rest';

const FOLDER = path.join(__dirname, '..', '..', 'examples');
const PACKAGE_PREFIX = 'n8n-nodes-intercom.';
const NOTE_TYPE = 'n8n-nodes-base.stickyNote';
const TRIGGER_TYPE = 'n8n-nodes-base.manualTrigger';

/** What one node of an example did. */
export interface NodeResult {
	node: string;
	/** n8n's word: success or error; "not run" when no item reached the node. */
	status: string;
	items: INodeExecutionData[];
}

/** What a run of an example did. */
export interface ExampleResult {
	name: string;
	status: string;
	/** Why the run failed, in the words that the user of n8n reads. */
	message?: string;
	/** In the workflow's order. */
	nodes: NodeResult[];
	/** Whether the run succeeded and each node returned at least one item. */
	passed: boolean;
}

/** Stores the workflows of the examples folder in n8n, with the playground's credential. */
export async function importExamples({
	client,
	credential,
}: Pick<Playground, 'client' | 'credential'>): Promise<StoredWorkflow[]> {
	const { type, ...reference } = credential;
	const workflows: StoredWorkflow[] = [];
	for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort()) {
		const text = await readFile(path.join(FOLDER, name), 'utf8');
		const workflow = JSON.parse(text) as WorkflowDefinition;
		const nodes = workflow.nodes.map((node) =>
			node.type.startsWith(PACKAGE_PREFIX) ? { ...node, credentials: { [type]: reference } } : node,
		);
		workflows.push(await client.createWorkflow({ ...workflow, nodes }));
	}
	return workflows;
}

/**
 * Runs an example from its manual trigger.
 * @throws Error when n8n refuses to run it
 */
export async function runExample(
	client: N8nClient,
	workflow: StoredWorkflow,
): Promise<ExampleResult> {
	const trigger = workflow.nodes.find(({ type }) => type === TRIGGER_TYPE);
	if (!trigger) throw new Error(`The example "${workflow.name}" has no manual trigger`);
	const { status, runData, error } = await client.runWorkflow(workflow, trigger.name);
	const nodes = workflow.nodes
		.filter(({ type }) => type !== NOTE_TYPE)
		.map(({ name }) => {
			const [run] = runData[name] ?? [];
			return {
				node: name,
				status: run?.executionStatus ?? 'not run',
				items: run?.data?.main.flatMap((items) => items ?? []) ?? [],
			};
		});
	return {
		name: workflow.name,
		status,
		message: [error?.message, error?.description].filter(Boolean).join(' - ') || undefined,
		nodes,
		passed: status === 'success' && nodes.every(({ items }) => items.length > 0),
	};
}
