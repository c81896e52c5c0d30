import { bodyOf, flag, integer, listOf, oneOfTexts, text, textOrNull } from '../body-schema';
import { IntercomError, SingleError } from '../errors';
import { createMessage, type MessageBody } from '../messages';
import { decodeCursor, encodeCursor, invalidCursor, readPageSize } from '../pagination';
import type { Message, WhatsAppDelivery } from '../records';
import { route, type Route, type Workspace } from '../route';

/** Page size of message statuses (2.16 line 16810). */
const PAGE = { default: 50, maximum: 100 };

const recipient = bodyOf({ type: oneOfTexts('user', 'lead'), id: text, user_id: text }, ['type']);
const recipients = { anyOf: [recipient, listOf(recipient)] };
const phone = bodyOf({ phone: text, name: text }, ['phone']);

const messageBody = bodyOf(
	{
		message_type: text,
		from: bodyOf({ type: oneOfTexts('admin'), id: { type: ['integer', 'string'] } }, [
			'type',
			'id',
		]),
		to: { anyOf: [recipient, listOf(recipient), phone] },
		cc: recipients,
		bcc: recipients,
		subject: textOrNull,
		body: textOrNull,
		template: text,
		components: listOf(
			bodyOf({ type: text, parameters: listOf(bodyOf({ type: text, text }, ['type'])) }, ['type']),
		),
		locale: text,
		created_at: integer,
		create_conversation_without_contact_reply: flag,
	},
	['message_type', 'from', 'to'],
);

/** Messages sent by admins and their delivery (2.16 lines 16479-16990). */
export const messageRoutes: Route[] = [
	route<MessageBody>({
		operation: 'POST /messages',
		scope: 'write_conversations',
		paid: true,
		body: messageBody,
		handle: (request) => presentMessage(request, createMessage(request)),
	}),
	route({
		operation: 'GET /messages/status',
		scope: 'read_conversations',
		paid: true,
		query: ['ruleset_id', 'per_page', 'starting_after'],
		handle({ state, query }) {
			const { ruleset_id: ruleset, starting_after: cursor } = query;
			if (!ruleset) throw new SingleError(400, 'parameter_not_found', 'ruleset_id is required');
			const size = readPageSize(query.per_page, PAGE);
			const deliveries = state.whatsAppDeliveries.find('ruleset', ruleset);
			const start = cursor === undefined ? 0 : readPosition(cursor);
			const end = start + size;
			return {
				type: 'list',
				ruleset_id: ruleset,
				pages: {
					type: 'pages',
					per_page: size,
					total_pages: Math.ceil(deliveries.length / size),
					next: end < deliveries.length ? { starting_after: encodeCursor([end]) } : null,
				},
				total_count: deliveries.length,
				events: deliveries.slice(start, end).map(presentEvent),
			};
		},
	}),
	route({
		operation: 'GET /messages/whatsapp/status',
		scope: 'read_conversations',
		paid: true,
		query: ['message_id'],
		handle({ state, query }) {
			if (!query.message_id) {
				throw new SingleError(400, 'parameter_not_found', 'message_id is required');
			}
			const delivery = state.whatsAppDeliveries.get(query.message_id);
			if (!delivery) {
				throw new IntercomError(404, 'whatsapp_message_not_found', 'Whatsapp message not found');
			}
			const { id, ruleset_id: _ruleset, error, ...fields } = delivery;
			return {
				...fields,
				type: 'broadcast_outbound',
				message_id: id,
				...(error ? { error } : {}),
			};
		},
	}),
];

/**
 * A message in the shape of 2.16 `message`, with its sender and, also without one, a subject
 * (docs/intercom/recorded-answers.md).
 */
function presentMessage({ state }: Workspace, message: Message): object {
	const { subject, conversation_id } = message;
	const owner = state.admins.get(message.admin_id);
	return {
		type: 'admin_message',
		id: message.id,
		created_at: message.created_at,
		subject: subject ?? '',
		body: message.body,
		message_type: message.message_type,
		...(owner
			? { owner: { type: 'admin', id: owner.id, name: owner.name, email: owner.email } }
			: {}),
		...(conversation_id === null ? {} : { conversation_id }),
	};
}

/** An entry of 2.16 `whatsapp_message_status_list`. */
function presentEvent(delivery: WhatsAppDelivery): object {
	const { id, ruleset_id: _ruleset, error: _error, ...fields } = delivery;
	return { id: `event_${id}`, type: 'broadcast_outbound', ...fields, whatsapp_message_id: id };
}

function readPosition(cursor: string): number {
	const [position] = decodeCursor(cursor);
	if (typeof position === 'number') return position;
	throw invalidCursor();
}
