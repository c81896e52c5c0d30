import { bodyOf, text } from '../../body-schema';
import { IntercomError } from '../../errors';
import { presentAppliedTag } from '../../present/tag';
import { route, type Route, type RouteRequest } from '../../route';
import { changeTicket, targetTicket } from '../../tickets/tickets';

/** 404 for a tag that does not exist or is not on the ticket (2.16 line 19805). */
function tagNotFound(): IntercomError {
	return new IntercomError(404, 'tag_not_found', 'Tag not found');
}

function refuseStranger({ state, body }: RouteRequest<{ admin_id: string }>): void {
	if (state.admins.has(body.admin_id)) return;
	throw new IntercomError(404, 'admin_not_found', 'Admin not found');
}

/** Tags of a ticket, which an admin puts there (2.16 lines 19666-19867). */
export const ticketTagRoutes: Route[] = [
	route<{ id: string; admin_id: string }>({
		operation: 'POST /tickets/{ticket_id}/tags',
		scope: 'write_tags',
		body: bodyOf({ id: text, admin_id: text }, ['id', 'admin_id']),
		handle(request) {
			const { state, clock, body } = request;
			const ticket = targetTicket(request);
			refuseStranger(request);
			if (!state.tags.has(body.id)) throw tagNotFound();
			const applied = ticket.tags.find(({ id }) => id === body.id) ?? {
				id: body.id,
				applied_at: clock.seconds(),
				applied_by: { type: 'admin' as const, id: body.admin_id },
			};
			const others = ticket.tags.filter(({ id }) => id !== body.id);
			changeTicket(request, ticket, { tags: [...others, applied] });
			return presentAppliedTag(state, applied)[0];
		},
	}),
	route<{ admin_id: string }>({
		operation: 'DELETE /tickets/{ticket_id}/tags/{tag_id}',
		scope: 'write_tags',
		body: bodyOf({ admin_id: text }, ['admin_id']),
		handle(request) {
			const ticket = targetTicket(request);
			refuseStranger(request);
			const applied = ticket.tags.find(({ id }) => id === request.params.tag_id);
			if (!applied) throw tagNotFound();
			changeTicket(request, ticket, { tags: ticket.tags.filter((tag) => tag !== applied) });
			return presentAppliedTag(request.state, applied)[0];
		},
	}),
];
