import type { IntercomRequest, IntercomResponse } from './request';
import { isRead } from './response';

/** An attempt that ended with a response. */
export interface ResponseOutcome {
	response: IntercomResponse;
	/** What the response is instead of what the request expects; only where its status is a success. */
	fault?: string;
}

/** An attempt that ended without a response. */
export interface ConnectionOutcome {
	/** The code of the failed connection, e.g. `ECONNRESET`; empty where unknown. */
	connectionCode: string;
	/** What n8n threw; it holds the token, so it must not be shown. */
	thrown: unknown;
}

/** How one attempt ended. */
export type Outcome = ResponseOutcome | ConnectionOutcome;

/** Connection failures in which the request never reached the server: sending again is safe. */
const neverReached = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);

/** Retries after a transient failure, 429s not counted. */
const maxRetries = 3;
/** The first pause in milliseconds; each further one is twice as long. */
const firstPause = 500;

/** Whether the same request may well succeed later: timeouts, outages, and responses that are none. */
function isTransient(outcome: Outcome): boolean {
	if (!('response' in outcome)) return true;
	const { status } = outcome.response;
	return outcome.fault !== undefined || status === 408 || status >= 500;
}

function mayHaveArrived(outcome: Outcome): boolean {
	return 'response' in outcome || !neverReached.has(outcome.connectionCode);
}

/**
 * Whether it is unclear if the request was carried out: it reached Intercom, or may have, and no
 * response says what became of it.
 */
export function isUnclear(request: IntercomRequest, outcome: Outcome): boolean {
	return !isRead(request) && isTransient(outcome) && mayHaveArrived(outcome);
}

/**
 * Says how long to pause before a failed attempt is sent again, or that it must not be. A write that
 * may have reached Intercom is sent again only where that is harmless. 429s are the throttle's.
 *
 * @param retries how often the request has been sent again already
 * @param random a number from 0 to 1, so that many waiting requests spread out
 * @returns milliseconds, or undefined when the failure is final
 */
export function pauseBeforeRetry(
	request: IntercomRequest,
	outcome: Outcome,
	retries: number,
	random: number,
): number | undefined {
	const mayRetry = request.repeatable || !mayHaveArrived(outcome);
	if (retries >= maxRetries || !mayRetry || !isTransient(outcome)) return undefined;
	return firstPause * 2 ** retries * (0.75 + random / 2);
}

/** A 429 about jobs in progress does not pass with the window (intercom-api.md §4). */
export function isJobQuota(message: string): boolean {
	return /pending/i.test(message);
}
