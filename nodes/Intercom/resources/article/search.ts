import type { Operation } from '../../engine/operation';
import { articleSummary } from './fields';

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search articles',
	description: 'Find articles by words in their title and text, by help center or by state',
	request: 'GET /articles/search',
	parameters: [
		{
			displayName: 'Phrase',
			name: 'phrase',
			type: 'string',
			default: '',
			placeholder: 'e.g. reset password',
			description: 'The words to look for; all articles if empty',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Help Center Name or ID',
					name: 'helpCenterId',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getHelpCenters' },
					default: '',
					description:
						'The help center to look in. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
					wire: { as: 'integerId' },
				},
				{
					displayName: 'Highlight',
					name: 'highlight',
					type: 'boolean',
					default: true,
					description:
						'Whether to mark the words that were found; choose the output Full Page to get them',
				},
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: [
						{ name: 'All', value: 'all' },
						{ name: 'Draft', value: 'draft' },
						{ name: 'Published', value: 'published' },
					],
					default: 'all',
					description: 'Whether to look in published articles, in drafts or in both',
				},
			],
		},
	],
	simplify: articleSummary,
	list: { key: 'data.articles' },
} satisfies Operation;
