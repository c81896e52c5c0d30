import type { Operation } from '../../engine/operation';
import { helpCenterLocator } from '../locators';

export const get = {
	name: 'Get',
	value: 'get',
	action: 'Get help center',
	description: 'Get a help center with its address and languages',
	request: 'GET /help_center/help_centers/{helpCenterId}',
	parameters: [helpCenterLocator],
} satisfies Operation;
