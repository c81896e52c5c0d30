import type { Clock } from '../../../nodes/Intercom/client/clock';

interface Timer {
	at: number;
	order: number;
	wake: () => void;
}

/** A clock that jumps from one sleeper to the next, so that minutes pass in no time. */
export class VirtualClock implements Clock {
	private time: number;
	private order = 0;
	private timers: Timer[] = [];

	constructor(startsAt = 1_700_000_000_000) {
		this.time = startsAt;
	}

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		await new Promise<void>((wake) => {
			this.order += 1;
			this.timers.push({ at: this.time + Math.max(0, milliseconds), order: this.order, wake });
		});
	}

	/** Lets time pass until the work is done. Throws when nobody sleeps and the work still waits. */
	async runUntil<T>(work: Promise<T>): Promise<T> {
		let settled = false;
		const watched = work.finally(() => {
			settled = true;
		});
		watched.catch(() => {});
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (settled) return await watched;
			this.timers.sort((a, b) => a.at - b.at || a.order - b.order);
			const next = this.timers.shift();
			if (next === undefined) throw new Error('The work waits, and nothing will ever wake it');
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
	}
}
