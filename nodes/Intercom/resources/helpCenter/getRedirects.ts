import type { Operation } from '../../engine/operation';
import { helpCenterLocator } from '../locators';

export const getRedirects = {
	name: 'Get Redirects',
	value: 'getRedirects',
	action: 'Get redirects of help center',
	description: 'Get the old addresses of a help center and where they lead to',
	request: 'GET /help_center/help_centers/{helpCenterId}/redirects',
	parameters: [helpCenterLocator],
	list: { key: 'data', pageSize: { default: 50, max: 250 } },
} satisfies Operation;
