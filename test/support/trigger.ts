import './n8n-environment';

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

import { HookContext, PollContext, WebhookContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalDataFor } from './additional-data';
import { loadCredentialTypes, loadNode, nodeTypeName } from './compiled-package';
import { SingleCredentialHelper } from './credentials-helper';
import type { StoredCredential } from './credentials-helper';
import { NodeTypeRegistry } from './node-types';

/** Which trigger to host, and how the user has set it up. */
export interface TriggerOptions {
	/** The node's class, e.g. `IntercomTrigger`. */
	className: string;
	/** As n8n stores them. */
	parameters?: Record<string, unknown>;
	credentials?: StoredCredential;
	/** The workflow's time zone, an IANA name; default: UTC. */
	timezone?: string;
	/** Tells workflows apart; default: test-workflow. */
	workflowId?: string;
	/** What n8n stored for the workflow earlier; default: nothing. */
	staticData?: IDataObject;
}

/** The most bytes of a body, as n8n's `N8N_PAYLOAD_SIZE_MAX` sets it by default. */
const payloadSizeMax = 16 * 1024 * 1024;

/** The address of a hosted webhook trigger. */
export interface WebhookAddress {
	url: string;
	close(): Promise<void>;
}

/**
 * A trigger node of this package in n8n-core's own contexts, in the place of n8n's server: it keeps
 * static data, calls the activation hooks, hands over webhook requests and polls.
 */
export class HostedTrigger {
	/** What n8n has stored for the workflow. */
	stored: IDataObject;
	/** The items of every run that the trigger started by webhook. */
	readonly runs: INodeExecutionData[][][] = [];
	private readonly handling = new Set<Promise<void>>();
	private readonly nodeType: INodeType;
	private readonly additionalData: IWorkflowExecuteAdditionalData;

	/** What polls wrote to n8n's log as warnings. */
	readonly warnings: string[] = [];

	constructor(private readonly options: TriggerOptions) {
		this.nodeType = loadNode(options.className);
		this.stored = structuredClone(options.staticData ?? {});
		this.additionalData = additionalDataFor(
			new SingleCredentialHelper(loadCredentialTypes(), options.credentials),
		);
	}

	/** Activates the workflow: calls `create` unless `checkExists` says there is no need. */
	async activate(mode: WorkflowExecuteMode = 'trigger'): Promise<void> {
		if (!(await this.callHook('checkExists', mode))) await this.callHook('create', mode);
	}

	/** Deactivates the workflow. */
	async deactivate(): Promise<void> {
		await this.callHook('delete', 'trigger');
	}

	private async callHook(
		name: 'checkExists' | 'create' | 'delete',
		mode: WorkflowExecuteMode,
	): Promise<boolean> {
		const { workflow, node } = this.open();
		const context = new HookContext(
			workflow,
			node,
			this.additionalData,
			mode,
			'activate',
			this.webhookData(workflow, 'POST'),
		);
		const hook = this.nodeType.webhookMethods?.default?.[name];
		if (hook === undefined) throw new Error(`The node has no ${name}`);
		const result = await hook.call(context);
		this.save(workflow);
		return result;
	}

	/** Polls once; null when there was nothing new. Static data is kept as n8n keeps it in memory. */
	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<IDataObject[] | null> {
		const { workflow, node } = this.open();
		const context = new PollContext(workflow, node, this.additionalData, mode, 'activate');
		const warn = (message: string) => this.warnings.push(message);
		Object.defineProperty(context, 'logger', { value: { warn } });
		if (this.nodeType.poll === undefined) throw new Error('The node does not poll');
		const result = await this.nodeType.poll.call(context);
		this.save(workflow);
		return result === null ? null : result[0].map(({ json }) => json);
	}

	/** Serves the trigger's webhook over HTTP, on a free port. */
	async serve(mode: WorkflowExecuteMode = 'webhook'): Promise<WebhookAddress> {
		const server = createServer((request, response) => {
			const handled = this.handle(request, response, mode).catch((error: unknown) => {
				response.writeHead(500).end(String(error));
			});
			this.handling.add(handled);
			void handled.then(() => this.handling.delete(handled));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		return {
			url: `http://127.0.0.1:${port}/webhook`,
			close: async () => {
				server.closeAllConnections();
				await new Promise((resolve) => server.close(resolve));
			},
		};
	}

	/** Waits for what the trigger still does after it has answered. */
	async settle(): Promise<void> {
		await Promise.all(this.handling);
	}

	private async handle(
		request: IncomingMessage,
		response: ServerResponse,
		mode: WorkflowExecuteMode,
	): Promise<void> {
		const rawBody = await buffer(request);
		// As in n8n, each request works on its own copy of what was stored when it came in.
		const { workflow, node } = this.open();
		const send = (status: number, body?: unknown) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(body === undefined ? undefined : JSON.stringify(body));
		};
		const reply = (status: number) => ({
			json: (body: unknown) => send(status, body),
			end: () => send(status),
		});
		const context = new WebhookContext(
			workflow,
			node,
			{
				...this.additionalData,
				httpRequest: Object.assign(request, withBody(rawBody)),
				httpResponse: { status: reply },
			} as IWorkflowExecuteAdditionalData,
			mode,
			this.webhookData(workflow, request.method ?? 'POST'),
			[],
			null,
		);
		const result = (await this.nodeType.webhook?.call(context)) ?? {};
		if (result.workflowData !== undefined) this.runs.push(result.workflowData);
		this.save(workflow);
		if (result.noWebhookResponse !== true) send(200, result.webhookResponse);
	}

	private webhookData(workflow: Workflow, method: string): IWebhookData {
		const { webhooks = [] } = this.nodeType.description;
		const webhookDescription = webhooks.find(({ httpMethod }) => httpMethod === method);
		if (webhookDescription === undefined) throw new Error(`The node takes no ${method}`);
		return {
			httpMethod: webhookDescription.httpMethod as IWebhookData['httpMethod'],
			node: 'Trigger',
			path: webhookDescription.path,
			webhookDescription,
			workflowId: workflow.id,
			workflowExecuteAdditionalData: this.additionalData,
		};
	}

	private open(): { workflow: Workflow; node: INode } {
		const { parameters = {}, credentials, timezone = 'UTC', workflowId } = this.options;
		const typeName = nodeTypeName(this.nodeType);
		const { version } = this.nodeType.description;
		const workflow = new Workflow({
			id: workflowId ?? 'test-workflow',
			active: true,
			nodes: [
				{
					id: 'trigger-under-test',
					name: 'Trigger',
					type: typeName,
					typeVersion: Math.max(...[version].flat()),
					position: [0, 0],
					parameters: structuredClone(parameters) as INodeParameters,
					...(credentials && {
						credentials: { [credentials.type]: { id: credentials.type, name: 'Test credential' } },
					}),
				},
			],
			connections: {},
			nodeTypes: new NodeTypeRegistry([[typeName, this.nodeType]]),
			staticData: structuredClone(this.stored),
			settings: { executionOrder: 'v1', timezone },
		});
		return { workflow, node: workflow.nodes.Trigger };
	}

	private save(workflow: Workflow): void {
		const { staticData } = workflow;
		if (staticData.__dataChanged === true) this.stored = JSON.parse(JSON.stringify(staticData));
	}
}

/** What n8n adds to a request whose content type it does not read itself: the body is read on demand. */
function withBody(body: Buffer): { rawBody?: Buffer; readRawBody(): Promise<void> } {
	return {
		async readRawBody() {
			if (body.length > payloadSizeMax)
				throw Object.assign(new Error('request entity too large'), {
					type: 'entity.too.large',
					status: 413,
				});
			this.rawBody = body;
		},
	};
}
