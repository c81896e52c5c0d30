import { createHash } from 'node:crypto';

import type { IDataObject, INode } from 'n8n-workflow';

import { cancelled, systemClock, waitUnlessCancelled } from './clock';
import { apiBaseUrl, apiVersionOf, regionName } from './hosts';
import {
	connectionCode,
	credentialError,
	errorFromConnection,
	errorFromResponse,
	IntercomError,
	readError,
} from './intercom-error';
import { expectingList, recordsIn } from './paginate';
import { readRateLimit } from './rate-limit-window';
import {
	attempt,
	type Connection,
	type IntercomRequest,
	type IntercomResponse,
	type RequestContext,
} from './request';
import { faultIn, isSuccess } from './response';
import { isJobQuota, pauseBeforeRetry, type Outcome } from './retry';
import { routeFamily, throttleFor, type Permit } from './throttle';

/** The user's settings for all requests of an execution. */
export interface ClientSettings {
	/** The longest time one request may wait for the rate limit, in milliseconds. */
	maxWait?: number;
}

/** Five minutes: many windows of 10 seconds, yet an execution does not hang for ever. */
const defaultMaxWait = 300_000;

/** How long, in milliseconds, a sleep may outlive its execution. */
const longestSleep = 1_000;

/** Where n8n keeps the token of each credential type. */
function tokenOf(credentials: IDataObject): string {
	const oauth = credentials.oauthTokenData as IDataObject | undefined;
	return String(credentials.accessToken ?? oauth?.access_token ?? '');
}

/** The answer that stands for a 429 when the wait was too long before any request was sent. */
const rateLimited: IntercomResponse = {
	status: 429,
	headers: {},
	body: { errors: [{ code: 'rate_limit_exceeded', message: '' }] },
};

/**
 * Talks to Intercom for one execution: limits, retries and errors live here, once. Knows no
 * operation and no screen.
 */
export class IntercomClient {
	private readonly node: INode;
	/** One lane per execution, so that executions take turns at the rate limit. */
	private readonly lane = Symbol('lane');
	private admin?: Promise<IDataObject>;

	private constructor(
		private readonly connection: Connection,
		private readonly settings: ClientSettings,
	) {
		this.node = connection.context.getNode();
	}

	/**
	 * Prepares a client for the credential chosen in the node.
	 *
	 * @throws IntercomError when the credential's API Base URL is not safe to send a token to
	 */
	static async connect(
		context: RequestContext,
		credentialType: string,
		settings: ClientSettings = {},
		signal?: AbortSignal,
	): Promise<IntercomClient> {
		const credentials = await context.getCredentials(credentialType);
		let baseUrl: string;
		try {
			baseUrl = apiBaseUrl(credentials);
		} catch (error) {
			throw credentialError(context.getNode(), error);
		}
		const hash = createHash('sha256').update(tokenOf(credentials)).digest('base64url');
		const connection = {
			context,
			credentialType,
			baseUrl,
			region: regionName(credentials),
			version: apiVersionOf(credentials),
			throttleKey: `${baseUrl} ${hash}`,
			signal,
		};
		return new IntercomClient(connection, settings);
	}

	/** Tells the apps apart that this process talks to; holds a hash, never the token. */
	get appKey(): string {
		return this.connection.throttleKey;
	}

	/**
	 * Waits, in milliseconds.
	 *
	 * @throws CancelledError as soon as the execution is cancelled
	 */
	async pause(milliseconds: number): Promise<void> {
		// Cut up, because a sleep goes on when nobody waits for it any more.
		for (let left = milliseconds; left > 0; left -= longestSleep)
			await waitUnlessCancelled(systemClock, Math.min(left, longestSleep), this.connection.signal);
	}

	/** The admin that the token belongs to, with its workspace (`GET /me`); asked once per execution. */
	async me(): Promise<IDataObject> {
		this.admin ??= this.send({ method: 'GET', path: '/me', repeatable: true });
		return await this.admin;
	}

	/**
	 * Sends a request and gives the body of Intercom's response, `{}` where it is empty.
	 *
	 * @throws IntercomError for every failure that is not cured by waiting or retrying
	 * @throws CancelledError when the execution is cancelled
	 */
	async send(request: IntercomRequest): Promise<IDataObject> {
		const { body } = await this.exchange(request);
		return typeof body === 'object' && body !== null ? (body as IDataObject) : {};
	}

	/**
	 * Sends a request for a list and gives the records of the response.
	 *
	 * @param key where they stand in the response; dots nest
	 * @throws as `send`
	 */
	async records(request: IntercomRequest, key: string): Promise<IDataObject[]> {
		return recordsIn(await this.send(expectingList(request, { key })), key);
	}

	/**
	 * Sends a request and gives Intercom's whole response.
	 *
	 * @param expected error statuses that the caller handles itself
	 * @throws as `send`
	 */
	async exchange(request: IntercomRequest, expected: number[] = []): Promise<IntercomResponse> {
		const giveUpAt = systemClock.now() + (this.settings.maxWait ?? defaultMaxWait);
		for (let retries = 0; ; retries += 1) {
			const outcome = await this.attemptWithinLimit(request, giveUpAt);
			if ('response' in outcome) {
				const { response, fault } = outcome;
				const isUsable = isSuccess(response) && fault === undefined;
				if (isUsable || expected.includes(response.status)) return response;
				// The first try got through and only its response was lost.
				if (retries > 0 && request.method === 'DELETE' && response.status === 404)
					return { ...response, status: 200, body: {} };
			}
			const pause = pauseBeforeRetry(request, outcome, retries, Math.random());
			if (pause === undefined) throw this.errorFor(request, outcome);
			await waitUnlessCancelled(systemClock, pause, this.connection.signal);
		}
	}

	/** One attempt that counts: a 429 was not carried out, so it only means to wait and send again. */
	private async attemptWithinLimit(request: IntercomRequest, giveUpAt: number): Promise<Outcome> {
		const throttle = throttleFor(this.connection.throttleKey, routeFamily(request.path));
		let refused = rateLimited;
		for (;;) {
			const permit = await throttle.acquire({
				lane: this.lane,
				signal: this.connection.signal,
				maxWait: giveUpAt - systemClock.now(),
			});
			if (permit === undefined) return { response: refused };
			const outcome = await this.attemptOnce(request, permit);
			const isRefused = 'response' in outcome && outcome.response.status === 429;
			if (!isRefused || isJobQuota(readError(outcome.response).message)) return outcome;
			refused = outcome.response;
		}
	}

	private async attemptOnce(request: IntercomRequest, permit: Permit): Promise<Outcome> {
		try {
			const response = await attempt(this.connection, request);
			const message = response.status === 429 ? readError(response).message : undefined;
			permit.done(readRateLimit(response.status, response.headers, message));
			return isSuccess(response) ? { response, fault: faultIn(request, response) } : { response };
		} catch (error) {
			permit.done();
			if (this.connection.signal?.aborted) throw cancelled();
			return { connectionCode: connectionCode(error), thrown: error };
		}
	}

	/** The error for a response that a caller first expected and then can't use. */
	refusal(request: IntercomRequest, response: IntercomResponse): IntercomError {
		return errorFromResponse(this.node, request, { response }, this.connection);
	}

	private errorFor(request: IntercomRequest, outcome: Outcome): IntercomError {
		if ('response' in outcome)
			return errorFromResponse(this.node, request, outcome, this.connection);
		return errorFromConnection(this.node, request, this.connection.baseUrl, outcome);
	}
}
