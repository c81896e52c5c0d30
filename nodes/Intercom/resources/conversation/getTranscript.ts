import type { Operation } from '../../engine/operation';
import type { AttachmentDisplay } from '../../transcript/layout';
import { makeTranscript, type TranscriptFormat } from '../../transcript/transcript';
import { conversationLocator } from '../locators';
import { optionsOf } from '../collections';

export const getTranscript = {
	name: 'Get Transcript',
	value: 'getTranscript',
	action: 'Get transcript of conversation',
	description:
		'Get everything said in a conversation as one text with its speakers, to read or to give to an AI model',
	request: 'GET /conversations/{conversationId}',
	parameters: [
		conversationLocator,
		{
			displayName: 'Format',
			name: 'format',
			type: 'options',
			options: [
				{ name: 'Markdown', value: 'markdown', description: 'Text with headings and links' },
				{ name: 'Plain Text', value: 'plainText', description: 'Text without any markup' },
				{
					name: 'Structured',
					value: 'structured',
					description: 'A list of messages, each with its speaker, time and text',
				},
			],
			default: 'markdown',
			description: 'The shape of the transcript',
			wire: { to: 'none' },
		},
		{
			displayName: 'Include Notes',
			name: 'includeNotes',
			type: 'boolean',
			default: true,
			description:
				'Whether to include internal notes. Turn this off when a contact may get to see what is made of the transcript.',
			wire: { to: 'none' },
		},
		{
			displayName: 'Maximum Length',
			name: 'maxLength',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 50000,
			description:
				'The most characters of text, at least 1,000; four are about one token. The first message and the newest ones are kept. Set 0 for no limit.',
			wire: { to: 'none' },
		},
		optionsOf(
			{
				displayName: 'Attachments',
				name: 'attachments',
				type: 'options',
				options: [
					{ name: 'Leave Out', value: 'none' },
					{ name: 'Links', value: 'links', description: 'Addresses that expire after a while' },
					{ name: 'Names Only', value: 'names' },
				],
				default: 'links',
				description: 'How to show attached files',
				wire: { to: 'none' },
			},
			{
				displayName: 'Include Events',
				name: 'includeEvents',
				type: 'boolean',
				default: false,
				description: 'Whether to include what happened between messages, such as assignments',
				wire: { to: 'none' },
			},
		),
	],
	transform: async (conversation, { values, timezone }) => {
		const maxLength = Number(values.maxLength ?? 0);
		return makeTranscript(conversation, {
			format: values.format as TranscriptFormat,
			notes: values.includeNotes !== false,
			events: values.includeEvents === true,
			attachments: (values.attachments ?? 'links') as AttachmentDisplay,
			maxLength: maxLength === 0 ? 0 : Math.max(maxLength, 1000),
			timezone,
		});
	},
} satisfies Operation;
