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
	version: string;
	/** Tells apps apart for the rate limit; holds a hash, never the token. */
	throttleKey: string;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal;
}

/** Milliseconds after which an attempt without an answer is given up; n8n's own default is 300,000. */
const defaultTimeout = 60_000;

/**
 * Sends one attempt and hands back whatever Intercom answers, errors included. n8n adds the
 * credential. Redirects are not followed, so a token never travels to another host.
 *
 * @throws NodeApiError made by n8n when there was no answer at all (n8n-platform.md §6.1)
 */
export async function attempt(
	connection: Connection,
	request: IntercomRequest,
): Promise<IntercomResponse> {
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
		timeout: request.timeout ?? defaultTimeout,
	};
	if (request.query !== undefined) {
		options.qs = request.query;
		options.arrayFormat = 'brackets';
	}
	if (request.body !== undefined) options.body = request.body;
	const helpers = connection.context.helpers;
	const response = (await helpers.httpRequestWithAuthentication.call(
		connection.context,
		connection.credentialType,
		options,
	)) as IN8nHttpFullResponse;
	return {
		status: response.statusCode,
		headers: response.headers as Record<string, string | undefined>,
		body: response.body,
	};
}
