import { createContact, activeContact } from '../contacts';
import { IntercomError, parameterInvalid, parameterNotFound } from '../errors';
import type { RouteRequest, Workspace } from '../route';
import { readAttributes, refuseMissing } from './attributes';
import type { Ticket, TicketAuthor, TicketPart, TicketState, TicketType } from './records';
import { stateOf, statesOf } from './types';

/** How a contact is named in a request (2.16 line 28743). */
interface NamedContact {
	id?: string;
	external_id?: string;
	email?: string;
}

/** Body of 2.16 `create_ticket_request`. */
export interface NewTicketBody {
	ticket_type_id: string;
	contacts: NamedContact[];
	ticket_attributes?: Record<string, unknown>;
	conversation_to_link_id?: string;
	company_id?: string;
	created_at?: number;
	assignment?: { admin_assignee_id?: string; team_assignee_id?: string };
	skip_notifications?: boolean;
}

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

/** 404 for a ticket. */
export function ticketNotFound(): IntercomError {
	return new IntercomError(404, 'ticket_not_found', 'Ticket not found');
}

/** The ticket in a route's path, by its id; the Inbox number finds nothing (2.16 line 20395). */
export function targetTicket({ state, params }: RouteRequest): Ticket {
	const ticket = state.tickets.get(params.ticket_id);
	if (!ticket) throw ticketNotFound();
	return ticket;
}

/** A ticket's type. */
export function typeOf({ state }: Workspace, ticket: Ticket): TicketType {
	const type = state.ticketTypes.get(ticket.ticket_type_id);
	if (!type) throw new Error(`Ticket ${ticket.id} has no type`);
	return type;
}

/** The bot that stands for what the API does without an admin. */
export function bot({ state }: Workspace): TicketAuthor {
	const email = `operator+${state.appId}@intercom.io`;
	return { type: 'bot', id: '991268012', name: 'Fin', email };
}

/** An admin as author. Throws 404 when there is none. */
export function adminAuthor({ state }: Workspace, id: string): TicketAuthor {
	const admin = state.admins.get(id);
	if (!admin) throw assigneeNotFound();
	return { type: 'admin', id, name: admin.name, email: admin.email };
}

function assigneeNotFound(): IntercomError {
	return new IntercomError(404, 'assignee_not_found', 'Assignee not found');
}

/** Something that happens on a ticket now. */
export function newPart(
	{ state, clock }: Workspace,
	details: Omit<TicketPart, 'id' | 'created_at' | 'attachments'> & Partial<TicketPart>,
): TicketPart {
	const id = state.identifiers.nextNumber('ticketPart');
	return { id, created_at: clock.seconds(), attachments: [], ...details };
}

/** Replaces fields of a ticket, adds parts and dates the change. */
export function changeTicket(
	{ state, clock }: Workspace,
	ticket: Ticket,
	changes: Partial<Ticket>,
	parts: readonly TicketPart[] = [],
): Ticket {
	const changed = {
		...ticket,
		...changes,
		parts: [...ticket.parts, ...parts],
		updated_at: clock.seconds(),
	};
	state.tickets.set(ticket.id, changed);
	return changed;
}

function namedContact(request: RouteRequest<NewTicketBody>, named: NamedContact): string {
	const { state } = request;
	if (named.id !== undefined) return activeContact(request, named.id).id;
	const known =
		named.external_id === undefined
			? state.contacts.find('email', (named.email ?? '').toLowerCase())
			: state.contacts.find('externalId', named.external_id);
	const active = known.find(({ status }) => status === 'active');
	if (active) return active.id;
	if (named.email === undefined) throw parameterInvalid('Contact not found', 'contacts');
	return createContact({ ...request, body: { role: 'user', email: named.email } }).id;
}

/** A request that was checked and is ready to be carried out, now or in the background. */
export interface PlannedTicket {
	type: TicketType;
	state: TicketState;
	attributes: Record<string, unknown>;
	contactId: string;
	adminId: number;
	teamId: number;
}

function assignee(ids: { has(id: string): boolean }, id: string | undefined): number {
	if (id === undefined || id === '0') return 0;
	if (!ids.has(id)) throw assigneeNotFound();
	return Number(id);
}

/**
 * Checks the request for a new ticket.
 * @throws IntercomError 400 for an unknown type, no or several contacts, wrong or missing attributes
 */
export function planTicket(request: RouteRequest<NewTicketBody>): PlannedTicket {
	const { state, body } = request;
	const type = state.ticketTypes.get(body.ticket_type_id);
	if (!type || type.archived) throw parameterInvalid('Ticket type not found', 'ticket_type_id');
	if (body.contacts.length !== 1) {
		throw parameterInvalid('Exactly one contact is allowed', 'contacts');
	}
	const given = body.ticket_attributes ?? {};
	const attributes = readAttributes(type, given);
	refuseMissing(type, given);
	const { admin_assignee_id: admin, team_assignee_id: team } = body.assignment ?? {};
	const linked = body.conversation_to_link_id;
	if (linked !== undefined && !state.conversations.has(linked)) {
		throw new IntercomError(404, 'conversation_not_found', 'Conversation not found');
	}
	return {
		type,
		state: firstState(request, type),
		attributes,
		contactId: namedContact(request, body.contacts[0]),
		adminId: assignee(state.admins, admin),
		teamId: assignee(state.teams, team),
	};
}

/** The state that new tickets of a type have. */
export function firstState({ state }: Workspace, type: TicketType): TicketState {
	const [first] = statesOf(state, type.id).filter(({ category }) => category === 'submitted');
	if (!first) throw parameterInvalid('The ticket type has no state to begin with');
	return first;
}

/** Stores a new ticket. */
export function openTicket(
	request: RouteRequest<NewTicketBody>,
	{ type, state: first, attributes, contactId, adminId, teamId }: PlannedTicket,
): Ticket {
	const { state, clock, body } = request;
	const created = body.created_at ?? clock.seconds();
	const { category } = first;
	const begun = newPart(request, {
		part_type: 'ticket_state_updated_by_admin',
		ticket_state: category,
		previous_ticket_state: category,
		author: bot(request),
	});
	const ticket: Ticket = {
		// Tickets and conversations share their ids (2.16, convert a conversation to a ticket).
		id: state.identifiers.nextNumber('conversation'),
		ticket_id: state.identifiers.nextNumber('ticketNumber'),
		ticket_type_id: type.id,
		ticket_state_id: first.id,
		previous_ticket_state_id: null,
		attributes,
		contact_ids: [contactId],
		company_id: body.company_id ?? null,
		admin_assignee_id: adminId,
		team_assignee_id: teamId,
		open: true,
		is_shared: type.category === 'Customer',
		snoozed_until: null,
		tags: [],
		linked_conversation_ids: body.conversation_to_link_id ? [body.conversation_to_link_id] : [],
		parts: [begun],
		created_at: created,
		updated_at: created,
	};
	state.tickets.set(ticket.id, ticket);
	const linked = state.conversations.get(body.conversation_to_link_id ?? '');
	if (linked) {
		const link = { type: 'ticket', id: ticket.id, category: type.category } as const;
		const links = [...linked.linked_objects, link];
		state.conversations.set(linked.id, { ...linked, linked_objects: links });
	}
	return ticket;
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
