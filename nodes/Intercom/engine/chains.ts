/** How to run many items. */
export interface Chains {
	/** How many items there are. */
	count: number;
	/** How many items run at once; 1 means strictly in input order. */
	concurrency: number;
	/** The record an item is about, undefined where order does not matter. Asked in input order. */
	recordOf: (index: number) => string | undefined;
	/** Does one item; its failures must not be thrown. */
	work: (index: number) => Promise<void>;
	/** Asked before each item: true leaves the rest undone. */
	stop: () => boolean;
}

/**
 * Runs work for many items side by side, oldest first. Items about the same record run one after
 * the other in input order.
 */
export async function runChains({
	count,
	concurrency,
	recordOf,
	work,
	stop,
}: Chains): Promise<void> {
	/** Records that are being worked on, with the items that wait for them. */
	const busy = new Map<string, number[]>();
	let next = 0;
	const worker = async () => {
		while (next < count && !stop()) {
			const index = next;
			next += 1;
			const record = recordOf(index);
			const waiting = record === undefined ? undefined : busy.get(record);
			if (waiting !== undefined) {
				waiting.push(index);
				continue;
			}
			const chain = [index];
			if (record !== undefined) busy.set(record, chain);
			// The chain may grow while it is worked off; nothing may come between its end and the delete.
			for (const item of chain) {
				if (stop()) return;
				await work(item);
			}
			if (record !== undefined) busy.delete(record);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, worker));
}
