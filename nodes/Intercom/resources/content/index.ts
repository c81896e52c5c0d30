import type { Resource } from '../../engine/operation';
import { bulkAction } from './bulkAction';
import { search } from './search';

/** All knowledge together: articles, internal articles, snippets, files and external pages. */
export const content: Resource = {
	name: 'Content',
	value: 'content',
	operations: [bulkAction, search],
};
