import type { Operation } from '../../engine/operation';
import { tagLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get tag',
	description: 'Get a tag',
	request: 'GET /tags/{tagId}',
	parameters: [tagLocator],
} satisfies Operation;
