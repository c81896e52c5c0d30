import { bodyOf, text } from '../../body-schema';
import { changeConversation } from '../../conversations/changes';
import { presentConversation } from '../../conversations/present';
import type { Conversation } from '../../conversations/records';
import { IntercomError, parameterNotFound } from '../../errors';
import { route, type Route, type RouteRequest } from '../../route';
import type { Ticket } from '../../tickets/records';
import { changeTicket, targetTicket, typeOf } from '../../tickets/tickets';

/** Conversations that a tracker ticket can have (2.16 line 19896). */
const MOST_LINKED = 2500;

/** The tracker ticket in a route's path. Throws 400 for tickets of other categories. */
function targetTracker(request: RouteRequest, verb: 'linking' | 'unlinking'): Ticket {
	const ticket = targetTicket(request);
	if (typeOf(request, ticket).category === 'Tracker') return ticket;
	throw new IntercomError(
		400,
		'invalid_ticket_type',
		`Only tracker tickets support ${verb} conversations`,
	);
}

function conversationNotFound(message: string): IntercomError {
	return new IntercomError(404, 'conversation_not_found', message);
}

function linkedConversation({ state }: RouteRequest, id: string): Conversation {
	const conversation = state.conversations.get(id);
	if (!conversation) throw conversationNotFound('Conversation not found');
	return conversation;
}

function isTracker({ type, category }: Conversation['linked_objects'][number]): boolean {
	return type === 'ticket' && category === 'Tracker';
}

/** Conversations that share the issue of a tracker ticket (2.16 lines 19868-20153). */
export const ticketLinkRoutes: Route[] = [
	route<{ conversation_id?: string }>({
		operation: 'POST /tickets/{ticket_id}/linked_conversations',
		scope: 'write_tickets',
		body: bodyOf({ conversation_id: text }),
		handle(request) {
			const { body, version } = request;
			const ticket = targetTracker(request, 'linking');
			if (!body.conversation_id) throw parameterNotFound('conversation_id not specified');
			const conversation = linkedConversation(request, body.conversation_id);
			if (conversation.linked_objects.some(isTracker)) {
				throw new IntercomError(
					400,
					'already_linked_to_tracker',
					'A conversation can only have one tracker ticket',
				);
			}
			if (ticket.linked_conversation_ids.length >= MOST_LINKED) {
				throw new IntercomError(
					400,
					'linked_conversation_limit_exceeded',
					'Ticket has reached the maximum number of conversations that can be linked',
				);
			}
			changeTicket(request, ticket, {
				linked_conversation_ids: [...ticket.linked_conversation_ids, conversation.id],
			});
			const link = { type: 'ticket', id: ticket.id, category: 'Tracker' } as const;
			const changed = changeConversation(request, conversation, {
				linked_objects: [...conversation.linked_objects, link],
			});
			return presentConversation(request, changed, { version });
		},
	}),
	route({
		operation: 'DELETE /tickets/{ticket_id}/linked_conversations/{id}',
		scope: 'write_tickets',
		handle(request) {
			const { params, version } = request;
			const ticket = targetTracker(request, 'unlinking');
			if (!ticket.linked_conversation_ids.includes(params.id)) {
				throw conversationNotFound('Conversation is not linked to this ticket');
			}
			const conversation = linkedConversation(request, params.id);
			changeTicket(request, ticket, {
				linked_conversation_ids: ticket.linked_conversation_ids.filter((id) => id !== params.id),
			});
			const changed = changeConversation(request, conversation, {
				linked_objects: conversation.linked_objects.filter(({ id }) => id !== ticket.id),
			});
			return presentConversation(request, changed, { version });
		},
	}),
];
