import type { Ticket, TicketTypeAttribute } from '../../tickets/records';
import type { PartAuthor } from './people';
import { HAPPENED, type Sample } from './sample';

/** What happened to a ticket. */
export interface TicketPartSketch {
	author: PartAuthor;
	part_type: string;
	/** HTML; absent for what was done rather than said. */
	body?: string;
	assigned_to?: { type: 'admin' | 'team' | 'nobody_admin'; id: string | null };
	/** Whether an attribute was changed by it. */
	updates?: boolean;
	/** Whether the state was changed by it. */
	moves?: boolean;
}

function told({ workspace: { state }, admin, team }: Sample) {
	const [ticket] = state.tickets.values() as Iterable<Ticket>;
	const [firstType] = state.ticketTypes.values();
	return {
		id: ticket?.id ?? '494',
		number: ticket?.ticket_id ?? '53',
		type: state.ticketTypes.get(ticket?.ticket_type_id ?? '') ?? firstType,
		admin: ticket?.admin_assignee_id ?? Number(admin.id),
		team: ticket?.team_assignee_id ?? Number(team.id),
	};
}

function attributeItem(
	attribute: TicketTypeAttribute,
	ticketType: string,
	workspace: string,
): object {
	return {
		type: 'ticket_type_attribute',
		id: attribute.id,
		workspace_id: workspace,
		name: attribute.name,
		description: attribute.description,
		data_type: attribute.data_type,
		input_options: { multiline: attribute.multiline },
		order: attribute.order,
		required_to_create: attribute.required_to_create,
		required_to_create_for_contacts: attribute.required_to_create_for_contacts,
		visible_on_create: attribute.visible_on_create,
		visible_to_contacts: attribute.visible_to_contacts,
		default: attribute.default,
		ticket_type_id: Number(ticketType),
		archived: attribute.archived,
		created_at: attribute.created_at,
		updated_at: attribute.updated_at,
	};
}

/** The change of an attribute that is a list. */
const UPDATED_ATTRIBUTE = {
	attribute: { type: 'attribute', id: '12', label: 'Reason' },
	value: { type: 'value', id: 'damaged', label: 'Damaged', previous: 'Wrong size' },
};

/** The states of the sample's tickets by their names in parts. */
const MOVE = { ticket_state: 'in_progress', previous_ticket_state: 'submitted' };

/** A part of a ticket, in its list and beside it. */
export function ticketPartItem(
	{ author, part_type, body, assigned_to, updates, moves }: TicketPartSketch,
	index = 0,
): object {
	const { type, id, name, email } = author;
	return {
		type: 'ticket_part',
		id: String(9044 + index),
		part_type,
		...(body !== undefined && { body }),
		...(moves === true && MOVE),
		...(assigned_to && { assigned_to }),
		...(updates === true && { updated_attribute_data: UPDATED_ATTRIBUTE }),
		created_at: HAPPENED + index,
		updated_at: HAPPENED + index,
		author: { type, id, name, email },
		attachments: [],
		redacted: false,
	};
}

/** A ticket as notifications carry it, its assignees as text, with its parts, oldest first. */
export function ticketItem(sample: Sample, parts: readonly TicketPartSketch[]): object {
	const { id, number, type, admin, team } = told(sample);
	const { appId } = sample.workspace.state;
	return {
		type: 'ticket',
		id,
		ticket_id: number,
		category: type.category,
		ticket_attributes: { _default_title_: 'Refund', _default_description_: null },
		ticket_state: {
			type: 'ticket_state',
			id: '1',
			category: 'in_progress',
			internal_label: 'In progress',
			external_label: 'In progress',
		},
		ticket_type: {
			type: 'ticket_type',
			id: type.id,
			category: type.category,
			name: type.name,
			description: type.description,
			icon: type.icon,
			workspace_id: appId,
			is_internal: type.is_internal,
			archived: type.archived,
			created_at: type.created_at,
			updated_at: type.updated_at,
			ticket_type_attributes: {
				type: 'list',
				data: type.attributes.map((attribute) => attributeItem(attribute, type.id, appId)),
			},
		},
		contacts: {
			type: 'contact.list',
			contacts: [
				{ type: 'contact', id: sample.contact.id, external_id: sample.contact.external_id },
			],
		},
		admin_assignee_id: String(admin),
		team_assignee_id: String(team),
		created_at: HAPPENED - 300,
		updated_at: HAPPENED,
		ticket_parts: {
			type: 'ticket_part.list',
			ticket_parts: parts.map((part, index) => ticketPartItem(part, index)),
			total_count: parts.length,
		},
		open: true,
		linked_objects: { type: 'list', data: [], total_count: 0, has_more: false },
		is_shared: true,
		channel: 'Messenger',
	};
}

/** A ticket that stands alone in its notification shows two fields more. */
export function loneTicketItem(sample: Sample, parts: readonly TicketPartSketch[]): object {
	return { ...ticketItem(sample, parts), snoozed_until: null, company_id: null };
}

/** A ticket beside a contact who joined or left it: without assignees, its type by name only. */
export function joinedTicketItem(sample: Sample): object {
	const { id, type } = told(sample);
	return {
		type: 'ticket',
		id: Number(id),
		url: `https://app.intercom.com/a/inbox/_/inbox/conversation/${id}`,
		state: 'in_progress',
		ticket_type: type.name,
		ticket_type_description: type.description,
		ticket_type_emoji: type.icon,
		ticket_custom_state_admin_label: 'In progress',
		ticket_custom_state_user_label: 'In progress',
		custom_attributes: { _default_title_: { type: 'string', value: null } },
	};
}
