import { sleep } from 'n8n-workflow';

/** Items whose bad input shows before anything is sent. */
const checkedFirst = 250;
/** How long the event loop may be kept from answers, in milliseconds. */
const slice = 5;

/**
 * Makes the requests of all items, each once and in input order. The first are made before
 * anything is sent; the rest while requests are under way or wait for the rate limit, because
 * evaluating a long list's expressions takes seconds (throughput.md, B3).
 */
export class Preparation<T> {
	private readonly ready: Array<T | undefined> = [];
	private next = 0;

	/**
	 * @param count how many items there are
	 * @param prepare makes one; undefined when it failed, which must be noted elsewhere
	 * @param stop asked before each item: true leaves the rest unmade
	 */
	constructor(
		private readonly count: number,
		private readonly prepare: (index: number) => T | undefined,
		private readonly stop: () => boolean,
	) {
		this.advanceTo(checkedFirst);
	}

	/** What was made of an item; makes it, and those before it, if it is not ready yet. */
	get(index: number): T | undefined {
		this.advanceTo(index + 1);
		return this.ready[index];
	}

	/** Forgets an item that is done, so that a long run does not fill the memory. */
	release(index: number): void {
		this.ready[index] = undefined;
	}

	/** Makes the rest in small slices of time, so that answers are still handled. */
	async finish(): Promise<void> {
		while (this.next < this.count && !this.stop()) {
			const pauseAt = Date.now() + slice;
			while (Date.now() < pauseAt && this.next < this.count) this.advanceTo(this.next + 1);
			await sleep(0);
		}
	}

	private advanceTo(end: number): void {
		while (this.next < Math.min(end, this.count) && !this.stop()) {
			this.ready[this.next] = this.prepare(this.next);
			this.next += 1;
		}
	}
}
