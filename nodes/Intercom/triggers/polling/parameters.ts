import {
	updateDisplayOptions,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { plain } from '../../engine/properties';
import { authenticationProperty } from '../../engine/settings';
import { searchParameters } from '../../search/parameters';
import type { SearchTable } from '../../search/table';
import { watchedResources, type WatchedResource } from './watches';

function byName(a: INodePropertyOptions, b: INodePropertyOptions): number {
	return a.name.localeCompare(b.name, 'en');
}

// The defaults stand here because n8n's lint wants them written out; both are replaced below.
const resourceDropDown: INodeProperties = {
	displayName: 'Watch',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	default: '',
	description: 'The records to watch for changes',
};

const eventDropDown: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	default: '',
};

function eventProperty({ value, events }: WatchedResource): INodeProperties {
	const options = events
		.map(({ name, value: event, description }) => ({ name, value: event, description }))
		.sort(byName);
	return {
		...eventDropDown,
		options,
		default: 'created',
		displayOptions: { show: { resource: [value] } },
	};
}

/** How a filter is said in the search operation, with "no filter" as first choice. */
function filterProperties(value: string, table: SearchTable): INodeProperties[] {
	const hint = 'Only changes of records that match are reported';
	const example = table.records === 'contacts' ? "role = 'user'" : 'open = true';
	const properties = searchParameters(table, { hint, example }).map(plain);
	return updateDisplayOptions({ show: { resource: [value] } }, properties).map((property) =>
		property.name === 'filterBy'
			? {
					...property,
					displayName: 'Filter',
					options: [
						{ name: 'None', value: 'none', description: 'Report changes of all records' },
						...(property.options ?? []),
					].sort((a, b) =>
						byName(a as INodePropertyOptions, b as INodePropertyOptions),
					) as INodePropertyOptions[],
					default: 'none',
				}
			: property,
	);
}

/** What the Intercom Polling Trigger lets the user set. */
export const pollingParameters: INodeProperties[] = [
	authenticationProperty,
	{
		...resourceDropDown,
		options: watchedResources.map(({ name, value }) => ({ name, value })),
		default: 'contact',
	},
	...watchedResources.map(eventProperty),
	{
		displayName: 'Contacts',
		name: 'role',
		type: 'options',
		options: [
			{ name: 'Leads', value: 'lead' },
			{ name: 'Users', value: 'user' },
			{ name: 'Users and Leads', value: 'any' },
		],
		default: 'any',
		description: 'Whose changes to report',
		displayOptions: { show: { resource: ['contact'] } },
	},
	...watchedResources.flatMap(({ value, table }) =>
		table === undefined ? [] : filterProperties(value, table),
	),
	{
		displayName:
			'Intercom can only list all companies, one list at a time in a workspace. Poll them every hour rather than every minute.',
		name: 'companiesNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['company'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Include Transcript',
				name: 'includeTranscript',
				type: 'boolean',
				default: true,
				displayOptions: { show: { '/resource': ['conversation'] } },
				description:
					'Whether to add everything said in the conversation as one text, with notes of teammates; one more request per conversation',
			},
			{
				displayName: 'Look Back (Minutes)',
				name: 'lookBack',
				type: 'number',
				typeOptions: { minValue: 5, maxValue: 1440 },
				default: 15,
				description:
					"How late Intercom's search may show a change. Each poll reads this far back again; nothing is reported twice.",
			},
			{
				displayName: 'Maximum per Poll',
				name: 'most',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10000 },
				default: 1000,
				description: 'The most changes one poll reports; the next one goes on with the rest',
			},
			{
				displayName: 'Start From',
				name: 'startFrom',
				type: 'dateTime',
				default: '',
				description:
					'Report what changed from then on, instead of starting with the activation. Changing this starts again from the new date.',
			},
		],
	},
];
