import type { IDataObject } from 'n8n-workflow';

/** The newest version of a record that was handed out: its time, and digests of what it looked like then. */
export type SeenVersion = [at: number, ...digests: string[]];

/** What one polling trigger remembers between two polls. */
export interface PollState {
	/**
	 * The watermark in Unix seconds: every change up to and including this second has been handed out
	 * and none can turn up any more. Changes from here on are read again by each poll.
	 */
	since: number;
	/** What was handed out beyond the watermark, by the record's id. */
	seen: Record<string, SeenVersion>;
	/** Where a long reading goes on, in Intercom's words; only to save requests. */
	resume?: string;
}

/** A change as a source shows it. */
export interface Sighting {
	/** The record's id. */
	id: string;
	/** When it changed, in Unix seconds of Intercom's clock. */
	at: number;
	/** Tells two versions of the same second apart; absent where a record has one version only. */
	digest?: () => string;
	/** What is handed out. */
	record: IDataObject;
}

/** The state of a trigger that hands out what changes after a second. */
export function startAfter(seconds: number): PollState {
	return { since: seconds, seen: {} };
}

/** Whether a sighting is older than, or the same as, what was handed out. */
export function isSeen(state: PollState, { id, at, digest }: Sighting): boolean {
	if (at <= state.since) return true;
	// Ids are Intercom's, so a name such as `constructor` must not be found on the prototype.
	if (!Object.hasOwn(state.seen, id)) return false;
	const [seenAt, ...digests] = state.seen[id];
	if (at !== seenAt) return at < seenAt;
	return digest === undefined || digests.includes(digest());
}
