import type { PollState } from './state';

/** How far two clocks that are right may be apart, in seconds. */
export const clockTolerance = 60;

/** What is told of the time, in Unix seconds. */
export interface Clocks {
	/** n8n's clock. */
	own: number;
	/** Intercom's clock, by the Date header of a response; undefined where there was none. */
	server?: number;
}

/** The latest time that any clock tells. */
export function latestClock({ own, server }: Clocks): number {
	return Math.max(own, server ?? own);
}

/**
 * The time to go by when one clock may be wrong: the earliest that no change speaks against. A change that
 * was handed out before lies in the past, so a clock that is behind it is wrong. Changes that are later
 * than every clock prove nothing: then it is their date that is wrong.
 *
 * Of two clocks of which one is right, this one is never ahead of Intercom's by more than the tolerance:
 * it is the right one, or an earlier one.
 *
 * @param seen what was handed out before
 */
export function earliestClock(clocks: Clocks, seen: PollState['seen']): number {
	const { own, server = own } = clocks;
	const latest = latestClock(clocks);
	let newestChange = -Infinity;
	for (const [at] of Object.values(seen))
		if (at <= latest) newestChange = Math.max(newestChange, at);
	const earliest = Math.min(own, server);
	return earliest + clockTolerance < newestChange ? latest : earliest;
}

/**
 * How far Intercom's clock is ahead of n8n's, in seconds; negative where it is behind.
 *
 * @param server the Date header of one of the responses that came between the two times
 * @param began n8n's clock before the first request
 * @param ended n8n's clock after the last response
 */
export function clockGap(server: number, began: number, ended: number): number {
	if (server > ended) return server - ended;
	return Math.min(server - began, 0);
}
