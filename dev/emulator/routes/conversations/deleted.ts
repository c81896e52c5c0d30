import { IntercomError, parameterInvalid } from '../../errors';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { route, type Route } from '../../route';
import { isOlderThan216 } from '../../version';

/** Page size of deleted conversations (2.16 line 13535). */
const PAGE = { default: 20, maximum: 60 };

/** The ids of deleted conversations (2.16 lines 13521-13614). */
export const deletedConversationRoutes: Route[] = [
	route({
		operation: 'GET /conversations/deleted',
		scope: 'read_conversations',
		query: [...PAGE_QUERY, 'order'],
		handle(request) {
			const { query, state, version } = request;
			const { order = 'desc' } = query;
			if (isOlderThan216(version)) {
				throw new IntercomError(
					400,
					'intercom_version_invalid',
					'Requested resource is not available in current API version.',
				);
			}
			if (order !== 'asc' && order !== 'desc') {
				throw parameterInvalid('order must be asc or desc', 'order');
			}
			const all = [...state.deletedConversations.values()];
			if (order === 'desc') all.reverse();
			const { rows, total, pages } = numberedPage(request, all, PAGE, 'url');
			return {
				type: 'conversations.list',
				conversations: rows.map((row) => ({ type: 'conversation', ...row })),
				total_count: total,
				pages,
			};
		},
	}),
];
