import { bodyOf, integer, openObject, text, textOrNull } from '../../body-schema';
import { cursorPages, readPageSize } from '../../pagination';
import { readFlag } from '../../parameters';
import { route, type Route } from '../../route';
import type { SearchRequest } from '../../search/search-index';
import { CONVERSATION_PAGE, conversationList } from './records';

/** Body of 2.16 `search_request`; `sort` is not described, but known to be taken (intercom-api.md §6). */
interface SearchBody {
	query: object;
	pagination?: { per_page?: number; starting_after?: string | null } | null;
	sort?: SearchRequest['sort'];
}

/** Searching conversations: to the second, on an index that lags behind (2.16 lines 11581-11793). */
export const conversationSearchRoutes: Route[] = [
	route<SearchBody>({
		operation: 'POST /conversations/search',
		scope: 'read_conversations',
		family: 'search',
		query: ['include_monitors', 'include_scorecards'],
		body: bodyOf(
			{
				query: openObject,
				pagination: {
					...bodyOf({ per_page: integer, starting_after: textOrNull }),
					type: ['object', 'null'],
				},
				sort: bodyOf({ field: text, order: text }),
			},
			['query'],
		),
		handle(request) {
			const { body, query, state } = request;
			readFlag(query.include_monitors, 'include_monitors');
			readFlag(query.include_scorecards, 'include_scorecards');
			const size = readPageSize(body.pagination?.per_page, CONVERSATION_PAGE);
			const found = state.conversationSearch.search({
				query: body.query,
				sort: body.sort,
				size,
				startingAfter: body.pagination?.starting_after,
				dates: { unit: 'second' },
			});
			const pages = cursorPages(found.page, size, found.total, found.next);
			return conversationList(request, found.records, found.total, pages);
		},
	}),
];
