import type { Operation } from '../../engine/operation';
import { articleLocator, collectionLocator, helpCenterLocator } from '../locators';

const toTarget = { wire: { name: 'target_id' } };

export const createRedirect = {
	name: 'Create Redirect',
	value: 'createRedirect',
	action: 'Create redirect of help center',
	description: 'Lead an old address of a help center to an article or a collection',
	request: 'POST /help_center/help_centers/{helpCenterId}/redirects',
	parameters: [
		helpCenterLocator,
		{
			displayName: 'From URL',
			name: 'fromUrl',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. https://help.example.com/old-page',
			description: 'The whole old address; it must lie in the help center',
		},
		{
			displayName: 'To',
			name: 'targetType',
			type: 'options',
			options: [
				{ name: 'Article', value: 'article' },
				{ name: 'Collection', value: 'collection' },
			],
			default: 'article',
			description: 'What the address leads to',
		},
		{ ...articleLocator, ...toTarget, displayOptions: { show: { targetType: ['article'] } } },
		{ ...collectionLocator, ...toTarget, displayOptions: { show: { targetType: ['collection'] } } },
		{
			displayName: 'Language',
			name: 'locale',
			type: 'string',
			required: true,
			default: 'en',
			description: 'The code of the language to lead to',
		},
	],
} satisfies Operation;
