import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../../nodes/Intercom/client/paginate';
import type { IntercomRequest } from '../../../nodes/Intercom/client/request';
import { readInParts, type Listing, type Partition } from '../../../nodes/Intercom/client/split';

/** Numbers from `start` to before `end`. */
interface Range {
	start: number;
	end: number;
}

const pageSize = 10;

function listing(query: IDataObject): Listing {
	return { request: { method: 'GET', path: '/numbers', query, repeatable: true }, options: {} };
}

const whole = listing({});

/** A list of numbers that can be asked for in ranges. */
class Numbers {
	readonly requests: IntercomRequest[] = [];
	mostAtOnce = 0;
	private underWay = 0;

	/** @param visible whether a number is found in ranges; the whole list has them all */
	constructor(
		private readonly count: number,
		private readonly visible: (number: number, range: Range) => boolean = isInRange,
	) {}

	get requestsForAll(): number {
		return this.requests.filter(({ query }) => query?.start === undefined).length;
	}

	readonly send = async (request: IntercomRequest): Promise<IDataObject> => {
		this.requests.push(request);
		this.underWay += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.underWay);
		await new Promise((resolve) => setImmediate(resolve));
		this.underWay -= 1;
		const query = request.query ?? {};
		const range =
			query.start === undefined
				? undefined
				: { start: Number(query.start), end: Number(query.end) };
		const all = Array.from({ length: this.count }, (_, index) => index).filter(
			(number) => range === undefined || this.visible(number, range),
		);
		const from = Number(query.starting_after ?? 0);
		const page = all.slice(from, from + pageSize);
		const next = from + page.length;
		return {
			data: page.map((number) => ({ id: String(number) })),
			total_count: all.length,
			pages: next < all.length ? { next: { starting_after: String(next) } } : {},
		};
	};

	/** Half, thirds … of a range of numbers; `least` is the length that can't be cut. */
	partition(least = 1): Partition<Range> {
		return {
			whole: { start: 0, end: this.count },
			cut: ({ start, end }, count) => {
				const length = Math.max(least, Math.ceil((end - start) / count));
				const starts: number[] = [];
				for (let from = start; from < end; from += length) starts.push(from);
				return starts.map((from) => ({ start: from, end: Math.min(from + length, end) }));
			},
			requestFor: ({ start, end }) => listing({ start, end }),
		};
	}
}

function isInRange(number: number, { start, end }: Range): boolean {
	return number >= start && number < end;
}

async function idsOf(pages: AsyncIterable<Page>): Promise<number[]> {
	const ids: number[] = [];
	for await (const { records } of pages) for (const { id } of records) ids.push(Number(id));
	return ids;
}

function read(numbers: Numbers, partition: Partition<Range> | undefined = numbers.partition()) {
	return readInParts(numbers.send, whole, async () => await Promise.resolve(partition));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('Reading a list in parts', () => {
	it('gives everything in order, several parts at a time', async () => {
		const numbers = new Numbers(3_000);
		expect(await idsOf(read(numbers))).toEqual(upTo(3_000));
		expect(numbers.mostAtOnce).toBe(8);
		expect(numbers.requestsForAll).toBe(1);
		expect(numbers.requests.length).toBeLessThan(3_000 / pageSize + 50);
	});

	it('does not even ask for the parts of a small list', async () => {
		const numbers = new Numbers(20 * pageSize);
		const prepare = async (): Promise<Partition<Range>> => await Promise.reject(new Error('asked'));
		expect(await idsOf(readInParts(numbers.send, whole, prepare))).toEqual(upTo(200));
		expect(numbers.requests).toHaveLength(20);
	});

	it.each<[string, (numbers: Numbers) => Partition<Range> | undefined]>([
		['there is no way to cut it', () => undefined],
		['it is one piece', (numbers) => numbers.partition(1_000)],
	])('reads it page by page where %s', async (_name, partitionOf) => {
		const numbers = new Numbers(500);
		const prepare = async () => await Promise.resolve(partitionOf(numbers));
		expect(await idsOf(readInParts(numbers.send, whole, prepare))).toEqual(upTo(500));
		expect(numbers.requests).toHaveLength(50);
	});

	it('hands on once what two parts have', async () => {
		const overlapping = (number: number, { start, end }: Range) =>
			number >= start - 2 && number <= end + 1;
		const ids = await idsOf(read(new Numbers(1_000, overlapping)));
		expect(ids).toEqual(upTo(1_000));
	});

	it('reads from the list what the parts have not', async () => {
		const lagging = (number: number, range: Range) => number >= 12 && isInRange(number, range);
		const numbers = new Numbers(1_000, lagging);
		const ids = await idsOf(read(numbers));
		expect([...ids].sort((a, b) => a - b)).toEqual(upTo(1_000));
		// Two pages with something new, and one that shows that nothing is missing any more.
		expect(numbers.requestsForAll).toBe(3);
	});

	it('reads a part again in which a record moved past the cursor', async () => {
		const numbers = new Numbers(1_000);
		let moved = false;
		const send = async (request: IntercomRequest) => {
			const answer = await numbers.send(request);
			if (moved || request.query?.starting_after !== '20') return answer;
			moved = true;
			return { ...answer, data: (answer.data as IDataObject[]).slice(1) };
		};
		const prepare = async () => await Promise.resolve(numbers.partition());
		const ids = await idsOf(readInParts(send, whole, prepare));
		expect([...ids].sort((a, b) => a - b)).toEqual(upTo(1_000));
		expect(numbers.requestsForAll).toBe(1);
	});

	it('finds a gap by counting, wherever it is', async () => {
		const withGap = (number: number, range: Range) => number !== 700 && isInRange(number, range);
		const numbers = new Numbers(1_000, withGap);
		const ids = await idsOf(read(numbers));
		expect([...ids].sort((a, b) => a - b)).toEqual(upTo(1_000));
	});

	it('cuts no further where the parts are no parts', async () => {
		const numbers = new Numbers(1_000, () => true);
		expect(await idsOf(read(numbers))).toEqual(upTo(1_000));
		expect(numbers.requests.length).toBeLessThanOrEqual(1_000 / pageSize + 16);
	});

	it('reads on where a part is large and can not be cut', async () => {
		const numbers = new Numbers(2_000);
		expect(await idsOf(read(numbers, numbers.partition(900)))).toEqual(upTo(2_000));
	});
});

describe('A list in parts that is not read to its end', () => {
	const failing = (numbers: Numbers, at: number) => async (request: IntercomRequest) => {
		if (numbers.requests.length >= at) {
			numbers.requests.push(request);
			throw new Error('Intercom is down');
		}
		return await numbers.send(request);
	};

	it.each([1, 5, 60, 150])(
		'fails with the error of request %d and asks for no more',
		async (at) => {
			const unhandled: unknown[] = [];
			const note = (reason: unknown) => unhandled.push(reason);
			process.on('unhandledRejection', note);
			const numbers = new Numbers(3_000);
			const pages = readInParts(
				failing(numbers, at),
				whole,
				async () => await Promise.resolve(numbers.partition()),
			);
			await expect(idsOf(pages)).rejects.toThrow('Intercom is down');
			await new Promise((resolve) => setTimeout(resolve, 50));
			process.off('unhandledRejection', note);
			expect(unhandled).toEqual([]);
			// Those under way may fail, too.
			expect(numbers.requests.length).toBeLessThanOrEqual(at + 9);
		},
	);

	it('asks for no more when the reader stops', async () => {
		const numbers = new Numbers(6_000);
		for await (const { records } of read(numbers)) if (records.length > 0) break;
		const sent = numbers.requests.length;
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(numbers.requests.length).toBeLessThanOrEqual(sent + 8);
		expect(numbers.requests.length).toBeLessThan(300);
	});
});
