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
import { readRateLimit } from './rate-limit-window';
import {
	attempt,
	type Connection,
	type IntercomRequest,
	type IntercomResponse,
	type RequestContext,
} from './request';
import { isJobQuota, pauseBeforeRepeat, type Outcome } from './retry';
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

	/** Where the credential sends requests: Intercom's own, or the origin of the user's gateway. */
	get origin(): string {
		return new URL(this.connection.baseUrl).origin;
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
	 * Sends a request and gives the body of Intercom's answer, `{}` where it is empty.
	 *
	 * @throws IntercomError for every failure that is not cured by waiting or repeating
	 * @throws CancelledError when the execution is cancelled
	 */
	async send(request: IntercomRequest): Promise<IDataObject> {
		const { body } = await this.exchange(request);
		return typeof body === 'object' && body !== null ? (body as IDataObject) : {};
	}

	/**
	 * Sends a request and gives Intercom's whole answer.
	 *
	 * @param expected error statuses that the caller handles itself
	 * @throws as `send`
	 */
	async exchange(request: IntercomRequest, expected: number[] = []): Promise<IntercomResponse> {
		const giveUpAt = systemClock.now() + (this.settings.maxWait ?? defaultMaxWait);
		for (let repeats = 0; ; repeats += 1) {
			const outcome = await this.attemptWithinLimit(request, giveUpAt);
			if ('response' in outcome) {
				if (isUsable(request, outcome.response) || expected.includes(outcome.response.status))
					return outcome.response;
				// The first try got through and only its answer was lost.
				if (repeats > 0 && request.method === 'DELETE' && outcome.response.status === 404)
					return { ...outcome.response, status: 200, body: {} };
			}
			const pause = pauseBeforeRepeat(request, outcome, repeats, Math.random());
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
			return { response };
		} catch (error) {
			permit.done();
			if (this.connection.signal?.aborted) throw cancelled();
			return { connectionCode: connectionCode(error), thrown: error };
		}
	}

	/** The error for an answer that a caller first expected and then can't use. */
	refusal(request: IntercomRequest, response: IntercomResponse): IntercomError {
		return errorFromResponse(this.node, request, response, this.connection);
	}

	private errorFor(request: IntercomRequest, outcome: Outcome): IntercomError {
		if ('response' in outcome) return this.refusal(request, outcome.response);
		return errorFromConnection(this.node, request, this.connection.baseUrl, outcome);
	}
}

/**
 * Whether an answer can be handed on. A read that comes back with 200 and no JSON is a fault in
 * between (peers.md §3a, tap-intercom); taking it for an empty list would lose records.
 */
function isUsable(request: IntercomRequest, response: IntercomResponse): boolean {
	if (response.status < 200 || response.status >= 300) return false;
	const isRead = request.method === 'GET' && request.answer !== 'bytes';
	return !isRead || (typeof response.body === 'object' && response.body !== null);
}
