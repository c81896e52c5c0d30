import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import type { IntercomClient } from '../../client/client';
import { prepareSearch } from '../../search/prepare';
import { ScrolledSource } from './scrolled-source';
import { SlicedSource } from './sliced-source';
import { SortedSource } from './sorted-source';
import type { Source, WatchedRecords } from './source';
import { watchedResources, type WatchedEvent, type WatchedResource } from './watches';

/** What the user chose to watch. */
export interface Watch {
	resource: WatchedResource;
	event: WatchedEvent;
}

/** Reads what the user chose to watch. */
export function chosenWatch(context: IPollFunctions): Watch {
	const choice = context.getNodeParameter('resource');
	const resource = watchedResources.find(({ value }) => value === choice) ?? watchedResources[0];
	const chosenEvent = context.getNodeParameter('event');
	const event = resource.events.find(({ value }) => value === chosenEvent) ?? resource.events[0];
	return { resource, event };
}

/** What limits the records to watch, besides the event. */
type Filter = Pick<WatchedRecords, 'filters' | 'keep'>;

async function filterOf(
	context: IPollFunctions,
	client: IntercomClient,
	{ table, value }: WatchedResource,
): Promise<Filter> {
	const filters: IDataObject[] = [];
	const role = value === 'contact' ? context.getNodeParameter('role', 'any') : 'any';
	if (role !== 'any') filters.push({ field: 'role', operator: '=', value: String(role) });
	const filterBy = table === undefined ? 'none' : context.getNodeParameter('filterBy', 'none');
	if (table === undefined || filterBy === 'none') return { filters };
	const names = ['match', 'filterGroups', 'formula', 'query'];
	const values = Object.fromEntries(
		// Which of them there are depends on the way the filter is said.
		names.map((name) => [name, context.getNodeParameter(name, '')]),
	);
	const search = await prepareSearch(
		{
			values: { ...values, filterBy },
			client,
			memory: new Map(),
			timezone: context.getTimezone(),
		},
		table,
	);
	return { filters: [...filters, search.query], keep: search.keep };
}

/**
 * Opens what the user chose to watch.
 *
 * @throws InputError for a filter that Intercom would refuse
 */
export async function openSource(
	context: IPollFunctions,
	client: IntercomClient,
	{ resource, event }: Watch,
): Promise<Source> {
	const filter = await filterOf(context, client, resource);
	const watched: WatchedRecords = { ...resource, ...event, ...filter };
	const exchange = client.exchange.bind(client);
	switch (resource.reading) {
		case 'sorted':
			return new SortedSource(exchange, watched);
		case 'sliced':
			return new SlicedSource(exchange, watched);
		default:
			return new ScrolledSource(client, watched);
	}
}
