import { createContact, activeContact } from '../contacts';
import { IntercomError, parameterInvalid } from '../errors';
import type { RouteRequest, Workspace } from '../route';
import { readAttributes, refuseMissing } from './attributes';
import type { Ticket, TicketAuthor, TicketPart, TicketState, TicketType } from './records';
import { statesOf } from './types';

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

/** 404 for an admin or a team that a ticket is given to. */
export function assigneeNotFound(): IntercomError {
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

/** What a new ticket is made of; the rest begins empty. */
export type NewTicket = Pick<
	Ticket,
	'ticket_type_id' | 'ticket_state_id' | 'attributes' | 'contact_ids' | 'is_shared'
> &
	Partial<Ticket>;

/** Stores a new ticket, with the part that says in which state it begins. */
export function storeTicket(workspace: Workspace, { parts = [], ...details }: NewTicket): Ticket {
	const { state, clock } = workspace;
	const category = state.ticketStates.get(details.ticket_state_id)?.category;
	const begun = newPart(workspace, {
		part_type: 'ticket_state_updated_by_admin',
		ticket_state: category,
		previous_ticket_state: category,
		author: bot(workspace),
	});
	const created = details.created_at ?? clock.seconds();
	const ticket: Ticket = {
		// Tickets and conversations share their ids (2.16 line 13416: a converted one keeps its own).
		id: details.id ?? state.identifiers.nextNumber('conversation'),
		ticket_id: state.identifiers.nextNumber('ticketNumber'),
		previous_ticket_state_id: null,
		company_id: null,
		admin_assignee_id: 0,
		team_assignee_id: 0,
		open: true,
		snoozed_until: null,
		tags: [],
		linked_conversation_ids: [],
		created_at: created,
		updated_at: created,
		...details,
		parts: [...parts, begun],
	};
	state.tickets.set(ticket.id, ticket);
	return ticket;
}

/** Makes the ticket that was planned. */
export function openTicket(
	request: RouteRequest<NewTicketBody>,
	{ type, state: first, attributes, contactId, adminId, teamId }: PlannedTicket,
): Ticket {
	const { state, body } = request;
	const linked = state.conversations.get(body.conversation_to_link_id ?? '');
	const ticket = storeTicket(request, {
		ticket_type_id: type.id,
		ticket_state_id: first.id,
		attributes,
		contact_ids: [contactId],
		is_shared: type.category === 'Customer',
		company_id: body.company_id ?? null,
		admin_assignee_id: adminId,
		team_assignee_id: teamId,
		linked_conversation_ids: linked ? [linked.id] : [],
		...(body.created_at === undefined ? {} : { created_at: body.created_at }),
	});
	if (linked) {
		const link = { type: 'ticket', id: ticket.id, category: type.category } as const;
		const links = [...linked.linked_objects, link];
		state.conversations.set(linked.id, { ...linked, linked_objects: links });
	}
	return ticket;
}
