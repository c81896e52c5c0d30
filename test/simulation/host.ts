import type { PollLimits } from '../../nodes/Intercom/triggers/polling/advance';
import type { Source } from '../../nodes/Intercom/triggers/polling/source';
import type { PollState, Sighting } from '../../nodes/Intercom/triggers/polling/state';
import { takeStep } from '../../nodes/Intercom/triggers/polling/step';

/** Takes the changes that a poll handed out, as the run of a workflow does. */
export type Run = (changes: readonly Sighting[]) => void;

/** How much one poll takes and what is remembered. */
export interface HostLimits extends PollLimits {
	most: number;
}

/** n8n as a polling trigger meets it. */
export interface Host {
	/** Starts the trigger, as the first poll after its activation does. */
	activate(): Promise<void>;
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
	/** Puts something else in the place of what is stored. */
	corrupt(damage: (state: PollState | undefined) => unknown): void;
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
	private stored = 'null';
	private state: unknown;

	/**
	 * @param ownTime n8n's clock, in Unix seconds
	 * @param step what the trigger does at each poll
	 */
	constructor(
		private readonly source: Source,
		private readonly limits: HostLimits,
		private readonly ownTime: () => number,
		private readonly step = takeStep,
	) {}

	get remembered(): number {
		return Object.keys(this.polled?.seen ?? {}).length;
	}

	get isBehind(): boolean {
		return this.polled?.resume !== undefined;
	}

	async activate(): Promise<void> {
		await this.poll(() => {}, false);
		// Activation stores the state, whether there were changes or not.
		this.stored = JSON.stringify(this.state);
	}

	async poll(run: Run, dies: boolean): Promise<boolean> {
		let reachedEnd = (_count: number) => false;
		const { changes, state } = await this.step(this.state, {
			...this.limits,
			source: {
				serverTime: async () => await this.source.serverTime(),
				newest: async () => await this.source.newest(),
				sample: async () => await this.source.sample(),
				read: async (before, most) => {
					const reading = await this.source.read(before, most);
					const { harvest, end } = reading;
					reachedEnd = (count) =>
						end === Infinity && harvest.end === Infinity && count === harvest.size;
					return reading;
				},
			},
			ownTime: this.ownTime,
		});
		this.state = state;
		if (changes.length === 0) return reachedEnd(0);
		run(changes);
		if (dies) this.restart();
		else this.stored = JSON.stringify(state);
		return reachedEnd(changes.length);
	}

	restart(): void {
		this.state = JSON.parse(this.stored);
	}

	corrupt(damage: (state: PollState | undefined) => unknown): void {
		this.state = damage(this.polled);
		this.stored = JSON.stringify(this.state);
	}

	private get polled(): PollState | undefined {
		const { state } = this;
		return typeof state === 'object' && state !== null ? (state as PollState) : undefined;
	}
}
