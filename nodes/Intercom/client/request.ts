import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IN8nHttpFullResponse,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { timeLimit } from './time-limit';

/** The n8n contexts that requests can be sent from. */
export type RequestContext =
	IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions | IHookFunctions | IWebhookFunctions;

/**
 * What a successful response has to hold; anything else is a fault and never passes for a success:
 * - `record`: an object with an ID, a type or nested fields
 * - `recordOrNothing`: the same, or no content at all
 * - `anything`: any JSON or text, for requests that the user writes
 * - `list`: records where this key says (dots nest); undefined where the key is not known. Such a
 *   request only reads, whatever its method is.
 */
export type ExpectedResponse =
	'record' | 'recordOrNothing' | 'anything' | { list: string | undefined };

/** One call of Intercom's API, before it is sent. */
export interface IntercomRequest {
	method: IHttpRequestMethods;
	/** The path below the API's address, variables filled in and encoded. */
	path: string;
	query?: IDataObject;
	body?: IDataObject | IDataObject[];
	headers?: IDataObject;
	/** Whether sending it again after an unclear failure is harmless. */
	repeatable: boolean;
	/** What a successful response has to hold; by default a record. */
	expects?: ExpectedResponse;
	/** Time until the attempt is given up, in milliseconds. */
	timeout?: number;
}

/** Intercom's answer to one attempt, whatever its status. */
export interface IntercomResponse {
	status: number;
	/** Header names in lower case. */
	headers: Record<string, string | undefined>;
	/** Parsed JSON where Intercom sent JSON, else text. */
	body: unknown;
}

/** Who asks, with which credential, and where requests go. Made once per execution. */
export interface Connection {
	context: RequestContext;
	credentialType: string;
	/** Without a trailing slash. */
	baseUrl: string;
	/** The region as the credential shows it, or the host of a gateway. */
	region: string;
	/** Whether the credential got its token by OAuth2. */
	oauth: boolean;
	version: string;
	/** Tells apps apart for the rate limit; holds a hash, never the token. */
	throttleKey: string;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal;
}

/**
 * Milliseconds after which an attempt is given up, be it silent or answered drop by drop; n8n's own
 * default, for silence alone, is 300,000.
 */
const defaultTimeout = 60_000;

/** Thrown where an attempt took too long as a whole; coded like a connection that timed out. */
class AttemptTimeoutError extends Error {
	readonly code = 'ETIMEDOUT';

	constructor() {
		super('The answer was not complete in time');
		this.name = 'AttemptTimeoutError';
	}
}

/**
 * Sends one attempt and hands back whatever Intercom answers, errors included. n8n adds the
 * credential. Redirects are not followed, so a token never travels to another host.
 *
 * @throws NodeApiError made by n8n when there was no answer at all
 * @throws AttemptTimeoutError when the whole answer was not there in time
 */
export async function attempt(
	connection: Connection,
	request: IntercomRequest,
): Promise<IntercomResponse> {
	const timeout = request.timeout ?? defaultTimeout;
	const options: IHttpRequestOptions = {
		method: request.method,
		url: `${connection.baseUrl}${request.path}`,
		headers: {
			accept: 'application/json',
			...request.headers,
			'Intercom-Version': connection.version,
		},
		returnFullResponse: true,
		// A thrown status would lose Intercom's body to the HTTP helper's own words (n8n-platform.md §6.1).
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		json: true,
		timeout,
	};
	if (request.query !== undefined) {
		options.qs = request.query;
		options.arrayFormat = 'brackets';
	}
	if (request.body !== undefined) options.body = request.body;
	const response = await sendWithin(timeout, connection, options);
	return {
		status: response.statusCode,
		headers: response.headers as Record<string, string | undefined>,
		body: response.body,
	};
}

async function sendWithin(
	timeout: number,
	{ context, credentialType, signal }: Connection,
	options: IHttpRequestOptions,
): Promise<IN8nHttpFullResponse> {
	const limit = timeLimit(timeout, signal);
	// n8n's helper takes no other signal for a request with a credential than the one it asks its
	// context for, so it gets a context that answers with ours.
	const limited: RequestContext = Object.create(context, {
		getExecutionCancelSignal: { value: () => limit.signal },
	});
	try {
		const send = context.helpers.httpRequestWithAuthentication;
		return (await send.call(limited, credentialType, options)) as IN8nHttpFullResponse;
	} catch (error) {
		throw limit.isOver() && signal?.aborted !== true ? new AttemptTimeoutError() : error;
	} finally {
		limit.release();
	}
}
