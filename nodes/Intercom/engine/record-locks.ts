import { cancelled } from '../client/clock';

/** Those who wait for a record, in the order they came. Only records that are being worked on are here. */
const waiting = new Map<string, Array<() => void>>();

async function lock(name: string, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) throw cancelled();
	const queue = waiting.get(name);
	if (queue === undefined) {
		waiting.set(name, []);
		return;
	}
	await new Promise<void>((resolve, reject) => {
		const enter = () => {
			signal?.removeEventListener('abort', leave);
			resolve();
		};
		const leave = () => {
			queue.splice(queue.indexOf(enter), 1);
			reject(cancelled());
		};
		queue.push(enter);
		signal?.addEventListener('abort', leave, { once: true });
	});
}

function unlock(name: string): void {
	const next = waiting.get(name)?.shift();
	if (next === undefined) waiting.delete(name);
	else next();
}

/**
 * Works on records alone in this process: whoever else names one of them waits, first come, first
 * served. Names are taken in alphabetical order, so two that want the same records never wait for each
 * other. They are free again when the work ends, however it ends.
 *
 * @param names of the records, with the app they belong to; none means no wait
 * @throws CancelledError when the execution is cancelled while it waits
 */
export async function withRecords<Result>(
	names: readonly string[],
	work: () => Promise<Result>,
	signal?: AbortSignal,
): Promise<Result> {
	const held: string[] = [];
	try {
		for (const name of [...new Set(names)].sort()) {
			await lock(name, signal);
			held.push(name);
		}
		return await work();
	} finally {
		for (const name of held) unlock(name);
	}
}

/** How many records are being worked on in this process. */
export function lockedRecords(): number {
	return waiting.size;
}
