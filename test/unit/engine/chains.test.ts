import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { runChains } from '../../../nodes/Intercom/engine/chains';
import { Preparation } from '../../../nodes/Intercom/engine/preparation';

async function ticks(count: number): Promise<void> {
	for (let tick = 0; tick < count; tick += 1) await Promise.resolve();
}

describe('runChains', () => {
	it('does each item once, within the bound, and keeps the order of items with the same record', async () => {
		const property = fc.asyncProperty(
			fc.array(fc.record({ records: fc.subarray(['a', 'b', 'c', 'd']), takes: fc.nat(20) }), {
				maxLength: 60,
			}),
			fc.integer({ min: 1, max: 10 }),
			async (items, concurrency) => {
				const started: number[] = [];
				const running = new Set<number>();
				await runChains({
					count: items.length,
					concurrency,
					recordsOf: (index) => items[index].records,
					work: async (index) => {
						const { records, takes } = items[index];
						for (const other of running)
							expect(records.filter((name) => items[other].records.includes(name))).toEqual([]);
						running.add(index);
						expect(running.size).toBeLessThanOrEqual(concurrency);
						started.push(index);
						await ticks(takes);
						running.delete(index);
					},
					stop: () => false,
				});
				expect([...started].sort((a, b) => a - b)).toEqual(items.map((_, index) => index));
				for (const record of ['a', 'b', 'c', 'd']) {
					const order = started.filter((index) => items[index].records.includes(record));
					expect(order).toEqual([...order].sort((a, b) => a - b));
				}
				if (concurrency === 1) expect(started).toEqual(items.map((_, index) => index));
			},
		);
		await fc.assert(property, { numRuns: 300 });
	});

	it('leaves the rest undone when told to stop', async () => {
		const done: number[] = [];
		await runChains({
			count: 100,
			concurrency: 4,
			recordsOf: () => [],
			work: async (index) => {
				done.push(index);
				await ticks(1);
			},
			stop: () => done.length >= 10,
		});
		expect(done.length).toBeLessThan(15);
	});
});

describe('Preparation', () => {
	it('makes the first 250 at once, and every item once and in order in the end', async () => {
		const made: number[] = [];
		const prepare = (index: number) => {
			made.push(index);
			return `request ${index}`;
		};
		const preparation = new Preparation(1_000, prepare, () => false);
		expect(made).toHaveLength(250);
		expect(preparation.get(400)).toBe('request 400');
		await preparation.finish();
		expect(made).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
	});
});
