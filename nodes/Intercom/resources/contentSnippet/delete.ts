import type { Operation } from '../../engine/operation';
import { contentSnippetLocator } from '../locators';

export const deleteContentSnippet = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete content snippet',
	description: 'Delete a content snippet for good. One that a procedure uses cannot be deleted.',
	request: 'DELETE /content_snippets/{contentSnippetId}',
	parameters: [contentSnippetLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
