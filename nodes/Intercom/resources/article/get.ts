import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { articleSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get article',
	description: 'Get an article as the public sees it, with its statistics',
	request: 'GET /articles/{articleId}',
	parameters: [articleLocator],
	simplify: articleSummary,
} satisfies Operation;
