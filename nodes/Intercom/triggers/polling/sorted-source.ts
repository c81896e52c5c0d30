import type { Reading } from './advance';
import { Harvest } from './harvest';
import { queryInRange } from './query';
import { SearchReader } from './search-reader';
import { askTime, type Exchange, type Source, type WatchedRecords } from './source';
import type { PollState, Sighting } from './state';

/**
 * Contacts. Their search compares dates by calendar day, so it finds all of the watermark's day
 * and the days around it; but it sorts by the full date (intercom-api.md §6).
 *
 * Usually it is read from the newest change down to the watermark, which costs what is new, however
 * much happened earlier that day. When that is more than a poll hands out, it is read upwards
 * instead, from the watermark or, on later polls, from the cursor behind it. Both orders stand being
 * changed meanwhile: cursors hold the place in the order (`[date, id]` in the examples of 2.16
 * line 280), and a record that changes while it is read moves to the newest end, where this or the
 * next reading meets it.
 */
export class SortedSource implements Source {
	constructor(
		private readonly exchange: Exchange,
		private readonly watched: WatchedRecords,
	) {}

	async read(state: PollState, most: number): Promise<Reading> {
		const downwards = state.resume === undefined ? await this.readDown(state, most) : undefined;
		return downwards ?? (await this.readUp(state, most));
	}

	async serverTime(): Promise<number | undefined> {
		return await askTime(this.exchange);
	}

	async newest(): Promise<number | undefined> {
		const reader = new SearchReader(this.exchange, this.watched);
		const search = { ...this.search(0, 'descending'), pageSize: 1 };
		await reader.pages(search).next();
		return reader.newest;
	}

	async sample(): Promise<Sighting | undefined> {
		const reader = new SearchReader(this.exchange, this.watched);
		for await (const { sightings } of reader.pages(this.search(0, 'descending')))
			if (sightings.length > 0) return sightings[0];
		return undefined;
	}

	private search(after: number, order: 'ascending' | 'descending') {
		const { filters, field } = this.watched;
		return {
			query: queryInRange(filters, field, { after, upTo: Infinity }, 'calendarDay'),
			sort: { field, order },
		};
	}

	/** @returns undefined when there is more than one poll can hand out */
	private async readDown(state: PollState, most: number): Promise<Reading | undefined> {
		const reader = new SearchReader(this.exchange, this.watched);
		const harvest = new Harvest(state, most);
		for await (const page of reader.pages(this.search(state.since, 'descending'))) {
			for (const sighting of page.sightings) harvest.add(sighting);
			if (harvest.end !== Infinity) return undefined;
			if (page.last !== undefined && page.last <= state.since) break;
		}
		const { serverTime, newest } = reader;
		return { harvest, end: Infinity, serverTime, newest, bookmarks: [] };
	}

	private async readUp(state: PollState, most: number): Promise<Reading> {
		const reader = new SearchReader(this.exchange, this.watched);
		const harvest = new Harvest(state, most);
		const bookmarks: Array<{ cursor: string; at: number }> = [];
		const search = { ...this.search(state.since, 'ascending'), resume: state.resume };
		let end = Infinity;
		for await (const { sightings, last, next } of reader.pages(search)) {
			for (const sighting of sightings) harvest.add(sighting);
			if (last === undefined || next === undefined) continue;
			bookmarks.push({ cursor: next, at: last });
			// The last second of a page may go on behind it.
			if (harvest.size >= most && harvest.oldest < last) {
				end = last - 1;
				break;
			}
		}
		harvest.endAt(end);
		const { serverTime, newest } = reader;
		return { harvest, end, serverTime, newest, bookmarks };
	}
}
