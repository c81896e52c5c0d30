import type { Completion, Operation, Parameter } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { attachedFiles, attachmentFields, attachmentUrls } from '../attachments';
import { contactIdentity } from '../contact-identity';
import { actingAdminLocator, conversationLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, createdAt, messageBody, skipNotifications } from './fields';

/** Who writes: Intercom calls all contacts users here (2.16 `contact_reply_base_request`). */
const contact = 'user';

const author: Completion = async (context) =>
	context.values.replyAs === contact ? {} : await actingAdmin(context);

/** A contact who presses a button sends it instead of a text (2.16 example contact_quick_reply_reply). */
const chosenReply: Completion = async ({ body }) =>
	body.reply_options === undefined ? {} : { message_type: 'quick_reply', body: undefined };

const chosenReplies: Parameter = {
	displayName: 'Chosen Quick Reply',
	name: 'replyOptions',
	type: 'fixedCollection',
	placeholder: 'Add Choice',
	default: {},
	description: 'The button that the contact presses, instead of the message',
	displayOptions: { show: { '/replyAs': [contact] } },
	options: [
		{
			displayName: 'Choice',
			name: 'choice',
			values: [
				{ displayName: 'Text', name: 'text', type: 'string', default: '' },
				{
					displayName: 'UUID',
					name: 'uuid',
					type: 'string',
					default: '',
					description: 'The UUID of the quick reply that was offered',
				},
			],
		},
	],
};

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
		messageBody,
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
	complete: [author, attachedFiles, chosenReply],
	record: ({ conversationId, contactId, externalId, email }) =>
		conversationId === 'last'
			? `last of ${String(contactId ?? externalId ?? email)}`
			: `/conversations/${String(conversationId)}`,
	simplify: conversationSummary,
} satisfies Operation;
