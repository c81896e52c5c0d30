import type { Operation } from '../../engine/operation';
import { internalArticleSummary } from './fields';

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search internal articles',
	description:
		'Find the internal articles of a folder. To find them by words, use the resource Content instead.',
	request: 'GET /internal_articles/search',
	parameters: [
		{
			displayName: 'Folder ID',
			name: 'folderId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 6',
			description: 'The folder to look in; all if empty',
		},
	],
	simplify: internalArticleSummary,
	list: { key: 'data.internal_articles' },
} satisfies Operation;
