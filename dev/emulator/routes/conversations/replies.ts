import { bodyOf, flag, integer, listOf, oneOfTexts, text } from '../../body-schema';
import {
	actingAdmin,
	addPart,
	adminAuthor,
	contactAuthor,
	conversationNotFound,
	namedContact,
	targetConversation,
	type ContactKeys,
	type PartDetails,
} from '../../conversations/changes';
import { storeAttachments, type AttachmentBody } from '../../conversations/files';
import type { Conversation, QuickReplyOption } from '../../conversations/records';
import { toHtml } from '../../conversations/text';
import { contactNotFound, IntercomError, parameterInvalid, parameterNotFound } from '../../errors';
import type { Contact } from '../../records';
import { route, type Route, type RouteRequest } from '../../route';
import { showConversation } from './records';

/** Body of 2.16 `reply_conversation_request`. */
interface ReplyBody extends AttachmentBody, ContactKeys {
	message_type: 'comment' | 'note' | 'quick_reply';
	type: 'admin' | 'user';
	body?: string;
	admin_id?: number | string;
	created_at?: number;
	reply_options?: QuickReplyOption[];
	skip_notifications?: boolean;
}

const option = bodyOf({ text, uuid: text }, ['text', 'uuid']);

const replyBody = bodyOf(
	{
		message_type: oneOfTexts('comment', 'note', 'quick_reply'),
		type: oneOfTexts('admin', 'user'),
		body: text,
		admin_id: { type: ['string', 'integer'] },
		intercom_user_id: text,
		user_id: text,
		email: text,
		created_at: integer,
		reply_options: listOf(option),
		attachment_urls: listOf(text),
		attachment_files: listOf(bodyOf({ content_type: text, name: text, data: text })),
		skip_notifications: flag,
	},
	['message_type', 'type'],
);

/** Replies, notes and quick replies (2.16 lines 11794-12242). */
export const conversationReplyRoutes: Route[] = [
	route<ReplyBody>({
		operation: 'POST /conversations/{conversation_id}/reply',
		scope: 'write_conversations',
		paid: true,
		body: replyBody,
		handle: (request) =>
			showConversation(
				request,
				request.body.type === 'admin' ? replyAsAdmin(request) : replyAsContact(request),
			),
	}),
];

function contentOf({ state, clock, body }: RouteRequest<ReplyBody>): Partial<PartDetails> {
	const { body: written, created_at: createdAt = clock.seconds() } = body;
	return {
		body: written === undefined || written.trim() === '' ? null : toHtml(written),
		attachments: storeAttachments(state, body),
		created_at: createdAt,
		updated_at: createdAt,
	};
}

function replyAsAdmin(request: RouteRequest<ReplyBody>): Conversation {
	const { message_type: type, reply_options: options = [], admin_id: adminId } = request.body;
	const author = adminAuthor(actingAdmin(request, adminId));
	const conversation = targetConversation(request);
	const content = contentOf(request);
	if (type === 'quick_reply' && options.length === 0) {
		throw parameterNotFound('reply_options is required', 'reply_options');
	}
	if (type !== 'quick_reply' && content.body === null && content.attachments?.length === 0) {
		throw parameterInvalid('Body is required', 'body');
	}
	return addPart(
		request,
		conversation,
		{
			...content,
			part_type: type,
			author,
			metadata: type === 'quick_reply' ? { quick_reply_options: options } : {},
		},
		type === 'note' ? {} : { waiting_since: null },
	);
}

/** A contact's reply opens a closed or snoozed conversation; that part is of the type `open`. */
function replyAsContact(request: RouteRequest<ReplyBody>): Conversation {
	const { message_type: type, admin_id: adminId, skip_notifications: skip } = request.body;
	if (type === 'note' || adminId !== undefined || skip !== undefined) {
		throw parameterInvalid("Contacts can't write notes, act as admins or skip notifications");
	}
	const contact = namedContact(request, request.body);
	if (!contact) throw contactNotFound();
	const conversation = conversationFor(request, contact);
	const content = contentOf(request);
	const chosen = chosenOption(request, conversation);
	if (!chosen && content.body === null && content.attachments?.length === 0) {
		throw parameterInvalid('Body is required', 'body');
	}
	const reopens = conversation.state !== 'open';
	return addPart(
		request,
		conversation,
		{
			...content,
			...(chosen && {
				body: content.body ?? toHtml(chosen.text),
				metadata: { quick_reply_uuid: chosen.uuid },
			}),
			part_type: reopens ? 'open' : 'comment',
			author: contactAuthor(contact),
		},
		{
			state: 'open',
			snoozed_until: null,
			read: false,
			waiting_since: conversation.waiting_since ?? request.clock.seconds(),
		},
	);
}

/** `last` is the latest conversation of the contact (2.16 line 11803). */
function conversationFor(request: RouteRequest, contact: Contact): Conversation {
	const own = request.state.conversations.find('contact', contact.id);
	if (request.params.conversation_id !== 'last') {
		const conversation = targetConversation(request);
		if (conversation.contact_ids.includes(contact.id)) return conversation;
		throw new IntercomError(404, 'not_found', 'User Not Found');
	}
	const latest = [...own].sort(
		(a, b) => a.updated_at - b.updated_at || a.created_at - b.created_at,
	);
	const last = latest.at(-1);
	if (!last) throw conversationNotFound();
	return last;
}

function chosenOption(
	{ body }: RouteRequest<ReplyBody>,
	{ parts }: Conversation,
): QuickReplyOption | undefined {
	const [chosen] = body.reply_options ?? [];
	if (!chosen) return undefined;
	const offered = parts.flatMap(({ metadata }) => metadata.quick_reply_options ?? []);
	if (offered.some(({ uuid }) => uuid === chosen.uuid)) return chosen;
	throw parameterInvalid('The reply option was not offered', 'reply_options');
}
