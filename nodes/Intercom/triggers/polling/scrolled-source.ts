import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { scrollCompanies } from '../../resources/company/scroll';
import type { Reading } from './advance';
import { Harvest } from './harvest';
import { dateIn } from './search-reader';
import { askTime, laterOf, type Source, type WatchedRecords } from './source';
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
		const serverTime = await this.serverTime();
		const harvest = new Harvest(state, most);
		let newest: number | undefined;
		for await (const { records } of scrollCompanies(this.client)) {
			newest = laterOf(newest, this.newestOf(records));
			for (const sighting of records.flatMap((record) => this.watched.sightingsOf(record)))
				harvest.add(sighting);
		}
		return { harvest, end: Infinity, serverTime, newest, bookmarks: [] };
	}

	async serverTime(): Promise<number | undefined> {
		return await askTime(async (request) => await this.client.exchange(request));
	}

	async newest(): Promise<number | undefined> {
		return this.newestOf(await this.someRecords());
	}

	async sample(): Promise<Sighting | undefined> {
		const records = await this.someRecords();
		const sightings = records.flatMap((record) => this.watched.sightingsOf(record));
		return sightings.sort((a, b) => b.at - a.at)[0];
	}

	private newestOf(records: readonly IDataObject[]): number | undefined {
		const dates = records.map((record) => dateIn(record, this.watched.field));
		return dates.reduce(laterOf, undefined);
	}

	private async someRecords(): Promise<IDataObject[]> {
		const query = { per_page: 15 };
		return await this.client.records(
			{ method: 'POST', path: '/companies/list', query, repeatable: true },
			this.watched.key,
		);
	}
}
