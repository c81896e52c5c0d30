import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { audienceIds, availability, bodyMarkdown } from '../knowledge-fields';
import { contentSnippetLocator } from '../locators';
import { jsonBlocks, locale, snippetSummary, snippetTitle } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update content snippet',
	description: 'Change a content snippet',
	request: 'PUT /content_snippets/{contentSnippetId}',
	parameters: [
		contentSnippetLocator,
		updateFieldsOf(audienceIds, ...availability, jsonBlocks, bodyMarkdown, locale, snippetTitle),
	],
	check: (_values, body) => {
		if (body.json_blocks !== undefined && body.body_markdown !== undefined)
			throw new InputError(
				'The content snippet has a body in blocks and one in Markdown',
				'Intercom takes only one of them. Remove the other.',
			);
	},
	simplify: snippetSummary,
} satisfies Operation;
