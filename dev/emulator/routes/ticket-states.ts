import { route, type Route } from '../route';
import { presentTicketState, presentTicketType } from '../tickets/present';

/** Where tickets can stand (2.16 line 18606). */
export const ticketStateRoutes: Route[] = [
	route({
		operation: 'GET /ticket_states',
		scope: 'read_tickets',
		handle({ state }) {
			const data = [...state.ticketStates.values()].map((ticketState) => ({
				...presentTicketState(ticketState),
				ticket_types: {
					type: 'list',
					data: ticketState.ticket_type_ids
						.flatMap((id) => state.ticketTypes.get(id) ?? [])
						.map((type) => presentTicketType(state, type, 'in state')),
				},
				archived: ticketState.archived,
			}));
			return { type: 'list', data };
		},
	}),
];
