import { presentCompany } from '../present/company';
import { presentAppliedTag } from '../present/tag';
import type { Workspace } from '../route';
import { isOlderThan216 } from '../version';
import type { ApiVersion } from '../settings';
import { presentAttachment } from './files';
import type { Author, Conversation, ConversationPart, ConversationSource } from './records';
import { firstContactReply, statisticsOf } from './statistics';
import { teammatesOf } from './teammates';
import { toPlainText } from './text';

/** Parts that an answer holds at most: the newest ones (2.16 line 10994). */
export const MOST_PARTS = 500;

/** What a conversation's answer depends on besides the conversation. */
export interface ConversationView {
	/** Nobody is 0 from 2.16 on and null before (2.16 line 26818). */
	version: ApiVersion;
	/** Whether texts are shown without markup. */
	plainText?: boolean;
	/** Whether the parts are shown; lists leave them out. */
	parts?: boolean;
}

function presentAuthor({ type, id, name, email, ...ai }: Author): object {
	return { type, id, name, ...(email === undefined ? {} : { email }), ...ai };
}

/** A part in the shape of 2.16 `conversation_part`. */
export function presentPart(
	workspace: Workspace,
	part: ConversationPart,
	plainText = false,
): object {
	return {
		type: 'conversation_part',
		id: part.id,
		part_type: part.part_type,
		body: part.body !== null && plainText ? toPlainText(part.body) : part.body,
		created_at: part.created_at,
		updated_at: part.updated_at,
		notified_at: part.created_at,
		assigned_to: part.assigned_to,
		author: presentAuthor(part.author),
		attachments: part.attachments.map((file) => presentAttachment(workspace, file)),
		external_id: null,
		redacted: part.redacted,
		metadata: part.metadata,
		email_message_metadata: null,
		state: part.state,
		tags: [],
		event_details: part.event_details,
		app_package_code: null,
	};
}

function presentSource(
	workspace: Workspace,
	source: ConversationSource | null,
	plainText: boolean,
): object | null {
	if (source === null) return null;
	return {
		type: source.type,
		id: source.id,
		delivered_as: source.delivered_as,
		subject: plainText ? toPlainText(source.subject) : source.subject,
		body: plainText ? toPlainText(source.body) : source.body,
		author: presentAuthor(source.author),
		attachments: source.attachments.map((file) => presentAttachment(workspace, file)),
		url: null,
		redacted: source.redacted,
	};
}

function presentParts(
	workspace: Workspace,
	{ parts }: Conversation,
	{ plainText = false }: ConversationView,
): object {
	const newest = parts.slice(-MOST_PARTS);
	return {
		type: 'conversation_part.list',
		conversation_parts: newest.map((part) => presentPart(workspace, part, plainText)),
		total_count: parts.length,
	};
}

/** A conversation in the shape of 2.16 `conversation`, in lists `conversation_list_item`. */
export function presentConversation(
	workspace: Workspace,
	conversation: Conversation,
	view: ConversationView,
): object {
	const { state } = workspace;
	const { plainText = false, parts = true, version } = view;
	const assignee = (id: number) => (id === 0 && isOlderThan216(version) ? null : id);
	const company = state.companies.get(conversation.company_id ?? '');
	const contacts = conversation.contact_ids.flatMap((id) => state.contacts.get(id) ?? []);
	return {
		type: 'conversation',
		id: conversation.id,
		title: conversation.title,
		created_at: conversation.created_at,
		updated_at: conversation.updated_at,
		waiting_since: conversation.waiting_since,
		snoozed_until: conversation.snoozed_until,
		open: conversation.state !== 'closed',
		state: conversation.state,
		read: conversation.read,
		priority: conversation.priority,
		admin_assignee_id: assignee(conversation.admin_assignee_id),
		team_assignee_id: assignee(conversation.team_assignee_id),
		...(company ? { company: presentCompany(state, company) } : {}),
		tags: {
			type: 'tag.list',
			tags: conversation.tags.flatMap((tag) => presentAppliedTag(state, tag)),
		},
		conversation_rating: null,
		source: presentSource(workspace, conversation.source, plainText),
		contacts: {
			type: 'contact.list',
			contacts: contacts.map(({ id, external_id }) => ({ type: 'contact', id, external_id })),
		},
		teammates: {
			type: 'admin.list',
			admins: teammatesOf(conversation.parts).map((id) => ({ type: 'admin', id })),
		},
		custom_attributes: conversation.custom_attributes,
		first_contact_reply: firstContactReply(conversation),
		sla_applied: null,
		statistics: statisticsOf(conversation),
		linked_objects: {
			type: 'list',
			data: conversation.linked_objects,
			total_count: conversation.linked_objects.length,
			has_more: false,
		},
		ai_agent_participated: conversation.parts.some(({ author }) => author.from_ai_agent === true),
		ai_agent: null,
		topics: { type: 'topic.list', topics: [], total_count: 0 },
		ticket: null,
		...(parts ? { conversation_parts: presentParts(workspace, conversation, view) } : {}),
	};
}
