import { neverReached } from './intercom-error';
import type { IntercomRequest, IntercomResponse } from './request';

/** How one attempt ended: with an answer, or without one. */
export type Outcome =
	| { response: IntercomResponse }
	| {
			/** The code of the failed connection, e.g. `ECONNRESET`; empty where unknown. */
			connectionCode: string;
			/** What n8n threw; it holds the token, so it must not be shown. */
			thrown: unknown;
	  };

/**
 * Statuses after which the same request may well succeed (intercom-api.md §7: a 5xx should be
 * tried again). 200 stands for an answer that should have been JSON and was not.
 */
const passing = new Set([200, 408, 500, 502, 503, 504]);
/** Repeats after a passing failure, 429s not counted. */
const mostRepeats = 3;
/** The first pause in milliseconds; each further one is twice as long. */
const firstPause = 500;

/**
 * Says how long to pause before a failed attempt is repeated, or that it must not be. A write that
 * may have reached Intercom is repeated only where that is harmless. 429s are the throttle's.
 *
 * @param repeats how often the request has been repeated already
 * @param random a number from 0 to 1, so that many waiting requests spread out
 * @returns milliseconds, or undefined when the failure is final
 */
export function pauseBeforeRepeat(
	request: IntercomRequest,
	outcome: Outcome,
	repeats: number,
	random: number,
): number | undefined {
	if (repeats >= mostRepeats) return undefined;
	const mayRepeat =
		'response' in outcome
			? request.repeatable && passing.has(outcome.response.status)
			: request.repeatable || neverReached.has(outcome.connectionCode);
	return mayRepeat ? firstPause * 2 ** repeats * (0.75 + random / 2) : undefined;
}

/** A 429 about jobs in progress does not pass with the window (intercom-api.md §4). */
export function isJobQuota(message: string): boolean {
	return /pending/i.test(message);
}
