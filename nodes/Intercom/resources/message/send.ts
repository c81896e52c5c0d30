import type { IDataObject } from 'n8n-workflow';

import type { Operation, Parameter, Values } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { actingAdminId } from '../acting-admin';
import { actingAdminLocator, contactLocator } from '../locators';
import { oneOrMany, recipients, recipientType } from './recipients';

/** Inside a collection the path of another parameter begins at the top. */
const inAdditional = (...types: string[]) => ({ show: { '/messageType': types } });
const inside = (...types: string[]) => ({ show: { messageType: types } });

const whatsAppComponents: Parameter = {
	displayName: 'Template Components',
	name: 'components',
	type: 'json',
	default: '[]',
	displayOptions: inside('whatsapp'),
	description:
		'What fills the placeholders of the template, e.g. <code>[{"type":"BODY","parameters":[{"type":"text","text":"42"}]}]</code>',
	wire: { shape: 'list' },
};

const toContacts: Parameter = {
	...contactLocator,
	displayOptions: inside('inapp', 'email'),
	wire: { to: 'none' },
};

const parameters: Parameter[] = [
	{
		displayName: 'Type',
		name: 'messageType',
		type: 'options',
		// The live API takes `inapp`, whatever the description's enumeration says (intercom-api.md §2 row 4).
		options: [
			{ name: 'Email', value: 'email' },
			{
				name: 'In-App',
				value: 'inapp',
				description: 'Shown in the Messenger on your site or in your app',
			},
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		default: 'inapp',
		description: 'The channel of the message',
	},
	{
		...toContacts,
		displayName: 'To',
		description:
			'The contact who gets the message. A contact created a moment ago may not be found for some minutes.',
	},
	{ ...recipientType, displayOptions: inside('inapp', 'email'), wire: { to: 'none' } },
	{
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +353871234567',
		displayOptions: inside('whatsapp'),
		description: 'The phone number of the recipient with its country code',
		wire: { to: 'none' },
	},
	{
		displayName: 'Subject',
		name: 'subject',
		type: 'string',
		required: true,
		default: '',
		displayOptions: inside('email'),
		description: 'The subject of the email',
	},
	{
		displayName: 'Message',
		name: 'body',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		displayOptions: inside('inapp', 'email'),
		description: 'The text of the message; HTML is allowed',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'options',
		options: [
			{
				name: 'Personal',
				value: 'personal',
				description: 'Looks as if a teammate had written it by hand',
			},
			{ name: 'Plain', value: 'plain', description: 'Simple, with the logo of your workspace' },
		],
		default: 'plain',
		displayOptions: inside('email'),
		description: 'The look of the email',
	},
	{
		displayName: 'WhatsApp Template',
		name: 'whatsAppTemplate',
		type: 'string',
		required: true,
		default: '',
		displayOptions: inside('whatsapp'),
		description: 'The name of an approved template of your WhatsApp account',
		wire: { name: 'template' },
	},
	{
		displayName: 'Locale',
		name: 'locale',
		type: 'string',
		default: 'en',
		displayOptions: inside('whatsapp'),
		description: 'The language of the template',
	},
	whatsAppComponents,
	{
		...actingAdminLocator,
		displayName: 'From',
		wire: { ...actingAdminLocator.wire, to: 'none' },
		description:
			'The teammate who sends the message. Leave empty for the one that the credential belongs to.',
	},
	additionalFieldsOf(
		{
			...recipients('BCC', 'bcc', 'Contacts who get a hidden copy of the email'),
			displayOptions: inAdditional('email'),
		},
		{
			...recipients('CC', 'cc', 'Contacts who get a copy of the email'),
			displayOptions: inAdditional('email'),
		},
		{
			displayName: 'Create Conversation Without Reply',
			name: 'createConversationWithoutContactReply',
			type: 'boolean',
			default: false,
			description:
				'Whether the message opens a conversation in the Inbox at once, rather than when the contact replies',
		},
		{
			displayName: 'Created At',
			name: 'createdAt',
			type: 'dateTime',
			default: '',
			description: 'When the message was sent, for messages brought in from elsewhere',
		},
		{
			...recipients('More Recipients', 'to', 'Further contacts who get the message'),
			displayOptions: inAdditional('inapp', 'email'),
			wire: { to: 'none' },
		},
		{
			displayName: 'Recipient Name',
			name: 'recipientName',
			type: 'string',
			default: '',
			displayOptions: inAdditional('whatsapp'),
			description: 'The name of a WhatsApp recipient whom Intercom does not know yet',
			wire: { to: 'none' },
		},
	),
];

function recipientsOf(values: Values): IDataObject | IDataObject[] {
	if (values.messageType === 'whatsapp')
		return {
			phone: values.phone,
			...(values.recipientName ? { name: values.recipientName } : {}),
		} as IDataObject;
	const more = (values.to ?? []) as IDataObject[];
	return oneOrMany([
		{ type: values.recipientType as string, id: values.contactId as string },
		...more,
	]);
}

export const send = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description:
		'Send an in-app message, an email or a WhatsApp message to contacts. To answer in a conversation, reply to it instead.',
	requests: ['POST /messages', 'GET /me'],
	parameters,
	check: (values) => {
		recipientsOf(values);
	},
	run: async ({ client, values, body }) => {
		const { cc, bcc, ...rest } = body;
		// Intercom asks for components also of a template without placeholders.
		if (values.messageType === 'whatsapp') rest.components ??= [];
		const copies = Object.entries({ cc, bcc })
			.filter(([, copy]) => Array.isArray(copy) && copy.length > 0)
			.map(([name, copy]) => [name, oneOrMany(copy as IDataObject[])]);
		return await client.send({
			method: 'POST',
			path: '/messages',
			body: {
				...rest,
				from: { type: 'admin', id: Number(await actingAdminId(client, values.adminId)) },
				to: recipientsOf(values),
				...Object.fromEntries(copies),
			},
			repeatable: false,
		});
	},
} satisfies Operation;
