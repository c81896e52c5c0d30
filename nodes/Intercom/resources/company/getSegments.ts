import type { Operation } from '../../engine/operation';
import { companyLocator } from '../locators';

export const getSegments = {
	name: 'Get Segments',
	value: 'getSegments',
	action: 'Get segments of company',
	description: 'Get the segments that a company is in',
	request: 'GET /companies/{companyId}/segments',
	parameters: [companyLocator],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
