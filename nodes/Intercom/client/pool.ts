import { CancelledError } from './clock';

/** Runs tasks side by side, so many at a time, in the order they come. */
export class Pool {
	private readonly waiting: Array<() => void> = [];
	private running = 0;
	private closed = false;

	constructor(private readonly size: number) {}

	/** Whether tasks under way should end as soon as they can. */
	get isClosed(): boolean {
		return this.closed;
	}

	/**
	 * Runs a task as soon as there is room for it.
	 *
	 * @throws CancelledError when the pool was closed before the task began; else what the task throws
	 */
	async run<Result>(task: () => Promise<Result>): Promise<Result> {
		if (this.running < this.size) this.running += 1;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			if (this.closed) throw new CancelledError();
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next === undefined) this.running -= 1;
			else next();
		}
	}

	/** Lets no further task begin. */
	close(): void {
		this.closed = true;
	}
}
