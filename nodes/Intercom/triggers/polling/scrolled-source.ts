import type { IntercomClient } from '../../client/client';
import { scrollCompanies } from '../../resources/company/scroll';
import type { Reading } from './advance';
import { Harvest } from './harvest';
import { askTime, type Source, type WatchedRecords } from './source';
import type { PollState, Sighting } from './state';

/**
 * Companies. They can't be searched (intercom-api.md §6), so each poll reads all of them, by a scroll:
 * it shows them as they were when it was opened, however long it takes.
 */
export class ScrolledSource implements Source {
	constructor(
		private readonly client: IntercomClient,
		private readonly watched: WatchedRecords,
	) {}

	async read(state: PollState, most: number): Promise<Reading> {
		const asOf = await this.now();
		const harvest = new Harvest(state, most);
		for await (const { records } of scrollCompanies(this.client))
			for (const sighting of records.flatMap((record) => this.watched.sightingsOf(record)))
				harvest.add(sighting);
		return { harvest, end: Infinity, asOf, bookmarks: [] };
	}

	async now(): Promise<number> {
		return await askTime(async (request) => await this.client.exchange(request));
	}

	async sample(): Promise<Sighting | undefined> {
		const { key, sightingsOf } = this.watched;
		const query = { per_page: 15 };
		const records = await this.client.records(
			{ method: 'POST', path: '/companies/list', query, repeatable: true },
			key,
		);
		const sightings = records.flatMap((record) => sightingsOf(record));
		return sightings.sort((a, b) => b.at - a.at)[0];
	}
}
