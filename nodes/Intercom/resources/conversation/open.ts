import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const open = {
	name: 'Open',
	value: 'open',
	action: 'Open conversation',
	description: 'Open a conversation that is closed or snoozed',
	request: 'POST /conversations/{conversationId}/parts',
	requests: ['GET /me'],
	body: { message_type: 'open' },
	parameters: [conversationLocator, actingAdminLocator],
	complete: [actingAdmin],
	simplify: conversationSummary,
	repeatable: true,
} satisfies Operation;
