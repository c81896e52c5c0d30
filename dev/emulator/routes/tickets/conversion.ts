import { bodyOf, openObject, text } from '../../body-schema';
import { targetConversation } from '../../conversations/changes';
import { presentAttachment } from '../../conversations/files';
import type { ConversationPart } from '../../conversations/records';
import { parameterInvalid } from '../../errors';
import { route, type Route, type Workspace } from '../../route';
import { readAttributes } from '../../tickets/attributes';
import { presentTicket } from '../../tickets/present';
import type { TicketPart } from '../../tickets/records';
import { firstState, newPart, storeTicket } from '../../tickets/tickets';
import { stateOf } from '../../tickets/types';

/** Body of 2.16 `convert_conversation_to_ticket_request`. */
interface ConvertBody {
	ticket_type_id: string;
	ticket_state_id?: string;
	attributes?: Record<string, unknown>;
}

/** What was said in a conversation, as a part of the ticket it becomes. */
function converted(workspace: Workspace, part: ConversationPart): TicketPart {
	const { author, body, part_type, created_at, attachments } = part;
	return newPart(workspace, {
		part_type,
		...(body === null ? {} : { body }),
		author: {
			type: author.type === 'lead' ? 'user' : author.type,
			id: author.id,
			name: author.name,
			...(author.email === undefined ? {} : { email: author.email }),
		},
		attachments: attachments.map((file) => presentAttachment(workspace, file)),
		created_at,
	});
}

/** Turning a conversation into a ticket (2.16 line 13388). */
export const conversionRoutes: Route[] = [
	route<ConvertBody>({
		operation: 'POST /conversations/{conversation_id}/convert',
		scope: 'write_tickets',
		body: bodyOf({ ticket_type_id: text, ticket_state_id: text, attributes: openObject }, [
			'ticket_type_id',
		]),
		handle(request) {
			const { state, body } = request;
			const conversation = targetConversation(request);
			const type = state.ticketTypes.get(body.ticket_type_id);
			if (type?.category !== 'Customer') {
				throw parameterInvalid('Ticket type is not a customer ticket type');
			}
			if (state.tickets.has(conversation.id)) {
				throw parameterInvalid('The conversation is a ticket already');
			}
			const ticketState =
				body.ticket_state_id === undefined
					? firstState(request, type)
					: stateOf(state, type.id, body.ticket_state_id);
			const ticket = storeTicket(request, {
				id: conversation.id,
				ticket_type_id: type.id,
				ticket_state_id: ticketState.id,
				attributes: readAttributes(type, body.attributes ?? {}),
				contact_ids: conversation.contact_ids,
				is_shared: true,
				admin_assignee_id: conversation.admin_assignee_id,
				team_assignee_id: conversation.team_assignee_id,
				company_id: conversation.company_id,
				tags: conversation.tags,
				parts: conversation.parts.map((part) => converted(request, part)),
				created_at: conversation.created_at,
			});
			return presentTicket(request, ticket);
		},
	}),
];
