import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { Playground } from '../../../dev/n8n/playground';
import type { CredentialReference, WorkflowDefinition } from '../../../dev/n8n/rest';
import { node } from './workflows';

/** Name of the trigger in workflows of {@link startedBy}. */
export const TRIGGER = 'Trigger';

/** An Intercom Trigger; its address is {@link addressOf}. */
export function webhookTrigger(
	{ type, ...reference }: CredentialReference,
	parameters: INodeParameters = {},
): INode {
	return node(
		TRIGGER,
		'n8n-nodes-intercom.intercomTrigger',
		{ topics: ['*'], ...parameters },
		{ typeVersion: 2, credentials: { [type]: reference }, webhookId: randomUUID() },
	);
}

/** The address of a webhook trigger: the live one, or the one that listens for a test event. */
export function addressOf(
	{ n8n }: Playground,
	trigger: INode,
	kind: 'webhook' | 'webhook-test' = 'webhook',
): string {
	return `${n8n.url}/${kind}/${trigger.webhookId}/webhook`;
}

/** An Intercom Polling Trigger that polls every two seconds. */
export function pollingTrigger(
	{ type, ...reference }: CredentialReference,
	parameters: INodeParameters,
): INode {
	// n8n takes no expression for less than a minute, but it takes one per second (n8n-e2e.md §3).
	const seconds = Array.from({ length: 30 }, (_, index) => index * 2);
	const item = seconds.map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	}));
	return node(
		TRIGGER,
		'n8n-nodes-intercom.intercomPollingTrigger',
		{ ...parameters, pollTimes: { item } },
		{ credentials: { [type]: reference } },
	);
}

/** A workflow in which a trigger reports each of its items to a {@link Sink}. */
export function startedBy(name: string, trigger: INode, sink: Sink): WorkflowDefinition {
	const report = node(
		'Report',
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: sink.url,
			sendBody: true,
			specifyBody: 'json',
			jsonBody: '={{ JSON.stringify($json) }}',
			options: {},
		},
		{ typeVersion: 4.2, position: [220, 0] },
	);
	return {
		name,
		nodes: [trigger, report],
		connections: { [TRIGGER]: { main: [[{ node: 'Report', type: 'main', index: 0 }]] } },
	};
}

/** Collects what workflows report. */
export class Sink {
	/** The items, in the order in which they came. */
	readonly items: Array<Record<string, unknown>> = [];

	private constructor(private readonly server: Server) {}

	/** Starts a sink on a free port. */
	static async start(): Promise<Sink> {
		const server = createServer((request, response) => {
			void text(request).then((body) => {
				sink.items.push(JSON.parse(body) as Record<string, unknown>);
				response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
			});
		});
		const sink = new Sink(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return sink;
	}

	/** Where to report to. */
	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** The values of a field of all items. */
	all(field: string): string[] {
		return this.items.map((item) => String(item[field]));
	}

	/**
	 * Waits until so many items have come, and then a moment for more.
	 * @throws Error when they don't come in time
	 */
	async receive(count: number, timeoutSeconds = 60): Promise<void> {
		const deadline = Date.now() + timeoutSeconds * 1000;
		while (this.items.length < count) {
			if (Date.now() > deadline)
				throw new Error(`${this.items.length} of ${count} items came in ${timeoutSeconds} seconds`);
			await sleep(50);
		}
		await sleep(1_000);
	}

	/** Ends the sink. */
	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}
