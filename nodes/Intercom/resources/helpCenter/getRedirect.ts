import type { Operation } from '../../engine/operation';
import { helpCenterLocator } from '../locators';
import { redirectId } from './redirectId';

export const getRedirect = {
	name: 'Get Redirect',
	value: 'getRedirect',
	action: 'Get redirect of help center',
	description: 'Get where an old address of a help center leads to',
	request: 'GET /help_center/help_centers/{helpCenterId}/redirects/{redirectId}',
	parameters: [helpCenterLocator, redirectId],
} satisfies Operation;
