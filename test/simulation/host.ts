import { advance, type PollLimits } from '../../nodes/Intercom/triggers/polling/advance';
import type { Source } from '../../nodes/Intercom/triggers/polling/source';
import {
	startAfter,
	type PollState,
	type Sighting,
} from '../../nodes/Intercom/triggers/polling/state';

/** Takes the changes that a poll handed out, as the run of a workflow does. */
export type Run = (changes: readonly Sighting[]) => void;

/** How much one poll takes and what is remembered. */
export interface HostLimits extends PollLimits {
	most: number;
}

/** n8n as a polling trigger meets it. */
export interface Host {
	/** How many changes the trigger remembers. */
	readonly remembered: number;
	/** Whether the trigger is still working off a backlog. */
	readonly isBehind: boolean;
	/**
	 * Polls once. A poll that fails changes nothing.
	 *
	 * @param run gets the changes, when there are any
	 * @param dies whether n8n dies between starting the run and storing the state
	 * @returns whether everything that was visible has been handed out now; false where that is unknown
	 * @throws FailedPoll when a request failed
	 */
	poll(run: Run, dies: boolean): Promise<boolean>;
	/** Ends the process and starts another one. */
	restart(): void;
}

/** Thrown by a poll that was made to fail. */
export class FailedPoll extends Error {}

/**
 * Drives the state machine by itself, as n8n drives the node (n8n-e2e.md §3): the state lives in
 * memory, is written to the database only when a poll returned changes, and is read from there
 * after a restart.
 */
export class StateMachineHost implements Host {
	/** What the database has. */
	private stored: string;
	private state: PollState;

	constructor(
		private readonly source: Source,
		private readonly limits: HostLimits,
		since: number,
	) {
		this.state = startAfter(since);
		// Activation stores the state, whether there were changes or not.
		this.stored = JSON.stringify(this.state);
	}

	get remembered(): number {
		return Object.keys(this.state.seen).length;
	}

	get isBehind(): boolean {
		return this.state.resume !== undefined;
	}

	async poll(run: Run, dies: boolean): Promise<boolean> {
		const reading = await this.source.read(this.state, this.limits.most);
		const { changes, state } = advance(this.state, reading, this.limits);
		this.state = state;
		const { harvest, end } = reading;
		const reachedEnd =
			end === Infinity && harvest.end === Infinity && changes.length === harvest.size;
		if (changes.length === 0) return reachedEnd;
		run(changes);
		if (dies) this.restart();
		else this.stored = JSON.stringify(state);
		return reachedEnd;
	}

	restart(): void {
		this.state = JSON.parse(this.stored) as PollState;
	}
}
