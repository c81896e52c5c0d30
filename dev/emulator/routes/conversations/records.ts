import {
	bodyOf,
	flag,
	integer,
	listOf,
	oneOfTexts,
	openObject,
	text,
	textOrNull,
} from '../../body-schema';
import { activeContact, dateContacts } from '../../contacts';
import { writeAttributes } from '../../conversations/attribute-values';
import {
	changeConversation,
	contactAuthor,
	openConversation,
	targetConversation,
} from '../../conversations/changes';
import { storeAttachments } from '../../conversations/files';
import { presentConversation } from '../../conversations/present';
import type { Conversation } from '../../conversations/records';
import { escapeHtml } from '../../conversations/text';
import { companyNotFound, parameterInvalid } from '../../errors';
import {
	cursorPages,
	decodeCursor,
	encodeCursor,
	invalidCursor,
	readPageSize,
} from '../../pagination';
import { readFlag } from '../../parameters';
import { route, type Route, type RouteRequest } from '../../route';

/** Page size of conversation lists and searches (2.16 lines 10735, 11617). */
export const CONVERSATION_PAGE = { default: 20, maximum: 150 };

/** A conversation as the request's version and `display_as` ask for it. */
export function showConversation(request: RouteRequest, conversation: Conversation): object {
	const displayAs = request.query.display_as;
	if (displayAs !== undefined && displayAs !== 'plaintext' && displayAs !== 'html') {
		throw parameterInvalid(`display_as can't be '${displayAs}'`, 'display_as');
	}
	const plainText = displayAs === 'plaintext';
	return presentConversation(request, conversation, { version: request.version, plainText });
}

/** Body of 2.16 `create_conversation_request`. */
interface CreateBody {
	from: { type: string; id: string };
	body: string;
	subject?: string;
	attachment_urls?: string[];
	created_at?: number;
	brand_id?: string;
}

/** Body of 2.16 `update_conversation_request`. */
interface UpdateBody {
	read?: boolean;
	title?: string | null;
	custom_attributes?: Record<string, unknown>;
	company_id?: string | null;
}

/** Creating, reading, listing, changing and deleting conversations (2.16 lines 10724-11580). */
export const conversationRecordRoutes: Route[] = [
	route<CreateBody>({
		operation: 'POST /conversations',
		scope: 'write_conversations',
		paid: true,
		body: bodyOf(
			{
				from: bodyOf({ type: oneOfTexts('contact', 'lead', 'user'), id: text }, ['type', 'id']),
				body: text,
				subject: text,
				attachment_urls: listOf(text),
				created_at: integer,
				brand_id: text,
			},
			['from', 'body'],
		),
		handle(request) {
			const { from, body, subject = '', created_at: createdAt, ...attachments } = request.body;
			const contact = activeContact(request, from.id);
			if (body.trim() === '') throw parameterInvalid('Body is required', 'body');
			const conversation = openConversation(request, {
				contact_ids: [contact.id],
				...(createdAt === undefined ? {} : { created_at: createdAt }),
				source: {
					author: contactAuthor(contact),
					// HTML is not supported (2.16 line 10800).
					body: `<p>${escapeHtml(body).replaceAll('\n', '<br>')}</p>`,
					subject,
					attachments: storeAttachments(request.state, attachments),
				},
			});
			dateContacts(request, conversation.contact_ids, 'last_replied_at');
			return {
				type: 'user_message',
				id: conversation.source.id,
				created_at: conversation.created_at,
				body,
				message_type: 'inapp',
				conversation_id: conversation.id,
			};
		},
	}),
	route({
		operation: 'GET /conversations',
		scope: 'read_conversations',
		paid: true,
		query: ['per_page', 'starting_after'],
		handle(request) {
			const { query, state } = request;
			const size = readPageSize(query.per_page, CONVERSATION_PAGE);
			const [page, position] = readListCursor(query.starting_after);
			const { records, next } = state.conversations.page(size, position);
			const total = state.conversations.listedCount;
			const cursor = next === undefined ? undefined : encodeCursor([page + 1, next]);
			return conversationList(request, records, total, cursorPages(page, size, total, cursor));
		},
	}),
	route({
		operation: 'GET /conversations/{conversation_id}',
		scope: 'read_conversations',
		paid: true,
		query: ['display_as', 'include_translations'],
		handle(request) {
			readFlag(request.query.include_translations, 'include_translations');
			return showConversation(request, targetConversation(request));
		},
	}),
	route<UpdateBody>({
		operation: 'PUT /conversations/{conversation_id}',
		scope: 'write_conversations',
		paid: true,
		query: ['display_as'],
		body: bodyOf({
			read: flag,
			title: textOrNull,
			custom_attributes: openObject,
			company_id: textOrNull,
		}),
		handle(request) {
			const { custom_attributes: attributes = {}, ...fields } = request.body;
			const { company_id: company } = fields;
			const conversation = targetConversation(request);
			if (typeof company === 'string' && !request.state.companies.has(company)) {
				throw companyNotFound();
			}
			const written = writeAttributes(request, conversation, attributes);
			return showConversation(request, changeConversation(request, written, fields));
		},
	}),
	route({
		operation: 'DELETE /conversations/{conversation_id}',
		scope: 'write_conversations',
		paid: true,
		query: ['retain_metrics'],
		handle(request) {
			const { state, clock, query } = request;
			const { id } = targetConversation(request);
			const retained =
				query.retain_metrics === undefined || readFlag(query.retain_metrics, 'retain_metrics');
			state.conversations.delete(id);
			state.deletedConversations.set(id, {
				id,
				metrics_retained: retained,
				deleted_at: clock.seconds(),
			});
			return { id, object: 'conversation', deleted: true };
		},
	}),
];

/** A list in the shape of 2.16 `conversation_list`: without parts. */
export function conversationList(
	request: RouteRequest,
	conversations: Conversation[],
	total: number,
	pages: object,
): object {
	const view = { version: request.version, parts: false };
	return {
		type: 'conversation.list',
		conversations: conversations.map((record) => presentConversation(request, record, view)),
		total_count: total,
		pages,
	};
}

function readListCursor(cursor: string | undefined): [page: number, position: number] {
	if (cursor === undefined) return [1, 0];
	const [page, position] = decodeCursor(cursor);
	if (typeof page === 'number' && typeof position === 'number') return [page, position];
	throw invalidCursor();
}
