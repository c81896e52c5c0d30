import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Completion, Operation, Parameter, Values } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { attachedFiles, attachmentFields, attachmentUrls } from '../attachments';
import { contactIdentity } from '../contact-identity';
import { actingAdminLocator, conversationLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, createdAt, messageBody, skipNotifications } from './fields';
import { isBlank, quickRepliesIn, quickReply } from './quick-reply';

/** Who writes: Intercom calls all contacts users here (2.16 `contact_reply_base_request`). */
const contact = 'user';

const author: Completion = async (context) =>
	context.values.replyAs === contact ? {} : await actingAdmin(context);

/**
 * A contact who only presses a button sends a quick reply instead of a text (2.16 example
 * contact_quick_reply_reply); one who writes as well sends a comment that names the button (2.16
 * `contact_reply_base_request`).
 */
const pressedButton: Completion = async ({ body }) =>
	body.reply_options === undefined || body.body !== undefined
		? {}
		: { message_type: 'quick_reply' };

const chosenReplies: Parameter = {
	displayName: 'Chosen Quick Reply',
	name: 'replyOptions',
	type: 'fixedCollection',
	placeholder: 'Add Choice',
	default: {},
	description: 'The button that the contact presses',
	displayOptions: { show: { '/replyAs': [contact] } },
	options: [
		{
			displayName: 'Choice',
			name: 'choice',
			values: quickReply(
				'What stands on the button',
				'The UUID of the quick reply that was offered',
			),
		},
	],
};

/** Checks that a contact says something, in words or by a button. */
function checkContactReply({ replyAs, replyOptions }: Values, body: IDataObject): void {
	if (replyAs !== contact) return;
	const chosen = quickRepliesIn(replyOptions);
	if (chosen.length === 0 && body.body === undefined)
		throw new InputError(
			"'Message' is empty",
			"Fill it in, or name the button that the contact presses under 'Chosen Quick Reply'.",
		);
	for (const name of ['text', 'uuid'])
		if (chosen.some((reply) => isBlank(reply[name])))
			throw new InputError(
				`'Chosen Quick Reply' has no ${name === 'uuid' ? 'UUID' : name}`,
				'Give the text and the UUID of the quick reply that was offered.',
			);
}

export const reply = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to conversation',
	description:
		'Answer in a conversation as a teammate, or in the name of a contact. For what only teammates should see, add a note instead.',
	request: 'POST /conversations/{conversationId}/reply',
	requests: ['GET /me'],
	body: { message_type: 'comment' },
	parameters: [
		{
			...conversationLocator,
			// Beside numeric IDs there is `last`.
			wire: undefined,
			description:
				'The conversation to answer in. As a contact, the ID <code>last</code> means the latest one of that contact.',
		},
		{
			displayName: 'Reply As',
			name: 'replyAs',
			type: 'options',
			options: [
				{ name: 'Admin', value: 'admin', description: 'As a teammate, to the contact' },
				{ name: 'Contact', value: contact, description: 'In the name of a contact' },
			],
			default: 'admin',
			description: 'Who writes the reply',
			wire: { name: 'type' },
		},
		...contactIdentity('', { replyAs: [contact] }),
		{ ...messageBody, displayOptions: { show: { replyAs: ['admin'] } } },
		{
			...messageBody,
			required: false,
			displayOptions: { show: { replyAs: [contact] } },
			description:
				'The text of the message; HTML is allowed. It can be empty where the contact presses a button.',
		},
		{
			...actingAdminLocator,
			displayOptions: { show: { replyAs: ['admin'] } },
			hint: 'Intercom does not email replies of bots such as Operator or Fin to a contact who wrote by email. Reply as a person.',
		},
		additionalFieldsOf(attachmentFields, attachmentUrls, chosenReplies, createdAt, {
			...skipNotifications,
			displayOptions: { show: { '/replyAs': ['admin'] } },
		}),
	],
	complete: [author, attachedFiles, pressedButton],
	check: checkContactReply,
	record: ({ conversationId, contactId, externalId, email }) =>
		conversationId === 'last'
			? `last of ${String(contactId ?? externalId ?? email)}`
			: `/conversations/${String(conversationId)}`,
	simplify: conversationSummary,
} satisfies Operation;
