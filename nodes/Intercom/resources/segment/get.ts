import type { Operation } from '../../engine/operation';
import { segmentLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get segment',
	description: 'Get a segment',
	request: 'GET /segments/{segmentId}',
	parameters: [segmentLocator],
} satisfies Operation;
