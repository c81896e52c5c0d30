import { earliestClock } from './clocks';
import type { Harvest } from './harvest';
import type { PollState, SeenVersion, Sighting } from './state';

/** A place in a long reading that can be gone on from. */
export interface Bookmark {
	/** Intercom's cursor. */
	cursor: string;
	/** The time of the last change before it, in Unix seconds. */
	at: number;
}

/** What a source has read: all that is visible after the watermark, up to `end`. */
export interface Reading {
	/** What is new in it, in whole seconds up to `harvest.end`. */
	harvest: Harvest;
	/** The last second that was read in full; Infinity when the reading reached the newest change. */
	end: number;
	/** Intercom's clock when the reading began, by its first response, in Unix seconds; undefined where it did not say. */
	serverTime?: number;
	/** The newest date of the records read, changes or not, in Unix seconds; undefined where there were none. */
	newest?: number;
	/** Places passed on the way, in order; empty where the source can't go on from a place. */
	bookmarks: readonly Bookmark[];
}

/** How long and how much is remembered. */
export interface PollLimits {
	/** How late a change may become visible, in seconds. */
	overlap: number;
	/** The most changes remembered. */
	mostSeen: number;
}

/** What a poll hands out, and what it remembers if that succeeds. */
export interface Advance {
	/** Oldest first. */
	changes: Sighting[];
	state: PollState;
}

function prune(seen: PollState['seen'], since: number): Record<string, SeenVersion> {
	return Object.fromEntries(Object.entries(seen).filter(([, [at]]) => at > since));
}

function remember(seen: Record<string, SeenVersion>, { id, at, digest }: Sighting): void {
	const digests = digest === undefined ? [] : [digest()];
	const known = Object.hasOwn(seen, id) && seen[id][0] === at ? seen[id].slice(1) : [];
	seen[id] = [at, ...(known as string[]), ...digests];
}

/**
 * One step of a polling trigger: from what it remembers and what was read to what is handed out and
 * what it remembers then. It has no clock, no network and no other input, so it can be proven.
 *
 * **Claim.** Every change that stays a record's newest one until it can be read is handed out, changes of
 * a record in their order, each once, provided that
 *
 * 1. a change becomes visible within `overlap`, less a minute's tolerance, of its own time (Intercom's
 *    description of the contact search: "a few minutes");
 * 2. a reading is complete: it saw everything that was visible, when it began, after `since` and up to
 *    `end`;
 * 3. the state is replaced if and only if the changes were handed out;
 * 4. of the two clocks, n8n's and the one that responses tell, one at least is right: within a minute of
 *    the clock that Intercom dates changes by. A response without a time leaves n8n's clock to be right.
 *
 * What a record looked like between two changes that follow each other faster than it is read is not
 * to be had from an API that shows the present; the later change stands for both.
 *
 * **Nothing is lost.** The watermark `since` moves to `min(end, now - overlap, newest)`, where `now` is
 * `earliestClock`. By 4 that is at most a minute ahead of the true time when the reading began: it is
 * the right clock or an earlier one, and where the earlier one was dropped, a change that was handed
 * out before had proven it wrong, so that the right one remained. Let a change at time t be passed by
 * the watermark in some poll. Then t <= end, so the reading covered it, and t <= now - overlap, so by 1
 * it was visible when the reading began, so by 2 it was read – or the record had changed again by then,
 * and that later change has a later time. Read changes are either in `seen`, and were handed out, or are
 * handed out now. What the harvest dropped, and what does not fit `mostSeen`, lowers `end` below its
 * second first. A failed poll changes nothing (3), so it only makes the next reading longer. The same
 * holds for a restart: whatever state n8n has kept, it was right when it was stored, and reading from
 * an older watermark only reads more.
 *
 * **Nothing is blinded.** The watermark never passes the newest date that was read. So it never lies in
 * the future, even where 4 does not hold and both clocks are ahead: then changes that become visible out
 * of order may be lost, but later ones are still found. A reading that wrongly shows nothing at all
 * moves nothing.
 *
 * **Nothing is repeated.** A change is handed out only if it is after `since` and not in `seen`. When it
 * is handed out it enters `seen`, and it leaves `seen` only when `since` passes it. Old states never
 * come back, except where n8n dies between starting a run and storing the state: then the changes of
 * that one poll come twice.
 *
 * **Order.** Versions of a record carry growing times. A version older than the one in `seen` is not
 * handed out (a slow replica of the index), and of two sightings in one reading the newer counts.
 *
 * **Equal times.** Times are whole seconds. Different records of one second are told apart by id.
 * Two changes of one record in the same second are told apart by a digest of its content, so a
 * second look at a second that was not over yet, or not visible in full, finds the later one.
 * Seconds are read and handed out as a whole.
 *
 * **Bounds.** `seen` holds what was handed out after the watermark, at most `mostSeen`. Where there are
 * more changes than that, the rest waits until it is older than `overlap`; then it needs no remembering,
 * because nothing can turn up beside it any more. A backlog of any length is thus worked off in
 * order with a state of bounded size. It never waits for ever: clocks advance. One that is far behind
 * is dropped as long as `seen` holds a change that is later, as it does where it is full.
 *
 * @param ownTime n8n's clock when the reading began, in Unix seconds
 */
export function advance(
	state: PollState,
	{ harvest, end, serverTime, newest = -Infinity, bookmarks }: Reading,
	{ overlap, mostSeen }: PollLimits,
	ownTime: number,
): Advance {
	const now = earliestClock({ own: ownTime, server: serverTime }, state.seen);
	const settled = Math.min(now - overlap, newest);
	const sinceFor = (limit: number) => Math.max(state.since, Math.min(limit, settled));
	let changes = harvest.sightings();
	const readTo = Math.min(end, harvest.end);
	const kept = prune(state.seen, sinceFor(readTo));
	const unsettled = changes.filter(({ at }) => at > settled);
	const room = mostSeen - Object.keys(kept).length;
	const firstTooMany = unsettled[Math.max(room, 0)];
	const limit = firstTooMany === undefined ? readTo : Math.min(readTo, firstTooMany.at - 1);
	changes = changes.filter(({ at }) => at <= limit);
	const since = sinceFor(limit);
	const seen = prune(state.seen, since);
	for (const change of changes) if (change.at > since) remember(seen, change);
	const passed = bookmarks.filter(({ at }) => at <= since).at(-1);
	const resume = limit === Infinity ? undefined : (passed?.cursor ?? state.resume);
	return { changes, state: { since, seen, ...(resume !== undefined && { resume }) } };
}
