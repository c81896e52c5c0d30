import type { AppliedTag } from '../records';

/** What tickets of a type are for (2.16 `ticket_type.category`). */
export const TICKET_CATEGORIES = ['Customer', 'Back-office', 'Tracker'] as const;

/** A category of ticket types. */
export type TicketCategory = (typeof TICKET_CATEGORIES)[number];

/** Data types of a ticket type's attributes (2.16 line 28827). */
export const TICKET_DATA_TYPES = [
	'string',
	'list',
	'integer',
	'decimal',
	'boolean',
	'datetime',
	'files',
] as const;

/** A data type of a ticket type's attributes. */
export type TicketDataType = (typeof TICKET_DATA_TYPES)[number];

/** A choice of a list attribute. */
export interface TicketListItem {
	/** A UUID (2.16 line 34169). */
	id: string;
	label: string;
}

/** A field in the form of a ticket type (2.16 `ticket_type_attribute`). */
export interface TicketTypeAttribute {
	id: string;
	name: string;
	description: string;
	data_type: TicketDataType;
	multiline: boolean;
	allow_multiple_values: boolean;
	list_items: readonly TicketListItem[];
	order: number;
	required_to_create: boolean;
	required_to_create_for_contacts: boolean;
	visible_on_create: boolean;
	visible_to_contacts: boolean;
	/** Whether every ticket type has it: title and description. */
	default: boolean;
	archived: boolean;
	created_at: number;
	updated_at: number;
}

/** A kind of ticket (2.16 `ticket_type`). Times in Unix seconds. */
export interface TicketType {
	id: string;
	name: string;
	description: string;
	category: TicketCategory;
	icon: string;
	is_internal: boolean;
	archived: boolean;
	attributes: readonly TicketTypeAttribute[];
	created_at: number;
	updated_at: number;
}

/** Where a ticket can stand (2.16 `ticket_state_detailed`); custom states belong to some types only. */
export interface TicketState {
	id: string;
	category: 'submitted' | 'in_progress' | 'waiting_on_customer' | 'resolved';
	internal_label: string;
	external_label: string;
	archived: boolean;
	/** Whether new ticket types get it. */
	common: boolean;
	ticket_type_ids: readonly string[];
}

/** Who wrote or did something on a ticket (2.16 `ticket_part_author`). */
export interface TicketAuthor {
	type: 'admin' | 'bot' | 'user';
	id: string;
	name: string | null;
	email?: string;
}

/** Something said or done on a ticket (2.16 `ticket_part`). Times in Unix seconds. */
export interface TicketPart {
	id: string;
	part_type: string;
	/** HTML. */
	body?: string;
	ticket_state?: TicketState['category'];
	previous_ticket_state?: TicketState['category'];
	assigned_to?: { type: 'admin' | 'team'; id: string };
	author: TicketAuthor;
	attachments: readonly object[];
	created_at: number;
}

/** A ticket, with the fields of 2.16 `ticket`. Times in Unix seconds. */
export interface Ticket {
	id: string;
	/** The number that the Inbox shows. */
	ticket_id: string;
	ticket_type_id: string;
	ticket_state_id: string;
	previous_ticket_state_id: string | null;
	/** By name; lists hold the id of the chosen item, dates Unix seconds, files addresses. */
	attributes: Readonly<Record<string, unknown>>;
	contact_ids: readonly string[];
	company_id: string | null;
	/** 0 for nobody. */
	admin_assignee_id: number;
	/** 0 for none. */
	team_assignee_id: number;
	open: boolean;
	is_shared: boolean;
	snoozed_until: number | null;
	tags: readonly AppliedTag[];
	linked_conversation_ids: readonly string[];
	parts: readonly TicketPart[];
	created_at: number;
	updated_at: number;
}

/** Work in the background (2.16 `jobs`): here always a ticket to be made. */
export interface Job {
	id: string;
	/** When it is carried out, in milliseconds. */
	due_at: number;
	/** Does the work and gives the id of what came of it; throws when it can't be done. */
	work: () => string;
	status: 'pending' | 'success' | 'failed';
	resource_id: string | null;
}
