import type { Reading } from './advance';
import { Harvest } from './harvest';
import { queryInRange } from './query';
import { SearchReader, type SearchRequest } from './search-reader';
import { askTime, type Exchange, type Source, type WatchedRecords } from './source';
import type { PollState, Sighting } from './state';

/** Seconds after the watermark in which no change can lie any more: more than a century. */
const furthestReach = 4_000_000_000;

/**
 * Conversations and tickets. Their search compares dates by the second, but in what order it lists
 * what it finds is not documented (intercom-api.md §6). So whole ranges of seconds are read, in
 * which the order does not matter: from the watermark to now, or, where that is more than a poll
 * hands out, to the last second up to which it is not. That second is found by halving, with
 * requests for one record that tell how many there are.
 */
export class SlicedSource implements Source {
	constructor(
		private readonly exchange: Exchange,
		private readonly watched: WatchedRecords,
	) {}

	async read(state: PollState, most: number): Promise<Reading> {
		const reader = new SearchReader(this.exchange, this.watched);
		const budget = most + Object.keys(state.seen).length;
		const total = await this.count(reader, state.since, Infinity);
		const { serverTime } = reader;
		const reading = async (end: number) => {
			const harvest = await this.readRange(reader, state, most, end);
			return { harvest, end, serverTime, newest: reader.newest, bookmarks: [] };
		};
		if (total <= budget || this.watched.isDerived === true) return await reading(Infinity);
		const [fitting, tooLate] = await this.halve(reader, state.since, budget);
		const read = await reading(fitting);
		// What fits may all be known already: then the crowded second behind it is due.
		return read.harvest.size > 0 ? read : await reading(tooLate);
	}

	async serverTime(): Promise<number | undefined> {
		return await askTime(this.exchange);
	}

	async newest(): Promise<number | undefined> {
		const reader = new SearchReader(this.exchange, this.watched);
		await reader.pages(this.search(0, Infinity)).next();
		return reader.newest;
	}

	async sample(): Promise<Sighting | undefined> {
		const reader = new SearchReader(this.exchange, this.watched);
		for await (const { sightings } of reader.pages(this.search(0, Infinity)))
			if (sightings.length > 0) return sightings.reduce((a, b) => (b.at > a.at ? b : a));
		return undefined;
	}

	private search(after: number, upTo: number): SearchRequest {
		const { filters, field } = this.watched;
		return { query: queryInRange(filters, field, { after, upTo }, 'instant') };
	}

	private async readRange(
		reader: SearchReader,
		state: PollState,
		most: number,
		upTo: number,
	): Promise<Harvest> {
		const harvest = new Harvest(state, most);
		harvest.endAt(upTo);
		for await (const { sightings } of reader.pages(this.search(state.since, upTo)))
			for (const sighting of sightings) harvest.add(sighting);
		return harvest;
	}

	/**
	 * Finds the last second up to which there are no more records than the budget, and the one after it.
	 * Records of the watermark's own second may be found as well; they don't count. The search begins with
	 * what the response says of the time, and reaches further where that proves too early.
	 */
	private async halve(
		reader: SearchReader,
		since: number,
		budget: number,
	): Promise<[fitting: number, tooLate: number]> {
		const ofWatermark = await this.count(reader, since, since);
		const fits = async (second: number) =>
			(await this.count(reader, since, second)) - ofWatermark <= budget;
		let fitting = since;
		let reach = Math.max((reader.serverTime ?? since) - since, 1);
		while (reach < furthestReach && (await fits(since + reach))) {
			fitting = since + reach;
			reach *= 2;
		}
		// All fits by now: records change and go while they are counted.
		if (reach >= furthestReach) return [Infinity, Infinity];
		let tooLate = since + reach;
		while (tooLate - fitting > 1) {
			const middle = Math.floor((fitting + tooLate) / 2);
			if (await fits(middle)) fitting = middle;
			else tooLate = middle;
		}
		return [fitting, tooLate];
	}

	private async count(reader: SearchReader, after: number, upTo: number): Promise<number> {
		const search = { ...this.search(after, upTo), pageSize: 1 };
		for await (const { total } of reader.pages(search)) return total ?? 0;
		return 0;
	}
}
