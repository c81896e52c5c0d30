/** How to run many items. */
export interface Chains {
	/** How many items there are. */
	count: number;
	/** How many items run at once; 1 means strictly in input order. */
	concurrency: number;
	/** The records an item is about, none where order does not matter. Asked in input order. */
	recordsOf: (index: number) => readonly string[];
	/** Does one item; its failures must not be thrown. */
	work: (index: number) => Promise<void>;
	/** Asked before each item: true leaves the rest undone. */
	stop: () => boolean;
}

interface Item {
	index: number;
	records: readonly string[];
	/** How many earlier items about the same records are not done yet. */
	waitsFor: number;
	/** The items that wait for this one. */
	followers: Item[];
}

/**
 * Runs work for many items side by side, oldest first. Items that share a record run one after the
 * other in input order.
 */
export async function runChains({
	count,
	concurrency,
	recordsOf,
	work,
	stop,
}: Chains): Promise<void> {
	/** The last item so far about each record that is being worked on or waited for. */
	const last = new Map<string, Item>();
	const ready: Item[] = [];
	let next = 0;

	/** The next item that waits for no other; undefined where all others are under way or wait. */
	const take = (): Item | undefined => {
		const follower = ready.shift();
		if (follower !== undefined) return follower;
		while (next < count && !stop()) {
			const item: Item = { index: next, records: recordsOf(next), waitsFor: 0, followers: [] };
			next += 1;
			const earlier = new Set<Item>();
			for (const record of item.records) {
				const before = last.get(record);
				if (before !== undefined && before !== item) earlier.add(before);
				last.set(record, item);
			}
			item.waitsFor = earlier.size;
			for (const before of earlier) before.followers.push(item);
			if (item.waitsFor === 0) return item;
		}
		return undefined;
	};
	const finish = (item: Item) => {
		for (const record of item.records) if (last.get(record) === item) last.delete(record);
		for (const follower of item.followers) {
			follower.waitsFor -= 1;
			if (follower.waitsFor === 0) ready.push(follower);
		}
	};
	const worker = async () => {
		for (let item = take(); item !== undefined && !stop(); item = take()) {
			await work(item.index);
			finish(item);
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, count) }, worker));
}
