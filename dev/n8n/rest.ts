import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import type {
	ExecutionError,
	IConnections,
	IDataObject,
	INode,
	INodeListSearchResult,
	INodePropertyOptions,
	IRunData,
	ResourceMapperFields,
} from 'n8n-workflow';
import type { N8nMajor } from './install';

/** Who owns an n8n. */
export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** A stored credential, as nodes point to it. */
export interface CredentialReference {
	id: string;
	name: string;
	type: string;
}

/** A workflow to store; the shape of n8n's export files. */
export interface WorkflowDefinition {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IDataObject;
}

/** A stored workflow. */
export interface StoredWorkflow extends WorkflowDefinition {
	id: string;
	versionId: string;
}

/** A finished execution with its data. */
export interface Execution {
	id: string;
	status: string;
	/** What each node returned, by node name. */
	runData: IRunData;
	/** Why the execution failed. */
	error?: ExecutionError;
}

/** Which node asks for the entries of one of its drop-downs. */
export interface DynamicParameterRequest {
	nodeType: string;
	/** Such as `parameters.contactId`. */
	path: string;
	/** Name of the method in the node's `methods`. */
	methodName: string;
	parameters: IDataObject;
	credential: CredentialReference;
	/** Search text. */
	filter?: string;
	paginationToken?: string;
}

interface ExecutionRecord {
	status: string;
	/** In flatted form: the npm package `flatted` parses it. */
	data: string;
}

interface ExecutionData {
	resultData: Pick<Execution, 'runData' | 'error'>;
}

interface PublicationStatus {
	status: string;
	triggers?: Array<{ errorMessage?: string }>;
}

/** Statuses of executions that do not go on. */
const ENDED = new Set(['success', 'error', 'canceled', 'crashed']);

const POLL_MILLISECONDS = 100;
const EXECUTION_PAGE = 100;
const EXECUTION_TIMEOUT_SECONDS = 120;
const ACTIVATION_TIMEOUT_SECONDS = 60;

/** n8n's REST interface, as its editor uses it. Facts: n8n-e2e.md §1. */
export class N8nClient {
	private cookie = '';

	constructor(
		private readonly url: string,
		private readonly major: N8nMajor,
	) {}

	/** Creates the owner's account of a new n8n and logs in. */
	async setUpOwner(owner: Owner): Promise<void> {
		await this.request('POST', '/owner/setup', owner);
	}

	/** Stores a credential. */
	async createCredential(
		name: string,
		type: string,
		data: IDataObject,
	): Promise<CredentialReference> {
		const { id } = await this.request<{ id: string }>('POST', '/credentials', { name, type, data });
		return { id, name, type };
	}

	/** All stored credentials. */
	async listCredentials(): Promise<CredentialReference[]> {
		return await this.request('GET', '/credentials');
	}

	/** Runs a stored credential's test with the given data, like the editor's "Retry" button. */
	async testCredential(
		credential: CredentialReference,
		data: IDataObject,
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.request('POST', '/credentials/test', {
			credentials: { ...credential, data },
		});
	}

	/** Stores a workflow, not active. */
	async createWorkflow(workflow: WorkflowDefinition): Promise<StoredWorkflow> {
		return await this.request('POST', '/workflows', {
			settings: { executionOrder: 'v1' },
			...workflow,
			active: false,
		});
	}

	/**
	 * Runs a stored workflow from its trigger, as the editor's button does, and waits for its end.
	 * @param triggerName name of the node to start from
	 * @throws Error when it does not end in time
	 */
	async runWorkflow(workflow: StoredWorkflow, triggerName: string): Promise<Execution> {
		const { executionId } = await this.request<{ executionId: string }>(
			'POST',
			`/workflows/${workflow.id}/run`,
			{
				triggerToStartFrom: { name: triggerName },
				// n8n 1 runs the workflow of the request, n8n 2 the stored one.
				...(this.major === '1' && { workflowData: workflow }),
			},
		);
		return await this.waitForExecution(executionId);
	}

	/**
	 * Waits until an execution has ended.
	 * @throws Error when it does not end in time
	 */
	async waitForExecution(executionId: string): Promise<Execution> {
		return await this.poll(
			EXECUTION_TIMEOUT_SECONDS,
			`execution ${executionId} to end`,
			async () => {
				const path = `/executions/${executionId}`;
				const { status, data } = await this.request<Partial<ExecutionRecord>>('GET', path);
				if (!data || !ENDED.has(String(status))) return undefined;
				// n8n stores the status a moment before the data, which is an empty list until then.
				const stored = parse(data) as ExecutionData | undefined;
				return stored && { id: executionId, status: String(status), ...stored.resultData };
			},
		);
	}

	/** Lists the ids of all executions of a workflow. */
	async listExecutions(workflowId: string): Promise<string[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const ids = new Set<string>();
		let before = '';
		for (;;) {
			const { results } = await this.request<{ results: Array<{ id: string }> }>(
				'GET',
				`/executions?filter=${filter}&limit=${EXECUTION_PAGE}${before}`,
			);
			const known = ids.size;
			for (const { id } of results) ids.add(id);
			if (ids.size === known || results.length < EXECUTION_PAGE) return [...ids];
			// n8n sorts by start time and pages by id; without an overlap some would fall in between.
			before = `&lastId=${Number(results.at(-1)?.id) + EXECUTION_PAGE / 2}`;
		}
	}

	/**
	 * Listens for one test event of a webhook trigger, as the editor's button does.
	 * @throws Error when the trigger can't be registered
	 */
	async listenForTestEvent(workflow: StoredWorkflow, triggerName: string): Promise<void> {
		const { waitingForWebhook } = await this.request<{ waitingForWebhook?: boolean }>(
			'POST',
			`/workflows/${workflow.id}/run`,
			{
				triggerToStartFrom: { name: triggerName },
				...(this.major === '1' && { workflowData: workflow }),
			},
		);
		if (waitingForWebhook !== true) throw new Error('n8n does not listen for a test event');
	}

	/**
	 * Activates a workflow and waits until its triggers are registered.
	 * @throws Error with the trigger's message when one can't be registered
	 */
	async activate({ id, versionId }: StoredWorkflow): Promise<void> {
		await this.request('POST', `/workflows/${id}/activate`, {
			versionId,
			name: '',
			description: '',
		});
		// n8n 1 answers when the triggers are registered, n8n 2 publishes in the background.
		if (this.major === '1') return;
		await this.poll(ACTIVATION_TIMEOUT_SECONDS, `workflow ${id} to be published`, async () => {
			const { status, triggers = [] } = await this.request<PublicationStatus>(
				'GET',
				`/workflows/${id}/publication-status`,
			);
			if (status === 'failed') {
				const reasons = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
				throw new Error(`n8n could not publish the workflow: ${reasons.join('; ')}`);
			}
			return status === 'published' || undefined;
		});
	}

	/** Deactivates a workflow. */
	async deactivate({ id }: StoredWorkflow): Promise<void> {
		await this.request('POST', `/workflows/${id}/deactivate`, {});
	}

	/** The entries of a plain drop-down. */
	async loadOptions(request: DynamicParameterRequest): Promise<INodePropertyOptions[]> {
		return await this.dynamicParameters('options', request);
	}

	/** The entries of a resource locator's list, one page. */
	async searchList(request: DynamicParameterRequest): Promise<INodeListSearchResult> {
		return await this.dynamicParameters('resource-locator-results', request);
	}

	/** The fields that a resource mapper offers. */
	async mapperFields(request: DynamicParameterRequest): Promise<ResourceMapperFields> {
		return await this.dynamicParameters('resource-mapper-fields', request);
	}

	private async dynamicParameters<Result>(
		kind: string,
		{ nodeType, parameters, credential, ...request }: DynamicParameterRequest,
	): Promise<Result> {
		const { type, ...reference } = credential;
		return await this.request('POST', `/dynamic-node-parameters/${kind}`, {
			...request,
			nodeTypeAndVersion: { name: nodeType, version: 1 },
			currentNodeParameters: parameters,
			credentials: { [type]: reference },
		});
	}

	private async poll<Result>(
		timeoutSeconds: number,
		expected: string,
		look: () => Promise<Result | undefined>,
	): Promise<Result> {
		const deadline = Date.now() + timeoutSeconds * 1000;
		for (;;) {
			const result = await look();
			if (result !== undefined) return result;
			if (Date.now() > deadline) {
				throw new Error(`Waited ${timeoutSeconds} seconds in vain for ${expected}`);
			}
			await sleep(POLL_MILLISECONDS);
		}
	}

	private async request<Result>(method: string, path: string, body?: object): Promise<Result> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { 'content-type': 'application/json', cookie: this.cookie },
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`n8n answered ${response.status} to ${method} ${path}: ${text}`);
		const session = response.headers.getSetCookie().find((value) => value.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';')[0];
		return (JSON.parse(text) as { data: Result }).data;
	}
}
