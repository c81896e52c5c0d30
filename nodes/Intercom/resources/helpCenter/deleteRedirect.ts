import type { Operation } from '../../engine/operation';
import { helpCenterLocator } from '../locators';
import { redirectId } from './redirectId';

export const deleteRedirect = {
	name: 'Delete Redirect',
	value: 'deleteRedirect',
	action: 'Delete redirect of help center',
	description: 'Delete a redirect; its address leads nowhere afterwards',
	request: 'DELETE /help_center/help_centers/{helpCenterId}/redirects/{redirectId}',
	parameters: [helpCenterLocator, redirectId],
	emptyAnswer: { deleted: true },
} satisfies Operation;
