import { randomUUID } from 'node:crypto';
import { IntercomError, parameterInvalid, resourceNotFound } from '../errors';
import type { RouteRequest } from '../route';
import type { EmulatorState } from '../state';
import type { TicketDataType, TicketState, TicketType, TicketTypeAttribute } from './records';

/** Body of 2.16 `create_ticket_type_request` and `update_ticket_type_request`. */
export interface TicketTypeBody {
	name?: string;
	description?: string;
	category?: TicketType['category'];
	icon?: string;
	is_internal?: boolean;
	archived?: boolean;
}

/** Body of 2.16 `create_ticket_type_attribute_request` and its update. */
export interface TicketAttributeBody {
	name?: string;
	description?: string;
	data_type?: TicketDataType;
	required_to_create?: boolean;
	required_to_create_for_contacts?: boolean;
	visible_on_create?: boolean;
	visible_to_contacts?: boolean;
	multiline?: boolean;
	/** Separated by commas. */
	list_items?: string;
	allow_multiple_values?: boolean;
	archived?: boolean;
}

/** Where types are stored, and the time to date them with. */
export interface Site {
	state: EmulatorState;
	clock: { seconds(): number };
}

/** The ticket type in a route's path. Throws 404 when there is none. */
export function targetTicketType({ state, params }: RouteRequest): TicketType {
	const type = state.ticketTypes.get(params.ticket_type_id);
	if (!type) throw resourceNotFound();
	return type;
}

/** Stores a ticket type with title and description and the states that all types have. */
export function createTicketType(site: Site, body: TicketTypeBody & { name: string }): TicketType {
	const { state, clock } = site;
	const now = clock.seconds();
	const type: TicketType = {
		id: state.identifiers.nextNumber('ticketType'),
		description: '',
		category: 'Customer',
		icon: '🎟️',
		is_internal: false,
		archived: false,
		...body,
		attributes: [],
		created_at: now,
		updated_at: now,
	};
	state.ticketTypes.set(type.id, type);
	for (const ticketState of [...state.ticketStates.values()].filter(({ common }) => common)) {
		const ids = [...ticketState.ticket_type_ids, type.id];
		state.ticketStates.set(ticketState.id, { ...ticketState, ticket_type_ids: ids });
	}
	const built = { description: '', data_type: 'string', default: true } as const;
	addAttribute(site, type.id, { ...built, name: '_default_title_' });
	addAttribute(site, type.id, { ...built, name: '_default_description_', multiline: true });
	return state.ticketTypes.get(type.id) ?? type;
}

/** Adds a field to the form of a type. */
export function addAttribute(
	{ state, clock }: Site,
	typeId: string,
	body: TicketAttributeBody & { name: string; data_type: TicketDataType; default?: boolean },
): TicketTypeAttribute {
	const type = state.ticketTypes.get(typeId);
	if (!type) throw resourceNotFound();
	if (type.attributes.some(({ name }) => name === body.name)) {
		throw parameterInvalid(`Attribute name '${body.name}' is already in use`, 'name');
	}
	const now = clock.seconds();
	const { list_items: items, ...plain } = body;
	const attribute: TicketTypeAttribute = {
		id: state.identifiers.nextNumber('ticketTypeAttribute'),
		description: '',
		multiline: false,
		allow_multiple_values: false,
		required_to_create: false,
		required_to_create_for_contacts: false,
		visible_on_create: true,
		visible_to_contacts: true,
		default: false,
		archived: false,
		...plain,
		list_items: readItems(body.data_type, items),
		order: type.attributes.length,
		created_at: now,
		updated_at: now,
	};
	const attributes = [...type.attributes, attribute];
	state.ticketTypes.set(typeId, { ...type, attributes, updated_at: now });
	return attribute;
}

/** Changes the fields named in the body; choices that stay keep their ids. */
export function changeAttribute(
	request: RouteRequest<TicketAttributeBody>,
	type: TicketType,
): TicketTypeAttribute {
	const { state, clock, body, params } = request;
	const attribute = type.attributes.find(({ id }) => id === params.attribute_id);
	if (!attribute) throw resourceNotFound();
	const { list_items: items, ...plain } = body;
	const changed: TicketTypeAttribute = {
		...attribute,
		...plain,
		list_items:
			items === undefined
				? attribute.list_items
				: readItems(attribute.data_type, items).map(
						(item) => attribute.list_items.find(({ label }) => label === item.label) ?? item,
					),
		updated_at: clock.seconds(),
	};
	const attributes = type.attributes.map((other) => (other === attribute ? changed : other));
	state.ticketTypes.set(type.id, { ...type, attributes });
	return changed;
}

function readItems(type: TicketDataType, items = ''): TicketTypeAttribute['list_items'] {
	const labels = items.split(',').filter((label) => label.trim() !== '');
	if (type !== 'list' && labels.length > 0) {
		throw parameterInvalid('list_items is only for list attributes', 'list_items');
	}
	if (type === 'list' && labels.length === 0) {
		throw parameterInvalid('list_items is required for list attributes', 'list_items');
	}
	return labels.map((label) => ({ id: randomUUID(), label: label.trim() }));
}

/** The states that tickets of a type can have. */
export function statesOf(state: EmulatorState, typeId: string): TicketState[] {
	return [...state.ticketStates.values()].filter(
		({ ticket_type_ids: ids, archived }) => ids.includes(typeId) && !archived,
	);
}

/**
 * The state with that id.
 * @throws IntercomError 400 when there is none or it belongs to other types (2.16 line 20590)
 */
export function stateOf(state: EmulatorState, typeId: string, stateId: string): TicketState {
	const found = statesOf(state, typeId).find(({ id }) => id === stateId);
	if (found) return found;
	throw new IntercomError(
		400,
		'ticket_state_id_invalid',
		'Ticket state id is not valid or is not associated with the ticket type',
	);
}
