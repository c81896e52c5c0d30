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

/** What was stored, as far as it can be used. */
export interface RestoredState {
	/** Undefined where the watermark is lost. */
	state?: PollState;
	/** Whether a part of it could not be used. */
	isDamaged: boolean;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeenVersion(value: unknown): value is SeenVersion {
	if (!Array.isArray(value)) return false;
	const [at, ...digests] = value as unknown[];
	return Number.isSafeInteger(at) && digests.every((digest) => typeof digest === 'string');
}

/**
 * Checks what n8n has stored: it may have been edited, cut off, or written by another version. Without
 * a usable watermark there is no state. What else can't be used is left out: then a change may come
 * twice, and none is lost.
 */
export function restoreState(stored: unknown): RestoredState {
	if (!isRecord(stored) || !Number.isSafeInteger(stored.since)) return { isDamaged: true };
	const { since, seen: storedSeen, resume } = stored;
	const entries = isRecord(storedSeen) ? Object.entries(storedSeen) : [];
	const usable = entries.filter((entry): entry is [string, SeenVersion] => isSeenVersion(entry[1]));
	const isResumeUsable = resume === undefined || typeof resume === 'string';
	return {
		state: {
			since: since as number,
			seen: Object.fromEntries(usable),
			...(typeof resume === 'string' && { resume }),
		},
		isDamaged: !isRecord(storedSeen) || usable.length < entries.length || !isResumeUsable,
	};
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
