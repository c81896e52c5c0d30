import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
} from 'n8n-workflow';

import { isFields } from '../../nodes/Intercom/engine/data';
import { execute } from '../../nodes/Intercom/engine/run';
import type { Values } from '../../nodes/Intercom/engine/operation';
import { resources } from '../../nodes/Intercom/resources';
import type { SentRequest } from '../contract/contract';
import type { Answers } from './answers';

/** The secret that must show up nowhere. */
export const token = 'dG9rOnNlY3JldC10b2tlbi1vZi10aGUtZnV6eg';

/** What running the node came to. */
export interface Outcome {
	requests: SentRequest[];
	outputs?: INodeExecutionData[];
	/** What was thrown. */
	thrown?: unknown;
}

function node(parameters: Values): INode {
	return {
		id: 'fuzz',
		name: 'Intercom',
		type: 'intercom',
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as IDataObject as INode['parameters'],
	};
}

/** A query as a server reads it: names and texts, lists with brackets. */
function readQuery(query: unknown): Record<string, unknown> {
	const read: Record<string, unknown> = {};
	for (const [name, value] of Object.entries((query ?? {}) as object)) {
		if (value === undefined || value === null) continue;
		if (Array.isArray(value)) read[`${name.replace(/\[\]$/, '')}[]`] = value.map(String);
		else read[name] = String(value);
	}
	return read;
}

/** n8n sends no body for an empty object. */
function isNothing(body: unknown): boolean {
	return body === undefined || (isFields(body) && Object.keys(body).length === 0);
}

/** A request as it would go over the wire. */
function wired({ method = 'GET', url, qs, body, headers }: IHttpRequestOptions): SentRequest {
	const { pathname, searchParams } = new URL(url);
	return {
		method,
		path: pathname,
		query: { ...Object.fromEntries(searchParams), ...readQuery(qs) },
		headers: Object.fromEntries(
			Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
		),
		body: isNothing(body) ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
	};
}

/**
 * Runs the node for one empty item in a pretended n8n: every value reaches the node as it is, no
 * request leaves the process, and Intercom's description answers. What n8n itself makes of
 * expressions is not tried here, but a run costs a fraction of a millisecond.
 */
export async function runPretended(parameters: Values, answers: Answers): Promise<Outcome> {
	const requests: SentRequest[] = [];
	const silent = { debug() {}, error() {}, info() {}, warn() {} };
	const context = {
		logger: silent,
		getNode: () => node(parameters),
		getInputData: () => [{ json: {}, binary: {} }],
		getNodeParameter: (name: string) => parameters[name],
		getTimezone: () => 'Europe/Dublin',
		getCredentials: async () => ({ accessToken: token, region: 'us' }),
		getExecutionCancelSignal: () => undefined,
		continueOnFail: () => false,
		addExecutionHints: () => {},
		helpers: {
			assertBinaryData: () => ({ mimeType: 'text/plain', fileName: 'file.txt', data: '' }),
			getBinaryDataBuffer: async () => Buffer.from('content'),
			prepareBinaryData: async () => ({ mimeType: 'text/plain', data: '' }),
			httpRequest: async () => ({ statusCode: 404, headers: {}, body: '' }),
			httpRequestWithAuthentication: async (_type: string, options: IHttpRequestOptions) => {
				const request = wired(options);
				requests.push(request);
				return answers.to(request);
			},
		},
	};
	try {
		const [outputs] = await execute(context as unknown as IExecuteFunctions, resources);
		return { requests, outputs };
	} catch (thrown) {
		return { requests, thrown };
	}
}
