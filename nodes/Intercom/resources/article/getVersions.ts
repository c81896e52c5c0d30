import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { versionLocale } from './version-locale';

export const getVersions = {
	name: 'Get Versions',
	value: 'getVersions',
	action: 'Get versions of article',
	description: 'Get the history of an article, newest first, without the texts',
	request: 'GET /articles/{articleId}/versions',
	parameters: [articleLocator, versionLocale],
	list: { key: 'data', pageSize: { default: 25, max: 50 } },
} satisfies Operation;
