import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { body, bodyMarkdown, refuseTwoBodies, title } from '../knowledge-fields';
import { articleSummary, articleTranslations, description } from './fields';

export const saveDraft = {
	name: 'Save Draft',
	value: 'saveDraft',
	action: 'Save draft of article',
	description:
		'Prepare changes to a published article without showing them. Publish Draft makes them public.',
	request: 'PUT /articles/{articleId}/draft',
	parameters: [
		articleLocator,
		{
			displayName: 'Draft Fields',
			name: 'draftFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [body, bodyMarkdown, description, title],
		},
		articleTranslations,
	],
	check: (_values, content) => refuseTwoBodies(content),
	simplify: articleSummary,
} satisfies Operation;
