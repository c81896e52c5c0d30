import type { AppliedTag } from '../records';

/** Who wrote or did something (2.16 `conversation_part_author`). */
export interface Author {
	type: 'admin' | 'bot' | 'lead' | 'user';
	id: string;
	name: string | null;
	/** Absent for contacts without one. */
	email?: string;
	from_ai_agent?: boolean;
	is_ai_answer?: boolean;
}

/** A file sent in a conversation (2.16 `part_attachment`). */
export interface ConversationAttachment {
	name: string;
	content_type: string;
	/** In bytes. */
	filesize: number;
	/** Id of the {@link StoredFile}; null for a file that stands elsewhere. */
	file_id: string | null;
	/** Address of a file that stands elsewhere. */
	url: string | null;
}

/** The content of an attachment. */
export interface StoredFile {
	id: string;
	name: string;
	content_type: string;
	data: Buffer;
}

/** A button offered as an answer (2.16 `quick_reply_option`). */
export interface QuickReplyOption {
	text: string;
	uuid: string;
}

/** The message that opened a conversation (2.16 `conversation_source`). */
export interface ConversationSource {
	type: 'conversation' | 'email' | 'whatsapp';
	id: string;
	delivered_as: 'admin_initiated' | 'customer_initiated';
	subject: string;
	/** HTML. */
	body: string;
	author: Author;
	attachments: readonly ConversationAttachment[];
	redacted: boolean;
}

/** Something said or done in a conversation (2.16 `conversation_part`). Times in Unix seconds. */
export interface ConversationPart {
	id: string;
	part_type: string;
	/** HTML. */
	body: string | null;
	created_at: number;
	updated_at: number;
	assigned_to: { type: 'admin' | 'team'; id: string } | null;
	author: Author;
	attachments: readonly ConversationAttachment[];
	redacted: boolean;
	metadata: { quick_reply_options?: readonly QuickReplyOption[]; quick_reply_uuid?: string };
	/** State of the conversation afterwards. */
	state: ConversationState;
	event_details: object | null;
}

/** States of a conversation (2.16 `conversation.state`). */
export type ConversationState = 'closed' | 'open' | 'snoozed';

/** When a teammate paused or resumed work (2.16 `handling_event`). */
export interface HandlingEvent {
	admin_id: string;
	type: 'paused' | 'resumed';
	/** ISO 8601. */
	timestamp: string;
	reason: string | null;
}

/** An internal thread next to a conversation (2.16 `side_conversation_summary`). */
export interface SideConversation {
	id: string;
	parts: readonly ConversationPart[];
}

/** A conversation, with the fields of 2.16 `conversation`; all times in Unix seconds. */
export interface Conversation {
	id: string;
	title: string | null;
	created_at: number;
	updated_at: number;
	/** Since when the contact waits for an answer. */
	waiting_since: number | null;
	snoozed_until: number | null;
	state: ConversationState;
	read: boolean;
	priority: 'high' | 'low' | 'medium' | 'none' | 'urgent';
	/** 0 for nobody. */
	admin_assignee_id: number;
	/** 0 for none. */
	team_assignee_id: number;
	company_id: string | null;
	/** Null for one that came in by a channel without a first message (docs/intercom/recorded-answers.md). */
	source: ConversationSource | null;
	contact_ids: readonly string[];
	tags: readonly AppliedTag[];
	custom_attributes: Readonly<Record<string, unknown>>;
	parts: readonly ConversationPart[];
	/** The conversation that goes on with this one's messages. */
	merged_into: string | null;
	linked_objects: ReadonlyArray<{
		type: 'conversation' | 'ticket';
		id: string;
		category: 'Back-office' | 'Customer' | 'Tracker' | null;
	}>;
	handling_events: readonly HandlingEvent[];
	side_conversations: readonly SideConversation[];
}

/** What is left of a deleted conversation (2.16 `deleted_conversation_item`). */
export interface DeletedConversation {
	id: string;
	metrics_retained: boolean;
	deleted_at: number;
}

/** Types of conversation attributes (2.16 `conversation_attribute_base`). */
export const CONVERSATION_DATA_TYPES = [
	'string',
	'integer',
	'list',
	'decimal',
	'boolean',
	'datetime',
	'relationship',
	'files',
] as const;

/** A type of conversation attributes. */
export type ConversationDataType = (typeof CONVERSATION_DATA_TYPES)[number];

/** An option of a list attribute (2.16 `conversation_attribute_option`). */
export interface ConversationAttributeOption {
	id: string;
	label: string;
	archived: boolean;
}

/** A conversation attribute, as 2.16 `conversation_attribute` shows it. */
export interface ConversationAttribute {
	id: number;
	name: string;
	description: string;
	data_type: ConversationDataType;
	required: boolean;
	visible_to_team_ids: readonly string[];
	archived: boolean;
	created_at: number;
	updated_at: number;
	admin_id: string;
	/** Only of the type string. */
	multiline?: boolean;
	/** Only of the type list. */
	options?: readonly ConversationAttributeOption[];
	/** Only of the type relationship. */
	reference?: { type: 'many' | 'one'; object_type_id?: string };
}
