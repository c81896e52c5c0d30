import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, messageBody } from './fields';

export const close = {
	name: 'Close',
	value: 'close',
	action: 'Close conversation',
	description: 'Close a conversation, with a last message if you like',
	request: 'POST /conversations/{conversationId}/parts',
	requests: ['GET /me'],
	body: { message_type: 'close', type: 'admin' },
	parameters: [
		conversationLocator,
		actingAdminLocator,
		additionalFieldsOf({
			...messageBody,
			required: false,
			description: 'A last message to the contact, written as the conversation closes',
		}),
	],
	complete: [actingAdmin],
	simplify: conversationSummary,
} satisfies Operation;
