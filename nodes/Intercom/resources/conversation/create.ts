import type { Operation } from '../../engine/operation';
import { attachmentUrls } from '../attachments';
import { brandLocator, contactLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { InputError, quoted } from '../../engine/input-error';
import { createdAt, messageBody } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create conversation',
	description:
		"Start a conversation with an in-app message in a contact's name. Returns the message, with the ID of the conversation in <code>conversation_id</code>. To write to a contact yourself, send a message instead.",
	request: 'POST /conversations',
	parameters: [
		{
			displayName: 'Contact Role',
			name: 'contactRole',
			type: 'options',
			options: [
				{ name: 'Lead', value: 'lead' },
				{ name: 'User', value: 'user' },
				{
					name: 'Visitor',
					value: 'contact',
					description: 'Somebody not known yet, who becomes a lead by this',
				},
			],
			default: 'user',
			description: 'Whether the contact is a user, a lead or a visitor',
			wire: { name: 'from.type' },
		},
		{
			...contactLocator,
			description: 'The contact who writes the message',
			wire: { name: 'from.id' },
		},
		{ ...messageBody, description: 'The text of the message; HTML is not supported' },
		additionalFieldsOf(
			attachmentUrls,
			{
				...brandLocator,
				required: false,
				description: 'The brand that the conversation belongs to',
			},
			createdAt,
			{
				displayName: 'Subject',
				name: 'subject',
				type: 'string',
				default: '',
				description: 'The subject, which only emails have',
			},
		),
	],
	check: ({ contactId }) => {
		// The only operation whose description says how long the ID of a contact is.
		if (!/^[0-9a-f]{24}$/i.test(String(contactId)))
			throw new InputError(
				`'Contact' is not an ID of a contact: ${quoted(contactId)}`,
				'Choose from the list, or give the 24 digits and letters of its ID.',
			);
	},
	record: ({ contactId }) => `/contacts/${String(contactId)}`,
} satisfies Operation;
