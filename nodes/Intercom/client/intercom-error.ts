import { NodeApiError, NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';

import { explain, type Explanation, type Target } from './explanations';
import type { IntercomRequest, IntercomResponse } from './request';
import { isUnclear, type ConnectionOutcome, type ResponseOutcome } from './retry';

/** What Intercom's error answer says, read from any of its shapes (intercom-api.md §7). */
export interface ErrorFacts {
	status: number;
	/** Intercom's code, e.g. `parameter_invalid`; empty where it gave none. */
	code: string;
	/** Intercom's own words; empty where it gave none. */
	message: string;
	/** The field that Intercom objects to. */
	field?: string;
	requestId?: string;
	/** The contact that already has these details (409), or that a merged contact lives on in (410). */
	otherContactId?: string;
	/** True where that contact is archived. */
	otherIsArchived: boolean;
}

function record(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Reads an error answer; never fails, whatever the body is. */
export function readError(response: IntercomResponse): ErrorFacts {
	const body = record(response.body);
	const list = Array.isArray(body.errors) ? body.errors : [body.errors];
	const errors = list.map(record).filter((error) => Object.keys(error).length > 0);
	const first = errors[0] ?? {};
	const messages = errors.map((error) => text(error.message)).filter((message) => message !== '');
	const message = messages.length > 0 ? [...new Set(messages)].join('; ') : text(body.message);
	const merged = /<[^>]*\/contacts\/([^>/?]+)[^>]*>/.exec(response.headers.link ?? '');
	const duplicate = /\bid=(\w+)/.exec(message);
	return {
		status: response.status,
		code: text(first.code) || text(body.error_key) || text(body.code),
		message,
		field: text(first.field) || undefined,
		requestId: text(body.request_id) || response.headers['x-request-id'],
		otherContactId: response.status === 410 ? merged?.[1] : duplicate?.[1],
		otherIsArchived: response.status === 409 && /archived/i.test(message),
	};
}

/**
 * The error that users see. Its text says what happened and what to do; Intercom's message, code
 * and request id stand in the description, and the facts are kept for code that recovers from it.
 */
export class IntercomError extends NodeApiError {
	/** Intercom's answer, or undefined when there was none. */
	readonly facts?: ErrorFacts;

	/** @param details what the user reads; set last, because n8n rewrites texts with words such as EPERM (n8n-platform.md §6.2) */
	constructor(
		node: INode,
		details: { message: string; description: string; status?: number },
		facts?: ErrorFacts,
	) {
		const answer: JsonObject =
			facts === undefined
				? { message: details.message }
				: { message: facts.message, code: facts.code, request_id: facts.requestId ?? '' };
		super(node, answer, { message: details.message, description: details.description });
		this.name = 'NodeApiError';
		this.message = details.message;
		this.description = details.description;
		this.httpCode = details.status === undefined ? null : String(details.status);
		this.facts = facts;
	}
}

/** Makes the error for a credential that can't be used. */
export function credentialError(node: INode, reason: unknown): IntercomError {
	return new IntercomError(node, {
		message: 'The Intercom credential cannot be used',
		description: reason instanceof Error ? reason.message : String(reason),
	});
}

/** What to say where a request may have been carried out although no response says so. */
function unclearAdvice({ repeatable }: IntercomRequest): string {
	const happened = repeatable
		? 'The request may have been carried out. It was sent several times, because repeating it does no harm.'
		: 'The request may have been carried out all the same, so it was not sent again.';
	return `${happened} Look in Intercom before you run it again.`;
}

/** What happened where a response with a status of success is none. */
function explainFault(fault: string): Explanation {
	return {
		message: `Intercom answered with ${fault}`,
		advice:
			"This is usually caused by a proxy, a gateway or an outage. Check the region or the 'API Base URL' in the credential, and run again later.",
	};
}

/** Makes the error for a response with an error status, or for one that is not what was asked for. */
export function errorFromResponse(
	node: INode,
	request: IntercomRequest,
	outcome: ResponseOutcome,
	target: Target,
): IntercomError {
	const facts = readError(outcome.response);
	const { message, advice } =
		outcome.fault === undefined ? explain(facts, request, target) : explainFault(outcome.fault);
	const description = [
		isUnclear(request, outcome) ? unclearAdvice(request) : '',
		advice,
		facts.message === '' ? '' : `Intercom says: ${facts.message.replace(/[.\s]+$/, '')}.`,
		facts.code === '' ? '' : `Code: ${facts.code}.`,
		facts.field === undefined ? '' : `Field: ${facts.field}.`,
		`HTTP status: ${facts.status}.`,
		facts.requestId === undefined ? '' : `Request ID: ${facts.requestId}.`,
	];
	return new IntercomError(
		node,
		{
			message,
			description: description.filter((part) => part !== '').join(' '),
			status: facts.status,
		},
		facts,
	);
}

/** The code of a failed connection (`ECONNRESET` …), wherever n8n's error keeps it. */
export function connectionCode(error: unknown): string {
	const outer = record(error);
	const cause = record(outer.cause);
	return text(cause.code) || text(outer.code) || text(record(outer.context).code);
}

/**
 * Makes the error for a request without an answer. The original is left behind on purpose: it
 * carries the request's headers, and with them the token. Only a fault of the credential itself
 * is told in n8n's words, because they say what to do.
 */
export function errorFromConnection(
	node: INode,
	request: IntercomRequest,
	baseUrl: string,
	failure: ConnectionOutcome,
): IntercomError {
	if (failure.thrown instanceof NodeOperationError) return credentialError(node, failure.thrown);
	const host = new URL(baseUrl).host;
	const code = failure.connectionCode;
	const reason = connectionWords[code] ?? 'The connection broke before Intercom answered';
	return new IntercomError(node, {
		message: `No answer from Intercom at ${host}`,
		description: [
			`${reason}${code === '' ? '' : ` (${code})`}.`,
			isUnclear(request, failure)
				? unclearAdvice(request)
				: "It was tried several times. Check this machine's internet connection, and the region or API Base URL in the credential.",
		].join(' '),
	});
}

const connectionWords: Record<string, string> = {
	ECONNREFUSED: 'The server refused the connection',
	ENOTFOUND: 'The server name could not be found',
	EAI_AGAIN: 'The server name could not be looked up',
	EHOSTUNREACH: 'The server could not be reached',
	ENETUNREACH: 'The network could not be reached',
	ETIMEDOUT: 'The connection timed out',
	ECONNABORTED: 'The answer took too long',
	ECONNRESET: 'The connection was closed before the answer came',
};
