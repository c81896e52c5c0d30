import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { attachedFiles, attachmentFields, attachmentUrls } from '../attachments';
import { actingAdminLocator, conversationLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, createdAt, messageBody, skipNotifications } from './fields';

export const addNote = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to conversation',
	description: 'Write an internal note in a conversation, which only teammates see',
	request: 'POST /conversations/{conversationId}/reply',
	requests: ['GET /me'],
	body: { message_type: 'note', type: 'admin' },
	parameters: [
		conversationLocator,
		{
			...messageBody,
			displayName: 'Note',
			description: 'The text of the note; HTML is allowed',
		},
		actingAdminLocator,
		additionalFieldsOf(attachmentFields, attachmentUrls, createdAt, skipNotifications),
	],
	complete: [actingAdmin, attachedFiles],
	simplify: conversationSummary,
} satisfies Operation;
