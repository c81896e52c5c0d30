import { integer, oneOfTexts, bodyOf, text } from '../../body-schema';
import { actingAdmin, addPart, adminAuthor, targetConversation } from '../../conversations/changes';
import type { Conversation } from '../../conversations/records';
import { toHtml } from '../../conversations/text';
import { IntercomError, parameterInvalid, parameterNotFound } from '../../errors';
import { route, type Route, type RouteRequest } from '../../route';
import { showConversation } from './records';

/** Body of closing, snoozing, opening and assigning. */
interface PartBody {
	message_type: 'assignment' | 'close' | 'open' | 'snoozed';
	type?: 'admin' | 'team';
	admin_id: number | string;
	body?: string;
	snoozed_until?: number;
	assignee_id?: number | string;
}

const partBody = bodyOf(
	{
		message_type: oneOfTexts('assignment', 'close', 'open', 'snoozed'),
		type: oneOfTexts('admin', 'team'),
		admin_id: { type: ['string', 'integer'] },
		body: text,
		snoozed_until: integer,
		assignee_id: { type: ['string', 'integer'] },
	},
	['message_type', 'admin_id'],
);

const ACTIONS: Record<PartBody['message_type'], (request: RouteRequest<PartBody>) => Conversation> =
	{ assignment: assign, close, open, snoozed: snooze };

/** Closing, snoozing, opening and assigning conversations (2.16 lines 12243-12664). */
export const conversationPartRoutes: Route[] = [
	route<PartBody>({
		operation: 'POST /conversations/{conversation_id}/parts',
		scope: 'write_conversations',
		paid: true,
		body: partBody,
		handle: (request) => showConversation(request, ACTIONS[request.body.message_type](request)),
	}),
];

function authorOf(request: RouteRequest<PartBody>) {
	return adminAuthor(actingAdmin(request, request.body.admin_id));
}

function written({ body }: RouteRequest<PartBody>): string | null {
	return body.body === undefined ? null : toHtml(body.body);
}

function close(request: RouteRequest<PartBody>): Conversation {
	if (request.body.type !== 'admin') throw parameterNotFound('type is required', 'type');
	return addPart(
		request,
		targetConversation(request),
		{ part_type: 'close', author: authorOf(request), body: written(request) },
		{ state: 'closed', snoozed_until: null, waiting_since: null },
	);
}

function open(request: RouteRequest<PartBody>): Conversation {
	return addPart(
		request,
		targetConversation(request),
		{ part_type: 'open', author: authorOf(request) },
		{ state: 'open', snoozed_until: null, read: true },
	);
}

function snooze(request: RouteRequest<PartBody>): Conversation {
	const { snoozed_until: until } = request.body;
	if (until === undefined) throw parameterNotFound('snoozed_until is required', 'snoozed_until');
	if (until <= request.clock.seconds()) {
		throw parameterInvalid('snoozed_until must be in the future', 'snoozed_until');
	}
	return addPart(
		request,
		targetConversation(request),
		{ part_type: 'snoozed', author: authorOf(request) },
		{ state: 'snoozed', snoozed_until: until },
	);
}

/** Assigning opens a closed conversation (2.16 example assign_a_conversation). */
function assign(request: RouteRequest<PartBody>): Conversation {
	const { type, assignee_id: assignee } = request.body;
	if (type === undefined) throw parameterNotFound('type is required', 'type');
	if (assignee === undefined) throw parameterNotFound('assignee_id is required', 'assignee_id');
	const id = String(assignee);
	const { admins, teams } = request.state;
	if (id !== '0' && !(type === 'admin' ? admins.has(id) : teams.has(id))) {
		throw new IntercomError(404, 'assignee_not_found', 'Assignee not found');
	}
	const conversation = targetConversation(request);
	const reopens = conversation.state === 'closed';
	return addPart(
		request,
		conversation,
		{
			part_type: reopens ? 'assign_and_reopen' : 'assignment',
			author: authorOf(request),
			body: written(request),
			assigned_to: id === '0' ? null : { type, id },
		},
		{
			[type === 'admin' ? 'admin_assignee_id' : 'team_assignee_id']: Number(id),
			...(reopens ? { state: 'open' as const } : {}),
		},
	);
}
