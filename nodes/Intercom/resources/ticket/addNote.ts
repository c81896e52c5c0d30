import type { Operation } from '../../engine/operation';
import { actingAdmin, actingAdminParameter, actingAdminRequests } from '../acting-admin';
import { attachedFiles } from '../attachments';
import { ticketLocator } from '../locators';
import { skipNotifications } from './fields';
import { message, replyOptions } from './replyFields';

export const addNote = {
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to ticket',
	description: 'Write a note on a ticket, which only teammates see',
	request: 'POST /tickets/{ticketId}/reply',
	requests: actingAdminRequests,
	body: { message_type: 'note', type: 'admin' },
	parameters: [
		ticketLocator,
		message('Note', 'The text of the note; HTML is allowed'),
		actingAdminParameter,
		replyOptions(skipNotifications, {
			displayName: 'Cross-Post',
			name: 'crossPost',
			type: 'boolean',
			default: true,
			description:
				'Whether to write the note to all linked conversations too; only for back-office tickets',
		}),
	],
	complete: [actingAdmin, attachedFiles],
} satisfies Operation;
