import { parameterInvalid, parameterNotFound } from '../errors';
import type { RouteRequest, Workspace } from '../route';
import { readAttributes } from './attributes';
import type { Ticket, TicketPart } from './records';
import { adminAuthor, assigneeNotFound, bot, changeTicket, newPart, typeOf } from './tickets';
import { stateOf, statesOf } from './types';

/** Body of 2.16 `update_ticket_request`. */
export interface TicketChangeBody {
	ticket_attributes?: Record<string, unknown>;
	ticket_state_id?: string;
	company_id?: string | null;
	open?: boolean;
	is_shared?: boolean;
	snoozed_until?: number;
	admin_id?: number;
	assignee_id?: string;
	skip_notifications?: boolean;
}

/**
 * Changes the fields named in the body; each change leaves a part.
 * @throws IntercomError 400 for wrong attributes or states, 404 for unknown admins and teams
 */
export function updateTicket(request: RouteRequest<TicketChangeBody>, ticket: Ticket): Ticket {
	const { state, body } = request;
	const type = typeOf(request, ticket);
	const author =
		body.admin_id === undefined ? bot(request) : adminAuthor(request, String(body.admin_id));
	const changes: Partial<Ticket> = {};
	const parts: TicketPart[] = [];
	const note = (details: Partial<TicketPart> & { part_type: string }) =>
		parts.push(newPart(request, { author, ...details }));
	if (body.ticket_attributes) {
		const read = readAttributes(type, body.ticket_attributes);
		changes.attributes = { ...ticket.attributes, ...read };
		for (const _ of Object.keys(read)) note({ part_type: 'ticket_attribute_updated_by_admin' });
	}
	if (body.ticket_state_id !== undefined) {
		const next = stateOf(state, type.id, body.ticket_state_id);
		const previous = state.ticketStates.get(ticket.ticket_state_id);
		changes.ticket_state_id = next.id;
		changes.previous_ticket_state_id = ticket.ticket_state_id;
		note({
			part_type: 'ticket_state_updated_by_admin',
			ticket_state: next.category,
			previous_ticket_state: previous?.category,
		});
	}
	if (body.assignee_id !== undefined) {
		Object.assign(changes, assigned(request, body.assignee_id));
		note({ part_type: 'assignment' });
	}
	if (body.snoozed_until !== undefined) {
		changes.snoozed_until = body.snoozed_until;
		note({ part_type: 'snoozed' });
	}
	if (body.open !== undefined) {
		changes.open = body.open;
		if (!body.open) changes.snoozed_until = null;
		note({ part_type: body.open ? 'open' : 'close' });
	}
	if (body.is_shared !== undefined) changes.is_shared = body.is_shared;
	if (body.company_id !== undefined) changes.company_id = body.company_id;
	return changeTicket(request, ticket, changes, parts);
}

function assigned({ state }: Workspace, id: string): Partial<Ticket> {
	if (id === '0') return { admin_assignee_id: 0, team_assignee_id: 0 };
	if (state.admins.has(id)) return { admin_assignee_id: Number(id) };
	if (state.teams.has(id)) return { team_assignee_id: Number(id) };
	throw assigneeNotFound();
}

/** Body of 2.16 `change_ticket_type_request`. */
export interface ChangeTypeBody {
	ticket_type_id?: string;
	ticket_state_id?: string;
	ticket_attributes?: Record<string, unknown>;
}

/** Gives a ticket another type; values of attributes with the same name and type stay (2.16 line 20925). */
export function changeType(request: RouteRequest<ChangeTypeBody>, ticket: Ticket): Ticket {
	const { state, body } = request;
	const { ticket_type_id: typeId, ticket_state_id: stateId } = body;
	if (!typeId) throw parameterNotFound('ticket_type_id is a required parameter');
	if (!stateId) throw parameterNotFound('ticket_state_id is a required parameter');
	const before = typeOf(request, ticket);
	const type = state.ticketTypes.get(typeId);
	if (!type) throw parameterInvalid('Ticket type not found');
	if (type.id === before.id) throw parameterInvalid('Cannot change to the same ticket type');
	if (type.category !== before.category) {
		throw parameterInvalid('The new ticket type must be in the same category');
	}
	if (!statesOf(state, type.id).some(({ id }) => id === stateId)) {
		throw parameterInvalid("Ticket custom state doesn't belong to the new ticket type");
	}
	const kept = type.attributes.filter(({ name, data_type: dataType }) =>
		before.attributes.some((other) => other.name === name && other.data_type === dataType),
	);
	const attributes = {
		...Object.fromEntries(kept.map(({ name }) => [name, ticket.attributes[name]])),
		...readAttributes(type, body.ticket_attributes ?? {}),
	};
	return changeTicket(request, ticket, {
		ticket_type_id: type.id,
		ticket_state_id: stateId,
		previous_ticket_state_id: ticket.ticket_state_id,
		attributes,
	});
}
