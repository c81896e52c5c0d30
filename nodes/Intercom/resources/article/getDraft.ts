import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';
import { articleSummary } from './fields';

export const getDraft = {
	name: 'Get Draft',
	value: 'getDraft',
	action: 'Get draft of article',
	description: 'Get a published article with the changes that are not public yet',
	request: 'GET /articles/{articleId}/draft',
	parameters: [articleLocator],
	simplify: articleSummary,
} satisfies Operation;
