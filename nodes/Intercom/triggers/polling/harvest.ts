import { isSeen, type PollState, type Sighting } from './state';

function byTime(a: Sighting, b: Sighting): number {
	return a.at - b.at;
}

/**
 * Gathers what is new in a reading, no more than one poll can hand out: the oldest changes, in whole
 * seconds. A second is never cut in two, because which of its records had been taken could then only
 * be told by remembering them all.
 */
export class Harvest {
	private readonly found = new Map<string, Sighting>();
	private limit = Infinity;
	private nextTrim: number;

	/**
	 * @param state what was handed out before
	 * @param most how many changes to gather; more only where they share one second
	 */
	constructor(
		private readonly state: PollState,
		private readonly most: number,
	) {
		this.nextTrim = most * 2;
	}

	/** Takes a change, unless it was handed out before or lies beyond what is gathered. */
	add(sighting: Sighting): void {
		if (sighting.at > this.limit || isSeen(this.state, sighting)) return;
		const known = this.found.get(sighting.id);
		// A record that moves while pages are read shows up twice; the newest version counts.
		if (known !== undefined && known.at > sighting.at) return;
		this.found.set(sighting.id, sighting);
		if (this.found.size < this.nextTrim) return;
		this.trim();
		// A crowded second stays whole, so trimming may not have helped.
		this.nextTrim = this.found.size + this.most;
	}

	/** How many changes are gathered; all that were added, as long as there are no more than `most`. */
	get size(): number {
		return this.found.size;
	}

	/** The time of the oldest change gathered; Infinity where there is none. */
	get oldest(): number {
		let oldest = Infinity;
		for (const { at } of this.found.values()) oldest = Math.min(oldest, at);
		return oldest;
	}

	/** Drops everything after a second. */
	endAt(second: number): void {
		if (second >= this.limit) return;
		this.limit = second;
		for (const [id, { at }] of this.found) if (at > second) this.found.delete(id);
	}

	/** The last second of which nothing was dropped; Infinity when nothing was dropped at all. */
	get end(): number {
		return this.limit;
	}

	/** The changes, oldest first. */
	sightings(): Sighting[] {
		this.trim();
		return [...this.found.values()].sort(byTime);
	}

	private trim(): void {
		if (this.found.size <= this.most) return;
		const times = [...this.found.values()].map(({ at }) => at).sort((a, b) => a - b);
		const first = times[0];
		const firstTooMany = times[this.most];
		this.endAt(firstTooMany > first ? firstTooMany - 1 : first);
	}
}
