/** A signal for one piece of work that must end in time. */
export interface TimeLimit {
	/** Aborted when the time is over, or when what it belongs to is cancelled. */
	signal: AbortSignal;
	/** Whether the time is over. */
	isOver(): boolean;
	/** Lets go of what it belongs to; to be called when the work has ended. */
	release(): void;
}

/**
 * Limits how long a piece of work may take as a whole. n8n's own `timeout` begins anew with every
 * byte, so a server that sends one now and then keeps a request open without end.
 *
 * @param milliseconds how long it may take
 * @param cancelled aborted when the execution is cancelled
 */
export function timeLimit(milliseconds: number, cancelled?: AbortSignal): TimeLimit {
	const controller = new AbortController();
	const over = AbortSignal.timeout(milliseconds);
	const stop = () => controller.abort();
	over.addEventListener('abort', stop, { once: true });
	cancelled?.addEventListener('abort', stop, { once: true });
	if (cancelled?.aborted) stop();
	return {
		signal: controller.signal,
		isOver: () => over.aborted,
		release: () => {
			over.removeEventListener('abort', stop);
			cancelled?.removeEventListener('abort', stop);
		},
	};
}
