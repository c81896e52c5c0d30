/**
 * Runs work for many items side by side. Items with the same record run one after the other in
 * input order; all others as they come, oldest first.
 *
 * @param records the record of each item, undefined where order does not matter
 * @param concurrency how many items run at once; 1 means strictly in input order
 * @param work does one item; its failures must not be thrown
 * @param stop asked before each item: true leaves the rest undone
 */
export async function runChains(
	records: Array<string | undefined>,
	concurrency: number,
	work: (index: number) => Promise<void>,
	stop: () => boolean,
): Promise<void> {
	const chains = concurrency === 1 ? [records.map((_, index) => index)] : chainsOf(records);
	let next = 0;
	const worker = async () => {
		while (next < chains.length) {
			const chain = chains[next];
			next += 1;
			for (const index of chain) {
				if (stop()) return;
				await work(index);
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, chains.length) }, worker));
}

function chainsOf(records: Array<string | undefined>): number[][] {
	const chains: number[][] = [];
	const byRecord = new Map<string, number[]>();
	records.forEach((record, index) => {
		const chain = record === undefined ? undefined : byRecord.get(record);
		if (chain !== undefined) {
			chain.push(index);
			return;
		}
		const started = [index];
		chains.push(started);
		if (record !== undefined) byRecord.set(record, started);
	});
	return chains;
}
