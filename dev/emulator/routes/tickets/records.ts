import { bodyOf, flag, integer, listOf, openObject, text, textOrNull } from '../../body-schema';
import { cursorPages, readPageSize } from '../../pagination';
import { route, type Route } from '../../route';
import {
	changeType,
	updateTicket,
	type ChangeTypeBody,
	type TicketChangeBody,
} from '../../tickets/changes';
import { enqueue, presentJob } from '../../tickets/jobs';
import { presentTicket } from '../../tickets/present';
import { openTicket, planTicket, targetTicket, type NewTicketBody } from '../../tickets/tickets';

/** Page size of a search (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 20, maximum: 150 };

const newTicketBody = bodyOf(
	{
		ticket_type_id: text,
		contacts: listOf(bodyOf({ id: text, external_id: text, email: text })),
		ticket_attributes: openObject,
		conversation_to_link_id: text,
		company_id: text,
		created_at: integer,
		assignment: bodyOf({ admin_assignee_id: text, team_assignee_id: text }),
		skip_notifications: flag,
	},
	['ticket_type_id', 'contacts'],
);

interface SearchBody {
	query: unknown;
	pagination?: { per_page?: number; starting_after?: string | null };
	sort?: { field?: string; order?: string };
}

/** Creating, reading, changing, deleting and searching tickets (2.16 lines 20154-21330). */
export const ticketRecordRoutes: Route[] = [
	route<NewTicketBody>({
		operation: 'POST /tickets',
		scope: 'write_tickets',
		paid: true,
		body: newTicketBody,
		handle: (request) => presentTicket(request, openTicket(request, planTicket(request))),
	}),
	route<NewTicketBody>({
		operation: 'POST /tickets/enqueue',
		scope: 'write_tickets',
		paid: true,
		body: newTicketBody,
		handle(request) {
			const planned = planTicket(request);
			return presentJob(
				request,
				enqueue(request, () => openTicket(request, planned).id),
			);
		},
	}),
	route<SearchBody>({
		operation: 'POST /tickets/search',
		scope: 'read_tickets',
		paid: true,
		family: 'search',
		body: bodyOf({ query: openObject, pagination: openObject, sort: openObject }, ['query']),
		handle(request) {
			const { query, pagination, sort } = request.body;
			const size = readPageSize(pagination?.per_page, PAGE);
			const { records, total, page, next } = request.state.ticketSearch.search({
				query,
				sort,
				size,
				startingAfter: pagination?.starting_after,
				dates: { unit: 'second' },
			});
			return {
				type: 'ticket.list',
				tickets: records.map((ticket) => presentTicket(request, ticket)),
				total_count: total,
				pages: cursorPages(page, size, total, next),
			};
		},
	}),
	route({
		operation: 'GET /tickets/{ticket_id}',
		scope: 'read_tickets',
		paid: true,
		handle: (request) => presentTicket(request, targetTicket(request)),
	}),
	route<TicketChangeBody>({
		operation: 'PUT /tickets/{ticket_id}',
		scope: 'write_tickets',
		paid: true,
		body: bodyOf({
			ticket_attributes: openObject,
			ticket_state_id: text,
			company_id: textOrNull,
			open: flag,
			is_shared: flag,
			snoozed_until: integer,
			admin_id: integer,
			assignee_id: text,
			skip_notifications: flag,
		}),
		handle: (request) => presentTicket(request, updateTicket(request, targetTicket(request))),
	}),
	route({
		operation: 'DELETE /tickets/{ticket_id}',
		scope: 'write_tickets',
		paid: true,
		handle(request) {
			const { id } = targetTicket(request);
			request.state.tickets.delete(id);
			return { id, object: 'ticket', deleted: true };
		},
	}),
	route<ChangeTypeBody>({
		operation: 'POST /tickets/{ticket_id}/change_type',
		scope: 'write_tickets',
		body: bodyOf({ ticket_type_id: text, ticket_state_id: text, ticket_attributes: openObject }),
		handle: (request) => presentTicket(request, changeType(request, targetTicket(request))),
	}),
];
