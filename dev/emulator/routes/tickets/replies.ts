import { bodyOf, flag, integer, listOf, oneOfTexts, text } from '../../body-schema';
import { activeContact } from '../../contacts';
import {
	storeAttachments,
	presentAttachment,
	type AttachmentBody,
} from '../../conversations/files';
import { toHtml } from '../../conversations/text';
import { IntercomError, parameterNotFound, resourceNotFound } from '../../errors';
import { route, type Route, type RouteRequest } from '../../route';
import { presentTicketPart } from '../../tickets/present';
import type { TicketAuthor } from '../../tickets/records';
import { adminAuthor, changeTicket, newPart, targetTicket, typeOf } from '../../tickets/tickets';

/** Body of 2.16 `admin_reply_ticket_request` and `contact_reply_ticket_request`. */
interface ReplyBody extends AttachmentBody {
	message_type: 'comment' | 'note' | 'quick_reply';
	type: 'admin' | 'user';
	body?: string;
	admin_id?: string;
	intercom_user_id?: string;
	user_id?: string;
	email?: string;
	created_at?: number;
	reply_options?: Array<{ text: string; uuid: string }>;
	cross_post?: boolean;
	skip_notifications?: boolean;
}

/** Replies, notes and quick replies on a ticket (2.16 line 19492). */
export const ticketReplyRoutes: Route[] = [
	route<ReplyBody>({
		operation: 'POST /tickets/{ticket_id}/reply',
		scope: 'write_tickets',
		paid: true,
		body: bodyOf(
			{
				message_type: oneOfTexts('comment', 'note', 'quick_reply'),
				type: oneOfTexts('admin', 'user'),
				body: text,
				admin_id: text,
				intercom_user_id: text,
				user_id: text,
				email: text,
				created_at: integer,
				reply_options: listOf(bodyOf({ text, uuid: text }, ['text', 'uuid'])),
				attachment_urls: listOf(text),
				attachment_files: listOf(bodyOf({ content_type: text, name: text, data: text })),
				cross_post: flag,
				skip_notifications: flag,
			},
			['message_type', 'type'],
		),
		handle(request) {
			const { state, body } = request;
			const ticket = targetTicket(request);
			const isButtons = body.message_type === 'quick_reply';
			if (!isButtons && !body.body) throw parameterNotFound('body is required', 'body');
			if (isButtons && !body.reply_options?.length) {
				throw parameterNotFound('reply_options is required', 'reply_options');
			}
			const author = authorOf(request, typeOf(request, ticket).category === 'Back-office');
			const part = newPart(request, {
				part_type: body.message_type,
				...(body.body ? { body: toHtml(body.body) } : {}),
				author,
				attachments: storeAttachments(state, body).map((file) => presentAttachment(request, file)),
				...(body.created_at === undefined ? {} : { created_at: body.created_at }),
			});
			changeTicket(request, ticket, {}, [part]);
			return presentTicketPart(part);
		},
	}),
];

function authorOf(request: RouteRequest<ReplyBody>, isBackOffice: boolean): TicketAuthor {
	const { state, body } = request;
	if (body.type === 'admin') {
		if (!body.admin_id) throw parameterNotFound('admin_id is required', 'admin_id');
		if (!state.admins.has(body.admin_id)) throw resourceNotFound();
		return adminAuthor(request, body.admin_id);
	}
	if (isBackOffice) {
		throw new IntercomError(
			400,
			'parameter_mismatch',
			'User replies are not allowed on Backoffice tickets',
		);
	}
	const { intercom_user_id: id, user_id: externalId, email } = body;
	const [known] = externalId
		? state.contacts.find('externalId', externalId)
		: state.contacts.find('email', email ?? '');
	const contact = activeContact(request, id ?? known?.id ?? '');
	return {
		type: 'user',
		id: contact.id,
		name: contact.name,
		...(contact.email ? { email: contact.email } : {}),
	};
}
