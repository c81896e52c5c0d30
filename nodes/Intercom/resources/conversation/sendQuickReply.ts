import { randomUUID } from 'node:crypto';

import { InputError } from '../../engine/input-error';
import type { Completion, Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, createdAt, messageBody, skipNotifications } from './fields';
import { isBlank, quickRepliesIn, quickReply } from './quick-reply';

/** Gives each button the UUID that Intercom wants, where the user has none. */
const identified: Completion = async ({ values }) => ({
	reply_options: quickRepliesIn(values.replyOptions).map(({ text, uuid }) => ({
		text,
		uuid: uuid ?? randomUUID(),
	})),
});

export const sendQuickReply = {
	name: 'Send Quick Reply',
	value: 'sendQuickReply',
	action: 'Send quick reply to conversation',
	description: 'Offer the contact answers as buttons in the Messenger',
	request: 'POST /conversations/{conversationId}/reply',
	requests: ['GET /me'],
	body: { message_type: 'quick_reply', type: 'admin' },
	parameters: [
		conversationLocator,
		{
			displayName: 'Buttons',
			name: 'replyOptions',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Button' },
			placeholder: 'Add Button',
			required: true,
			default: {},
			description: 'The answers to choose from',
			options: [
				{
					displayName: 'Button',
					name: 'button',
					values: quickReply(
						'What stands on the button, and what the contact answers by pressing it',
						'What the answer is known by in <code>quick_reply_uuid</code>. Leave empty to have one made.',
					),
				},
			],
		},
		actingAdminLocator,
		additionalFieldsOf(createdAt, { ...messageBody, required: false }, skipNotifications),
	],
	complete: [identified, actingAdmin],
	check: ({ replyOptions }) => {
		if (quickRepliesIn(replyOptions).some(({ text }) => isBlank(text)))
			throw new InputError(
				"A button of 'Buttons' has no text",
				'Fill it in, or remove the button.',
			);
	},
	simplify: conversationSummary,
} satisfies Operation;
