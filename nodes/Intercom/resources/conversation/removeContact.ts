import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, contactLocator, conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const removeContact = {
	name: 'Remove Contact',
	value: 'removeContact',
	action: 'Remove contact from conversation',
	description: 'Take a participant out of a conversation; the last one has to stay',
	request: 'DELETE /conversations/{conversationId}/customers/{contactId}',
	requests: ['GET /me'],
	bodyOnDelete: true,
	parameters: [conversationLocator, contactLocator, actingAdminLocator],
	complete: [actingAdmin],
	simplify: conversationSummary,
} satisfies Operation;
