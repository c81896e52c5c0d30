/** What a way works on. One process runs one task with one way. */
export interface Task {
	/** A key of `ways`. */
	way: string;
	/** The emulator. */
	url: string;
	token: string;
	kind: 'identify' | 'list' | 'reply' | 'update';
	/** The ids of the records to update, in order; for `identify` only their number counts. */
	ids: string[];
	/** Ids to warm the engine up with, before the measurement; not counted. */
	warmUp: string[];
}

/** What one run of a way took and gave. Seconds and bytes. */
export interface Measurement {
	wallSeconds: number;
	cpuSeconds: number;
	/** The largest resident size during the run, in bytes. */
	peakMemory: number;
	/** Records that came out without an error. */
	succeeded: number;
	/** Records that came out with an error; all of them when the workflow failed as a whole. */
	failed: number;
	/** Why the workflow failed, if it did. */
	error?: string;
	/** For `list`: how many different ids came out. */
	distinct?: number;
	/** For `reply`: how long a single update of another execution took in the middle of the bulk run. */
	replySeconds?: number;
	/** Clock time of the start, in milliseconds. */
	startedAt: number;
}
