import type { Operation } from '../../engine/operation';
import { brandLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get brand',
	description: 'Get a brand',
	request: 'GET /brands/{brandId}',
	parameters: [brandLocator],
} satisfies Operation;
