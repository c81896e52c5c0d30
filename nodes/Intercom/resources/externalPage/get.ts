import type { Operation } from '../../engine/operation';
import { externalPageLocator } from '../locators';
import { pageSummary } from './fields';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get external page',
	description: 'Get an external page',
	request: 'GET /ai/external_pages/{externalPageId}',
	parameters: [externalPageLocator],
	simplify: pageSummary,
} satisfies Operation;
