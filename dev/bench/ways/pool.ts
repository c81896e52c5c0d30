import type { Outcome } from './way';

/** Runs work for all ids, so many at a time, and counts what failed. */
export async function inPool(
	ids: string[],
	size: number,
	work: (id: string, index: number) => Promise<unknown>,
): Promise<Outcome> {
	const outcome: Outcome = { succeeded: 0, failed: 0 };
	let next = 0;
	const worker = async () => {
		while (next < ids.length) {
			const index = next;
			next += 1;
			try {
				await work(ids[index], index);
				outcome.succeeded += 1;
			} catch {
				outcome.failed += 1;
			}
		}
	};
	await Promise.all(Array.from({ length: size }, worker));
	return outcome;
}
