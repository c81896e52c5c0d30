import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { versionLocale } from './version-locale';

export const getVersion = {
	name: 'Get Version',
	value: 'getVersion',
	action: 'Get version of article',
	description: 'Get an earlier version of an article with its text',
	request: 'GET /articles/{articleId}/versions/{versionId}',
	parameters: [
		articleLocator,
		{
			displayName: 'Version ID',
			name: 'versionId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the version, as Get Versions gives it',
		},
		versionLocale,
	],
} satisfies Operation;
