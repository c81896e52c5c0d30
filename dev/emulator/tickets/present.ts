import type { Workspace } from '../route';
import type { EmulatorState } from '../state';
import { presentValue } from './attributes';
import type { Ticket, TicketPart, TicketState, TicketType, TicketTypeAttribute } from './records';
import { typeOf } from './tickets';
import { statesOf } from './types';

/** Parts that an answer holds at most (2.16 line 34099). */
const MOST_PARTS = 500;

/** Linked objects that an answer holds at most (2.16 line 32288). */
const MOST_LINKED = 1000;

/** An attribute in the shape of 2.16 `ticket_type_attribute`. */
export function presentTicketAttribute(
	state: EmulatorState,
	typeId: string,
	attribute: TicketTypeAttribute,
): object {
	const { list_items: items, multiline, allow_multiple_values: multiple, ...plain } = attribute;
	const options = { list: { list_options: items }, string: { multiline }, files: { multiple } };
	return {
		type: 'ticket_type_attribute',
		workspace_id: state.appId,
		...plain,
		input_options: (options as Record<string, object>)[attribute.data_type] ?? null,
		ticket_type_id: Number(typeId),
	};
}

/** A type in the shape of 2.16 `ticket_type`; lists of states show it without its form. */
export function presentTicketType(
	state: EmulatorState,
	type: TicketType,
	view: 'whole' | 'in ticket' | 'in state' = 'whole',
): object {
	const { attributes, created_at, updated_at, ...plain } = type;
	const short = { type: 'ticket_type', ...plain };
	if (view === 'in state') return short;
	const data = attributes.map((attribute) => presentTicketAttribute(state, type.id, attribute));
	const long = {
		...short,
		workspace_id: state.appId,
		created_at,
		updated_at,
		ticket_type_attributes: { type: 'list', data },
	};
	if (view === 'in ticket') return long;
	return {
		...long,
		ticket_states: { type: 'list', data: statesOf(state, type.id).map(presentTicketState) },
	};
}

/** A state in the shape of 2.16 `ticket_state`. */
export function presentTicketState(state: TicketState): object {
	const { id, category, internal_label, external_label } = state;
	return { type: 'ticket_state', id, category, internal_label, external_label };
}

/** A part in the shape of 2.16 `ticket_part`. */
export function presentTicketPart({ created_at, ...part }: TicketPart): object {
	return { type: 'ticket_part', ...part, created_at, updated_at: created_at, redacted: false };
}

/** A ticket in the shape of 2.16 `ticket`. */
export function presentTicket(workspace: Workspace, ticket: Ticket): object {
	const { state } = workspace;
	const type = typeOf(workspace, ticket);
	const ticketState = state.ticketStates.get(ticket.ticket_state_id);
	const linked = ticket.linked_conversation_ids.map((id) => ({ type: 'conversation', id }));
	return {
		type: 'ticket',
		id: ticket.id,
		ticket_id: ticket.ticket_id,
		ticket_attributes: Object.fromEntries(
			Object.entries(ticket.attributes).map(([name, value]) => [
				name,
				presentValue(type, name, value),
			]),
		),
		ticket_state: ticketState === undefined ? null : presentTicketState(ticketState),
		previous_ticket_state_id: ticket.previous_ticket_state_id,
		ticket_type: presentTicketType(state, type, 'in ticket'),
		contacts: {
			type: 'contact.list',
			contacts: ticket.contact_ids.map((id) => ({
				type: 'contact',
				id,
				external_id: state.contacts.get(id)?.external_id ?? null,
			})),
		},
		admin_assignee_id: ticket.admin_assignee_id,
		team_assignee_id: ticket.team_assignee_id,
		created_at: ticket.created_at,
		updated_at: ticket.updated_at,
		ticket_parts: {
			type: 'ticket_part.list',
			ticket_parts: ticket.parts.slice(-MOST_PARTS).map(presentTicketPart),
			total_count: ticket.parts.length,
		},
		open: ticket.open,
		...(ticket.snoozed_until === null ? {} : { snoozed_until: ticket.snoozed_until }),
		linked_objects: {
			type: 'list',
			data: linked.slice(0, MOST_LINKED),
			total_count: linked.length,
			has_more: linked.length > MOST_LINKED,
		},
		category: type.category,
		is_shared: ticket.is_shared,
	};
}
