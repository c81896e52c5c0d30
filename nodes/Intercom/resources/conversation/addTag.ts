import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator, tagLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to conversation',
	description: 'Put a tag on a conversation',
	request: 'POST /conversations/{conversationId}/tags',
	requests: ['GET /me'],
	parameters: [conversationLocator, { ...tagLocator, wire: { name: 'id' } }, actingAdminLocator],
	complete: [actingAdmin],
	repeatable: true,
} satisfies Operation;
