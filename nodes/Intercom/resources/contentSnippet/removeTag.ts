import type { Operation } from '../../engine/operation';
import { contentSnippetLocator, tagLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from content snippet',
	description: 'Take a tag off a content snippet',
	request: 'DELETE /content_snippets/{contentSnippetId}/tags/{tagId}',
	parameters: [contentSnippetLocator, tagLocator],
} satisfies Operation;
