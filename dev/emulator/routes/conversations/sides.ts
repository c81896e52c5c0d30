import { targetConversation } from '../../conversations/changes';
import { presentPart } from '../../conversations/present';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { route, type Route } from '../../route';

/** Page size of side conversations (2.16 line 12985). */
const PAGE = { default: 25, maximum: 50 };

/** What stands beside a conversation: side conversations and handling events (2.16 lines 12901-13043). */
export const conversationSideRoutes: Route[] = [
	route({
		operation: 'GET /conversations/{id}/handling_events',
		scope: 'read_conversations',
		handle(request) {
			const events = targetConversation(request).handling_events;
			return {
				handling_events: events.flatMap(({ admin_id: adminId, type, timestamp, reason }) => {
					const admin = request.state.admins.get(adminId);
					if (!admin) return [];
					const { name, email } = admin;
					const teammate = { type: 'admin', id: Number(adminId), name, email };
					return [{ teammate, type, timestamp, ...(reason === null ? {} : { reason }) }];
				}),
			};
		},
	}),
	route({
		operation: 'GET /conversations/{id}/side_conversations',
		scope: 'read_conversations',
		query: PAGE_QUERY,
		handle(request) {
			const { side_conversations: all } = targetConversation(request);
			const { rows, total, pages } = numberedPage(request, all, PAGE);
			const { next: _next, ...described } = pages;
			return {
				type: 'side_conversation.list',
				side_conversations: rows.map(({ id, parts }) => ({
					side_conversation_id: id,
					conversation_parts: parts.map((part) => presentPart(request, part)),
					total_count: parts.length,
				})),
				total_count: total,
				pages: described,
			};
		},
	}),
];
