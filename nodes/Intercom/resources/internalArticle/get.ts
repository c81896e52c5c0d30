import type { Operation } from '../../engine/operation';
import { internalArticleLocator } from '../locators';
import { internalArticleSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get internal article',
	description: 'Get an internal article',
	request: 'GET /internal_articles/{internalArticleId}',
	parameters: [internalArticleLocator],
	simplify: internalArticleSummary,
} satisfies Operation;
