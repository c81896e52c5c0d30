import type { IDataObject } from 'n8n-workflow';

import {
	expectingList,
	readPages,
	recordsIn,
	type Page,
	type PageOptions,
	type Send,
} from './paginate';
import { Pool } from './pool';
import type { IntercomRequest } from './request';

/** A list: its first request, and how its pages are read. */
export interface Listing {
	request: IntercomRequest;
	options: PageOptions;
}

/** A way to cut a list into parts that hold every record once. */
export interface Partition<Part, Request = Listing> {
	/** The part that is the whole list. */
	whole: Part;
	/**
	 * Cuts a part into smaller ones, in the order in which their records are handed on.
	 *
	 * @param count how many are wanted; fewer where it can't be cut so often, 1 where not at all
	 */
	cut(part: Part, count: number): Part[];
	/** Asks for at least the records of a part; what it finds besides counts once, too. */
	requestFor(part: Part): Request;
}

/**
 * The most parts to read at the same time. One part's pages come one after the other, so this is how
 * many requests are under way; the rate limit's gate decides when each of them goes out.
 */
export const mostPartsAtOnce = 8;

/** The pages of a part that is not worth cutting are at most twice as many. */
const pagesPerPart = 10;

/** The most parts that one part is cut into; those that are still too large are cut again. */
const mostParts = 16;

/** The beginning of a list or of a part of one: how it is read, and its first answer. */
interface Opened {
	listing: Listing;
	body: IDataObject;
}

/** How many records a list has, as its answers tell; 0 where they do not. */
function totalOf(body: IDataObject): number {
	return Number(body.total_count ?? 0);
}

/** How many parts a list is worth cutting into; 1 for none. */
function partsWanted({ listing, body }: Opened): number {
	const pages = totalOf(body) / recordsIn(body, listing.options.key).length;
	if (!(pages > 2 * pagesPerPart)) return 1;
	return Math.min(Math.ceil(pages / pagesPerPart), mostParts);
}

/** Reads the pages of a list whose first answer is there already. */
function resume(
	send: Send,
	{ listing: { request, options }, body }: Opened,
): AsyncGenerator<Page, void, undefined> {
	let isFirst = true;
	const known: Send = async (next) => {
		if (!isFirst) return await send(next);
		isFirst = false;
		return body;
	};
	return readPages(known, request, options);
}

/** The page without the records that were handed on before, by their ids. */
function withoutSeen({ records, body }: Page, seen: Set<unknown>): Page {
	const fresh = records.filter(({ id }) => {
		if (id === undefined) return true;
		const before = seen.size;
		return seen.add(id).size > before;
	});
	return { records: fresh, body };
}

/** Cuts one list and reads its parts. */
class PartReader<Part> {
	private readonly pool: Pool;

	constructor(
		private readonly send: Send,
		private readonly partition: Partition<Part>,
		atOnce: number,
	) {
		this.pool = new Pool(atOnce);
	}

	/**
	 * Gives the pages of all parts, part by part in order, while later parts are being read; nothing
	 * where the list can't be cut.
	 */
	async *read(whole: Opened): AsyncGenerator<Page, void, undefined> {
		try {
			const parts = await this.cut(this.partition.whole, whole);
			if (parts.length === 1) return;
			// Everything is taken out as soon as it is used, so that pages handed on are not held longer.
			const reads = parts
				.splice(0)
				.map(async (opened) => await this.pool.run(async () => await this.readPart(opened)));
			// A failure shows when it is the part's turn, never where the reader has stopped before.
			for (const read of reads) read.catch(() => undefined);
			for (let read = reads.shift(); read !== undefined; read = reads.shift()) yield* await read;
		} finally {
			this.pool.close();
		}
	}

	/** Cuts a part, and its parts again, until none is too large, as their first answers tell. */
	private async cut(part: Part, opened: Opened): Promise<Opened[]> {
		const wanted = partsWanted(opened);
		const parts = wanted > 1 ? this.partition.cut(part, wanted) : [];
		if (parts.length < 2) return [opened];
		const smaller = await Promise.all(parts.map(async (one) => await this.open(one)));
		const found = smaller.reduce((sum, one) => sum + totalOf(one.body), 0);
		// Parts that hold so much more than the whole are none; cutting on might never end.
		if (found > 2 * totalOf(opened.body)) return [opened];
		const cut = await Promise.all(
			smaller.map(async (one, index) => await this.cut(parts[index], one)),
		);
		return cut.flat();
	}

	private async open(part: Part): Promise<Opened> {
		const listing = this.partition.requestFor(part);
		const first = expectingList(listing.request, listing.options);
		return { listing, body: await this.pool.run(async () => await this.send(first)) };
	}

	/**
	 * Reads a part, and once more where that gave fewer records than there are: one that changes
	 * meanwhile can move past the cursor.
	 */
	private async readPart(opened: Opened): Promise<Page[]> {
		const pages = await this.readPages(resume(this.send, opened));
		const ids = new Set(pages.flatMap(({ records }) => records.map(({ id }) => id)));
		if (ids.size >= totalOf(pages[pages.length - 1].body)) return pages;
		const { request, options } = opened.listing;
		return [...pages, ...(await this.readPages(readPages(this.send, request, options)))];
	}

	private async readPages(reading: AsyncIterable<Page>): Promise<Page[]> {
		const pages: Page[] = [];
		for await (const page of reading) {
			this.pool.check();
			pages.push(page);
		}
		return pages;
	}
}

/**
 * Reads a whole list, in parts side by side where it is large, and gives each record once.
 *
 * The parts are asked for in another way than the list itself, by searching, and nothing is taken on
 * trust: the list has the last word. After the parts its own pages are read from the first one on,
 * until one brings nothing new and as many records were found as the list counts. So what the parts
 * missed is still read, whether the search index lags behind or the parts have a gap; where they
 * agree with the list, this costs no further request. Records that the parts find twice are told by
 * their ids and handed on once.
 *
 * @param list the list as a whole
 * @param prepare gives the parts, undefined where the list can't be cut; asked for large lists only
 * @param atOnce how many parts are read at the same time
 */
export async function* readInParts<Part>(
	send: Send,
	list: Listing,
	prepare: () => Promise<Partition<Part> | undefined>,
	atOnce = mostPartsAtOnce,
): AsyncGenerator<Page, void, undefined> {
	const whole = { listing: list, body: await send(expectingList(list.request, list.options)) };
	const partition = partsWanted(whole) > 1 ? await prepare() : undefined;
	const seen = new Set<unknown>();
	if (partition !== undefined)
		for await (const page of new PartReader(send, partition, atOnce).read(whole))
			yield withoutSeen(page, seen);
	if (seen.size === 0) {
		yield* resume(send, whole);
		return;
	}
	const { request, options } = list;
	// Page by page: the next one is not even asked for unless it is needed.
	const own = { listing: { request, options: { ...options, readAhead: 0 } }, body: whole.body };
	for await (const page of resume(send, own)) {
		const missing = withoutSeen(page, seen);
		if (missing.records.length > 0) yield missing;
		else if (seen.size >= totalOf(page.body)) return;
	}
}
