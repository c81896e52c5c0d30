import type { IDataObject } from 'n8n-workflow';

import { pathSegment } from '../../client/identifier';
import { InputError } from '../../engine/input-error';
import type { Completion, Operation } from '../../engine/operation';
import { conversationLocator } from '../locators';
import { conversationSummary } from './fields';

/**
 * The message that opened the conversation has an ID of its own, which no user knows.
 *
 * @throws InputError where no message opened it: it came in by another channel (docs/intercom/recorded-answers.md)
 */
const sourceId: Completion = async ({ client, values }) => {
	if (values.redactedType !== 'source') return {};
	const path = `/conversations/${pathSegment(String(values.conversationId)) ?? '-'}`;
	const { source } = await client.send({ method: 'GET', path, repeatable: true });
	const id = (source as IDataObject | null | undefined)?.id;
	if (id === undefined || id === null)
		throw new InputError(
			`Conversation ${String(values.conversationId)} has no first message`,
			"It came in by another channel. To redact one of its messages, set 'Message to Redact' to 'Later Message'.",
		);
	return { source_id: String(id) };
};

export const redact = {
	name: 'Redact',
	value: 'redact',
	action: 'Redact message of conversation',
	description: 'Remove the content of a message for good, e.g. because it holds a password',
	request: 'POST /conversations/redact',
	requests: ['GET /conversations/{conversationId}'],
	parameters: [
		{ ...conversationLocator, wire: { name: 'conversation_id', as: 'numericId' } },
		{
			displayName: 'Message to Redact',
			name: 'redactedType',
			type: 'options',
			options: [
				{
					name: 'First Message',
					value: 'source',
					description: 'The one that opened the conversation; only when a contact wrote it',
				},
				{ name: 'Later Message', value: 'conversation_part', description: 'A part with text' },
			],
			default: 'conversation_part',
			description: 'Which message to redact',
			wire: { name: 'type' },
		},
		{
			displayName: 'Part ID',
			name: 'conversationPartId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 23785902',
			description:
				'The ID of the message: of a part from the operation Get without Simplify, or <code>part_id</code> of a structured transcript',
			displayOptions: { show: { redactedType: ['conversation_part'] } },
		},
	],
	complete: [sourceId],
	record: ({ conversationId }) => `/conversations/${String(conversationId)}`,
	simplify: conversationSummary,
} satisfies Operation;
