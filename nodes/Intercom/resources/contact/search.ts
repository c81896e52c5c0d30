import type { ListSettings, Operation, Parameter } from '../../engine/operation';
import { creationParts } from '../../search/creation-parts';
import { contactTable } from '../../search/fields/contact';
import { searchParameters } from '../../search/parameters';
import { prepareSearch } from '../../search/prepare';
import { readSort, sortParameter } from '../../search/sort';
import { contactSummary } from './fields';

const options: Parameter = {
	displayName: 'Options',
	name: 'searchOptions',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Include Merge History',
			name: 'includeMergeHistory',
			type: 'boolean',
			default: false,
			description:
				'Whether to add the contacts that were merged into each user. Choose the output "Raw" to see them.',
			wire: { to: 'query' },
		},
	],
};

// The maximum is from older versions' documentation (intercom-api.md §5).
const list: ListSettings = {
	key: 'data',
	pageSize: { default: 50, max: 150 },
	pagingIn: 'body',
	cursor: true,
	parts: creationParts('/contacts/search', contactTable.dates, { byDefault: true }),
};

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search contacts',
	description:
		'Find contacts by their fields and custom attributes, such as role, email, dates, tags or segments',
	requests: ['POST /contacts/search', 'GET /me', 'GET /data_attributes'],
	parameters: [
		...searchParameters(contactTable, {
			hint: 'New and changed contacts can be missing here for a few minutes. Archived and merged contacts are never found.',
			example:
				"role = 'user' AND (signed_up_at > '2026-01-31' OR custom_attributes.plan IN ['pro', 'team'])",
		}),
		options,
		sortParameter(contactTable),
	],
	simplify: contactSummary,
	list,
	run: async (context) => {
		const { query, keep } = await prepareSearch(context, contactTable);
		const sort = readSort(context.values.sort);
		return context.list(
			{
				method: 'POST',
				path: '/contacts/search',
				query: context.query,
				body: sort === undefined ? { query } : { query, sort },
				list,
			},
			keep,
		);
	},
} satisfies Operation;
