import type { Operation } from '../../engine/operation';
import { actingAdminLocator, contentSnippetLocator, tagLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to content snippet',
	description: 'Put a tag on a content snippet',
	request: 'POST /content_snippets/{contentSnippetId}/tags',
	parameters: [contentSnippetLocator, { ...tagLocator, wire: { name: 'id' } }, actingAdminLocator],
	repeatable: true,
} satisfies Operation;
