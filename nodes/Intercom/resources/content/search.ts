import type { Operation } from '../../engine/operation';
import { contentFilters } from './filters';

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search content',
	description:
		'Find articles, internal articles, snippets, files and external pages by words in their title and text',
	request: 'GET /content/search',
	parameters: [
		{
			displayName: 'Words',
			name: 'query',
			type: 'string',
			default: '',
			placeholder: 'e.g. refund',
			description: 'The words to look for; if empty, the latest content is returned',
			wire: { maxLength: 500 },
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: contentFilters,
		},
	],
	list: { key: 'data', pageSize: { default: 10, max: 50 } },
} satisfies Operation;
