import type { Resource } from '../../engine/operation';
import { getStatuses } from './getStatuses';
import { getWhatsAppStatus } from './getWhatsAppStatus';
import { send } from './send';

/** What an admin sends to contacts on their own initiative. */
export const message: Resource = {
	name: 'Message',
	value: 'message',
	operations: [getStatuses, getWhatsAppStatus, send],
};
