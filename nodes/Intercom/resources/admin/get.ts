import type { Operation } from '../../engine/operation';
import { adminLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get admin',
	description: 'Get a teammate',
	request: 'GET /admins/{adminId}',
	parameters: [adminLocator],
} satisfies Operation;
