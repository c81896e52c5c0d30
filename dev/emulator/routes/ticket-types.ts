import { bodyOf, flag, oneOfTexts, text } from '../body-schema';
import { route, type Route } from '../route';
import { presentTicketAttribute, presentTicketType } from '../tickets/present';
import { TICKET_CATEGORIES, TICKET_DATA_TYPES, type TicketDataType } from '../tickets/records';
import {
	addAttribute,
	changeAttribute,
	createTicketType,
	targetTicketType,
	type TicketAttributeBody,
	type TicketTypeBody,
} from '../tickets/types';

const typeFields = {
	name: text,
	description: text,
	category: oneOfTexts(...TICKET_CATEGORIES),
	icon: text,
	is_internal: flag,
} as const;

const attributeFields = {
	name: text,
	description: text,
	required_to_create: flag,
	required_to_create_for_contacts: flag,
	visible_on_create: flag,
	visible_to_contacts: flag,
	multiline: flag,
	list_items: text,
	allow_multiple_values: flag,
} as const;

/** The kinds of tickets and their forms (2.16 lines 18818-19491). */
export const ticketTypeRoutes: Route[] = [
	route({
		operation: 'GET /ticket_types',
		scope: 'read_tickets',
		handle({ state }) {
			const types = [...state.ticketTypes.values()];
			return { type: 'list', data: types.map((type) => presentTicketType(state, type)) };
		},
	}),
	route<TicketTypeBody & { name: string }>({
		operation: 'POST /ticket_types',
		scope: 'write_tickets',
		body: bodyOf(typeFields, ['name']),
		handle: (request) => presentTicketType(request.state, createTicketType(request, request.body)),
	}),
	route({
		operation: 'GET /ticket_types/{ticket_type_id}',
		scope: 'read_tickets',
		handle: (request) => presentTicketType(request.state, targetTicketType(request)),
	}),
	route<TicketTypeBody>({
		operation: 'PUT /ticket_types/{ticket_type_id}',
		scope: 'write_tickets',
		body: bodyOf({ ...typeFields, archived: flag }),
		handle(request) {
			const { state, clock, body } = request;
			const type = { ...targetTicketType(request), ...body, updated_at: clock.seconds() };
			state.ticketTypes.set(type.id, type);
			return presentTicketType(state, type);
		},
	}),
	route<TicketAttributeBody & { name: string; data_type: TicketDataType }>({
		operation: 'POST /ticket_types/{ticket_type_id}/attributes',
		scope: 'write_tickets',
		body: bodyOf({ ...attributeFields, data_type: oneOfTexts(...TICKET_DATA_TYPES) }, [
			'name',
			'description',
			'data_type',
		]),
		handle(request) {
			const { id } = targetTicketType(request);
			return presentTicketAttribute(request.state, id, addAttribute(request, id, request.body));
		},
	}),
	route<TicketAttributeBody>({
		operation: 'PUT /ticket_types/{ticket_type_id}/attributes/{attribute_id}',
		scope: 'write_tickets',
		body: bodyOf({ ...attributeFields, archived: flag }),
		handle(request) {
			const type = targetTicketType(request);
			return presentTicketAttribute(request.state, type.id, changeAttribute(request, type));
		},
	}),
];
