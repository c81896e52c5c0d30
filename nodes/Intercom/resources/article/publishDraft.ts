import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { articleSummary } from './fields';

export const publishDraft = {
	name: 'Publish Draft',
	value: 'publishDraft',
	action: 'Publish draft of article',
	description: 'Make the prepared changes of an article public',
	request: 'POST /articles/{articleId}/draft/publish',
	parameters: [
		articleLocator,
		{
			displayName: 'Languages',
			name: 'locales',
			type: 'string',
			default: '',
			placeholder: 'e.g. en, fr',
			description:
				'The codes of the languages to publish, separated by commas; needed where the help center has several',
			wire: { as: 'commaList' },
		},
	],
	simplify: articleSummary,
} satisfies Operation;
