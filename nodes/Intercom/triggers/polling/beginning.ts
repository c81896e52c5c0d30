import { clockTolerance, latestClock } from './clocks';
import type { Source } from './source';
import { startAfter, type PollState } from './state';

/** When a trigger begins, and what it needs to find that out. */
export interface Beginning {
	source: Source;
	/** n8n's clock, in Unix seconds. */
	ownTime: () => number;
	/** Unix seconds; undefined to begin with now. */
	startFrom?: number;
}

/**
 * Now, in Unix seconds. Where the clocks of n8n and Intercom differ, it is the earlier one less the
 * tolerance, so that no change is missed, but later than the records that are there already.
 */
async function now({ source, ownTime }: Beginning): Promise<number> {
	const server = await source.serverTime();
	const own = ownTime();
	const earliest = Math.min(own, server ?? own);
	if (server !== undefined && Math.abs(server - own) <= clockTolerance) return earliest;
	const safe = earliest - clockTolerance;
	const newest = (await source.newest()) ?? safe;
	return newest <= latestClock({ own, server }) ? Math.max(safe, newest + 1) : safe;
}

/** The state of a trigger that begins with now. */
export async function beginNow(beginning: Beginning): Promise<PollState> {
	return startAfter((await now(beginning)) - 1);
}

/** The state of a trigger that was just activated. */
export async function begin(beginning: Beginning): Promise<PollState> {
	const { startFrom } = beginning;
	return startFrom === undefined ? await beginNow(beginning) : startAfter(startFrom - 1);
}

/**
 * Whether a watermark lies in the future by every clock, so that nothing would be found for a long time:
 * it was stored under a wrong clock, or counts milliseconds.
 */
export async function liesInFuture(
	{ since }: PollState,
	{ source, ownTime, startFrom = -Infinity }: Beginning,
): Promise<boolean> {
	const isBehind = (time: number) => since <= Math.max(time + clockTolerance, startFrom);
	if (isBehind(ownTime())) return false;
	const server = await source.serverTime();
	return server === undefined || !isBehind(server);
}
