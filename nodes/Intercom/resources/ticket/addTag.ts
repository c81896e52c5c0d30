import type { Operation } from '../../engine/operation';
import { actingAdmin, actingAdminParameter, actingAdminRequests } from '../acting-admin';
import { tagLocator, ticketLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to ticket',
	description: 'Put a tag on a ticket',
	request: 'POST /tickets/{ticketId}/tags',
	requests: actingAdminRequests,
	parameters: [ticketLocator, { ...tagLocator, wire: { name: 'id' } }, actingAdminParameter],
	complete: [actingAdmin],
	repeatable: true,
} satisfies Operation;
