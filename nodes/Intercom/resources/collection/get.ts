import type { Operation } from '../../engine/operation';
import { collectionLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get collection',
	description: 'Get a collection',
	request: 'GET /help_center/collections/{collectionId}',
	parameters: [collectionLocator],
} satisfies Operation;
