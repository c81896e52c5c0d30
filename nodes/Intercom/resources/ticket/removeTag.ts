import type { Operation } from '../../engine/operation';
import { actingAdmin, actingAdminParameter, actingAdminRequests } from '../acting-admin';
import { tagLocator, ticketLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from ticket',
	description: 'Take a tag off a ticket',
	request: 'DELETE /tickets/{ticketId}/tags/{tagId}',
	requests: actingAdminRequests,
	parameters: [ticketLocator, tagLocator, actingAdminParameter],
	complete: [actingAdmin],
	bodyOnDelete: true,
} satisfies Operation;
