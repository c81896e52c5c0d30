import { sleep } from 'n8n-workflow';

/** Time, so that tests can bring their own. All values in milliseconds. */
export interface Clock {
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds) => await sleep(milliseconds),
};

/** Thrown where a wait ends because the execution was cancelled. */
export class CancelledError extends Error {
	constructor() {
		super('The execution was cancelled');
		this.name = 'CancelledError';
	}
}

/** Makes the error of a cancelled execution. */
export function cancelled(): CancelledError {
	return new CancelledError();
}

/**
 * Waits, and stops waiting at once when the signal is aborted. n8n's own `sleep` takes a signal
 * only in newer versions (n8n-platform.md §3c, "Trap").
 *
 * @throws CancelledError
 */
export async function waitUnlessCancelled(
	clock: Clock,
	milliseconds: number,
	signal?: AbortSignal,
): Promise<void> {
	if (signal === undefined) return await clock.sleep(milliseconds);
	if (signal.aborted) throw new CancelledError();
	let stop = () => {};
	const cancelled = new Promise<never>((_, reject) => {
		stop = () => reject(new CancelledError());
		signal.addEventListener('abort', stop, { once: true });
	});
	try {
		await Promise.race([clock.sleep(milliseconds), cancelled]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
