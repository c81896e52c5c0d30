import { ACTIVITY_TYPES } from '../activity';
import { bodyOf, integer, listOf, text } from '../body-schema';
import { parameterInvalid, parameterNotFound } from '../errors';
import { numberedPage, type NumberedPage } from '../pagination';
import type { ActivityLog } from '../records';
import { route, type Route, type RouteRequest } from '../route';

/** Page size of activity logs (2.16 `POST /admins/activity_logs/search`). */
const PAGE = { default: 20, maximum: 250 };

/** Body of `POST /admins/activity_logs/search`. Times in Unix seconds. */
interface SearchBody {
	created_at_after: number;
	created_at_before?: number;
	event_types?: string[];
	page?: number;
	per_page?: number;
}

/** What teammates did (2.16 `/admins/activity_logs`). */
export const activityLogRoutes: Route[] = [
	route({
		operation: 'GET /admins/activity_logs',
		scope: 'read_admin_activity_logs',
		query: ['created_at_after', 'created_at_before', 'page'],
		handle(request) {
			const { created_at_after: after, created_at_before: before } = request.query;
			if (after === undefined) throw parameterNotFound('created_at_after is required');
			const logs = between(request, readTime(after), readTime(before));
			return present(request, numberedPage(request, logs, PAGE));
		},
	}),
	route<SearchBody>({
		operation: 'POST /admins/activity_logs/search',
		scope: 'read_admin_activity_logs',
		family: 'search',
		body: bodyOf(
			{
				created_at_after: integer,
				created_at_before: integer,
				event_types: listOf(text),
				page: integer,
				per_page: integer,
			},
			['created_at_after'],
		),
		handle(request) {
			const { body } = request;
			const { event_types: types } = body;
			const logs = between(request, body.created_at_after, body.created_at_before).filter(
				(log) => types === undefined || types.includes(log.activity_type),
			);
			const paging = { page: body.page?.toString(), per_page: body.per_page?.toString() };
			return present(request, numberedPage({ ...request, query: paging }, logs, PAGE));
		},
	}),
	route({
		operation: 'GET /admins/activity_log_event_types',
		scope: 'read_admin_activity_logs',
		handle: () => ({ type: 'activity_log_event_type.list', event_types: [...ACTIVITY_TYPES] }),
	}),
];

function readTime(value: string | undefined): number | undefined {
	if (value === undefined) return undefined;
	if (/^\d{1,11}$/.test(value)) return Number(value);
	throw parameterInvalid('Times must be UNIX timestamps');
}

/** The logs of a period, newest first. */
function between(
	{ state }: RouteRequest,
	after: number | undefined,
	before: number | undefined,
): ActivityLog[] {
	return [...state.activityLogs.values()]
		.filter(({ created_at: at }) => at >= (after ?? 0) && at <= (before ?? Number.MAX_SAFE_INTEGER))
		.sort((a, b) => b.created_at - a.created_at);
}

/** Logs in the shape of 2.16 `activity_log_list`. */
function present({ state }: RouteRequest, { rows, pages }: NumberedPage<ActivityLog>): object {
	return {
		type: 'activity_log.list',
		pages,
		activity_logs: rows.map(({ admin_id: admin, ...log }) => ({
			...log,
			performed_by: {
				type: 'admin',
				id: admin,
				email: state.admins.get(admin)?.email ?? '',
				ip: '127.0.0.1',
			},
		})),
	};
}
