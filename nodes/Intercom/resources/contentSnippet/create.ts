import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { audienceIds, availability, bodyMarkdown } from '../knowledge-fields';
import { jsonBlocks, locale, snippetSummary, snippetTitle } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create content snippet',
	description: 'Create a short text for Fin and Copilot to answer with',
	request: 'POST /content_snippets',
	parameters: [
		{ ...snippetTitle, required: true },
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			options: [
				{ name: 'Blocks', value: 'blocks' },
				{ name: 'Markdown', value: 'markdown' },
			],
			default: 'markdown',
			description: 'What the body is written in',
			wire: { to: 'none' },
		},
		{ ...bodyMarkdown, displayName: 'Body', displayOptions: { show: { format: ['markdown'] } } },
		{ ...jsonBlocks, displayName: 'Body', displayOptions: { show: { format: ['blocks'] } } },
		additionalFieldsOf(audienceIds, ...availability, locale),
	],
	simplify: snippetSummary,
} satisfies Operation;
