import type { Conversation } from '../../conversations/records';
import type { PartAuthor } from './people';
import { contactAuthor } from './people';
import { HAPPENED, iso, type Sample } from './sample';

/** A part that the notification carries. */
export interface PartSketch {
	author: PartAuthor;
	part_type: string;
	/** HTML; null for what was done rather than said. */
	body: string | null;
	/** Whether somebody was assigned by it. */
	assigns?: boolean;
}

/** What the workspace's first conversation tells; a sample where there is none. */
function told({ workspace, admin, team, contact }: Sample) {
	const [stored] = workspace.state.conversations.values() as Iterable<Conversation>;
	return {
		id: stored?.id ?? '215473840934085',
		source: stored?.source?.type ?? 'conversation',
		contact: stored?.contact_ids[0] ?? contact.id,
		admin: stored?.admin_assignee_id ?? Number(admin.id),
		team: stored?.team_assignee_id ?? Number(team.id),
		tags: stored?.tags ?? [],
	};
}

/** Nobody is null in notifications. */
function assignee(id: number): number | null {
	return id === 0 ? null : id;
}

function tagList(ids: ReadonlyArray<{ id: string }>, { workspace }: Sample): object {
	return {
		type: 'tag.list',
		tags: ids.map(({ id }) => ({
			type: 'tag',
			id,
			name: workspace.state.tags.get(id)?.name ?? id,
		})),
	};
}

/** Figures about a conversation; dates are texts here. */
function statistics(admin: number, parts: number): object {
	const at = iso(HAPPENED);
	return {
		type: 'conversation_statistics',
		time_to_assignment: 60,
		time_to_admin_reply: 120,
		time_to_first_close: 300,
		time_to_last_close: 300,
		median_time_to_reply: 120,
		first_contact_reply_at: at,
		first_assignment_at: at,
		first_admin_reply_at: at,
		first_close_at: at,
		last_assignment_at: at,
		last_assignment_admin_reply_at: at,
		last_contact_reply_at: at,
		last_admin_reply_at: at,
		last_close_at: at,
		last_closed_by_id: admin,
		count_reopens: 0,
		count_assignments: 1,
		count_conversation_parts: parts + 1,
		assigned_team_first_response_time: [],
		assigned_team_first_response_time_in_office_hours: [],
		handling_time: 120,
	};
}

/** A conversation as notifications carry it, with the parts of the event, oldest first. */
export function conversationItem(sample: Sample, parts: readonly PartSketch[]): object {
	const { id, source, contact, admin, team, tags } = told(sample);
	return {
		type: 'conversation',
		id,
		created_at: HAPPENED - 300,
		updated_at: HAPPENED,
		waiting_since: HAPPENED,
		snoozed_until: null,
		source: {
			type: source,
			id: '403918330',
			delivered_as: 'customer_initiated',
			subject: '',
			body: '<p>Where is my order?</p>',
			author: {
				type: 'user',
				id: contact,
				name: null,
				email: sample.contact.email ?? 'customer@example.com',
			},
			attachments: [],
			url: 'https://shop.example.com/orders',
			redacted: false,
		},
		contacts: {
			type: 'contact.list',
			contacts: [{ type: 'contact', id: contact, external_id: sample.contact.external_id }],
		},
		first_contact_reply: {
			created_at: HAPPENED - 300,
			type: source,
			url: 'https://shop.example.com/orders',
		},
		admin_assignee_id: assignee(admin),
		team_assignee_id: assignee(team),
		open: true,
		state: 'open',
		read: false,
		tags: tagList(tags, sample),
		priority: 'not_priority',
		sla_applied: null,
		statistics: statistics(Number(sample.admin.id), parts.length),
		conversation_rating: null,
		teammates: { type: 'admin.list', admins: [{ type: 'admin', id: sample.admin.id }] },
		title: 'Where is my order?',
		custom_attributes: { 'Fin AI Agent: Preview': false },
		topics: { type: 'topic.list', topics: [], total_count: 0 },
		ticket: null,
		linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
		ai_agent: null,
		ai_agent_participated: false,
		conversation_parts: {
			type: 'conversation_part.list',
			conversation_parts: parts.map((part, index) => partItem(part, index, sample)),
			total_count: parts.length,
		},
	};
}

function partItem(
	{ author, part_type, body, assigns }: PartSketch,
	index: number,
	sample: Sample,
): object {
	return {
		type: 'conversation_part',
		id: String(7044 + index),
		part_type,
		body,
		created_at: HAPPENED + index,
		updated_at: HAPPENED + index,
		notified_at: HAPPENED + index,
		assigned_to: assigns === true ? { type: 'admin', id: sample.admin.id } : null,
		author,
		attachments: [],
		external_id: null,
		redacted: false,
		email_message_metadata: null,
		metadata: {},
		state: 'open',
		tags: [],
		event_details: {},
		app_package_code: null,
	};
}

/**
 * A conversation beside a contact who joined or left it: the row of Intercom's own database, with
 * numbers for ids, and without assignees, tags and source.
 */
export function joinedConversationItem(sample: Sample): object {
	const at = iso(HAPPENED);
	const { id, contact } = told(sample);
	return {
		model: {
			id: Number(id),
			app_id: 12345,
			company_id: sample.company.id,
			created_at: at,
			updated_at: at,
			current_channel: 1,
			initial_channel: 1,
			deleted: false,
			delivery_state: 'delivered',
			dismissed: false,
			first_opened_at: at,
			first_user_comment_at: at,
			initiator_id: null,
			initiator_type: null,
			latest_admin_visible_comment_at: at,
			latest_user_visible_comment_at: at,
			message_id: 403918330,
			message_subclass_type: 1,
			message_type: 'conversation',
			message_variation_id: 1,
			message_version_id: null,
			original_user_id: contact,
			read: true,
			read_at: at,
			sent_at: at,
			user_id: contact,
		},
		options: { expand_for_notification: true },
		parts: [
			{
				id: 7044,
				app_id: 12345,
				conversation_id: Number(id),
				owner_id: Number(sample.admin.id),
				user_id: null,
				admin_only: true,
				assignee_id: null,
				body: '',
				channel: 1,
				client_assigned_uuid: null,
				closer: false,
				created_at: at,
				updated_at: at,
				data: '{}',
				deleted: false,
				emailed: false,
				external_source_id: null,
				facebook_message_id: null,
				identity_verified: null,
				json_blocks: '[]',
				markdown: false,
				opener: false,
				rule_id: null,
				ua: null,
				unauthenticated: null,
				url: null,
			},
		],
	};
}

/** A conversation as payloads of API 1.x carry it. */
export function oldConversationItem(
	sample: Sample,
	parts: readonly PartSketch[],
	startedBy: PartAuthor = contactAuthor(sample),
	tagged = false,
): object {
	const { contact, admin, tag } = sample;
	const tags = tagList(tagged ? [tag] : [], sample);
	return {
		type: 'conversation',
		id: told(sample).id,
		created_at: HAPPENED - 300,
		updated_at: HAPPENED,
		snoozed_until: null,
		user: {
			type: 'user',
			id: contact.id,
			user_id: contact.external_id,
			name: contact.name,
			email: contact.email,
			do_not_track: null,
		},
		assignee: { type: 'admin', id: admin.id, name: admin.name, email: admin.email },
		conversation_message: {
			type: 'conversation_message',
			id: '403918330',
			url: 'https://shop.example.com/orders',
			subject: '',
			body: '<p>Where is my order?</p>',
			author: { type: startedBy.type, id: startedBy.id },
			attachments: [],
		},
		conversation_parts: {
			type: 'conversation_part.list',
			conversation_parts: parts.map((part, index) => ({
				type: 'conversation_part',
				id: String(7044 + index),
				part_type: part.part_type,
				body: part.body,
				created_at: HAPPENED + index,
				updated_at: HAPPENED + index,
				notified_at: HAPPENED + index,
				assigned_to:
					part.assigns === true ? { type: 'admin', id: admin.id, name: admin.name } : null,
				author: oldAuthor(part.author),
				attachments: [],
				external_id: null,
			})),
			total_count: parts.length,
		},
		conversation_rating: {},
		open: true,
		state: 'open',
		read: false,
		metadata: {},
		tags,
		tags_added: tags,
		links: { conversation_web: `https://app.intercom.com/conversations/${told(sample).id}` },
	};
}

/** Old payloads tell the address of contacts only. */
function oldAuthor({ type, id, name, email }: PartAuthor): object {
	return { type, id, name, ...(type === 'user' && { email }) };
}
