import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CancelledError } from '../../../nodes/Intercom/client/clock';
import { lockedRecords, withRecords } from '../../../nodes/Intercom/engine/record-locks';

async function ticks(count: number): Promise<void> {
	for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
}

describe('withRecords', () => {
	it('lets one at a time work on a record, all in the end, and remembers nothing then', async () => {
		const task = fc.record({
			names: fc.subarray(['a', 'b', 'c', 'd']),
			takes: fc.nat(10),
			fails: fc.boolean(),
			cancelledAfter: fc.option(fc.nat(40), { nil: undefined }),
		});
		const property = fc.asyncProperty(fc.array(task, { maxLength: 40 }), async (tasks) => {
			const working = new Set<string>();
			const ended = await Promise.allSettled(
				tasks.map(async ({ names, takes, fails, cancelledAfter }) => {
					const cancel = new AbortController();
					if (cancelledAfter !== undefined) void ticks(cancelledAfter).then(() => cancel.abort());
					const work = async () => {
						for (const name of names) {
							expect(working.has(name)).toBe(false);
							working.add(name);
						}
						await ticks(takes);
						for (const name of names) working.delete(name);
						if (fails) throw new Error('failed');
					};
					await withRecords([...names].reverse(), work, cancel.signal);
				}),
			);
			for (const [index, end] of ended.entries()) {
				const { fails, cancelledAfter } = tasks[index];
				if (end.status === 'fulfilled') expect(fails).toBe(false);
				else if (end.reason instanceof CancelledError) expect(cancelledAfter).toBeDefined();
				else expect(end.reason).toEqual(new Error('failed'));
			}
			expect(lockedRecords()).toBe(0);
		});
		await fc.assert(property, { numRuns: 300 });
	});

	it('serves those who wait in the order they came', async () => {
		const order: number[] = [];
		const task = async (index: number) =>
			await withRecords(['contact'], async () => {
				order.push(index);
				await ticks(3);
			});
		await Promise.all([0, 1, 2, 3, 4].map(task));
		expect(order).toEqual([0, 1, 2, 3, 4]);
	});

	it('lets go of one that is cancelled while it waits, and not before the work is over', async () => {
		const cancel = new AbortController();
		let finish = () => {};
		const holder = withRecords(['contact'], async () => {
			await new Promise<void>((resolve) => {
				finish = resolve;
			});
		});
		let hasWorked = false;
		const work = async () => {
			hasWorked = true;
			await ticks(1);
		};
		const waiter = withRecords(['contact'], work, cancel.signal);
		cancel.abort();
		await expect(waiter).rejects.toBeInstanceOf(CancelledError);
		expect(hasWorked).toBe(false);
		expect(lockedRecords()).toBe(1);
		finish();
		await holder;
		expect(lockedRecords()).toBe(0);
	});
});
