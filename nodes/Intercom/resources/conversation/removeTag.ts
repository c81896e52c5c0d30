import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator, tagLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from conversation',
	description: 'Take a tag off a conversation',
	request: 'DELETE /conversations/{conversationId}/tags/{tagId}',
	requests: ['GET /me'],
	bodyOnDelete: true,
	parameters: [conversationLocator, tagLocator, actingAdminLocator],
	complete: [actingAdmin],
} satisfies Operation;
