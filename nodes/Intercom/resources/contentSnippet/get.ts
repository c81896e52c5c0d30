import type { Operation } from '../../engine/operation';
import { contentSnippetLocator } from '../locators';
import { snippetSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get content snippet',
	description: 'Get a content snippet',
	request: 'GET /content_snippets/{contentSnippetId}',
	parameters: [contentSnippetLocator],
	simplify: snippetSummary,
} satisfies Operation;
