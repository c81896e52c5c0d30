import { CancelledError } from './clock';

/** Runs tasks side by side, so many at a time, in the order they come; none after one has failed. */
export class Pool {
	private readonly waiting: Array<() => void> = [];
	private readonly ending = new AbortController();
	private running = 0;

	constructor(private readonly size: number) {}

	/**
	 * Runs a task as soon as there is room for it.
	 *
	 * @throws what the task throws, or as `check` when it may not begin any more
	 */
	async run<Result>(task: () => Promise<Result>): Promise<Result> {
		if (this.running < this.size) this.running += 1;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			this.check();
			const work = task();
			// Comes before the room is given to the next one.
			work.catch((error: unknown) => this.ending.abort(error));
			return await work;
		} finally {
			const next = this.waiting.shift();
			if (next === undefined) this.running -= 1;
			else next();
		}
	}

	/**
	 * To be called by long tasks between their steps.
	 *
	 * @throws the error of the first task that failed, or CancelledError after `close`
	 */
	check(): void {
		this.ending.signal.throwIfAborted();
	}

	/** Lets no further task begin. */
	close(): void {
		this.ending.abort(new CancelledError());
	}
}
