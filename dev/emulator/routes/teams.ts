import { IntercomError } from '../errors';
import { readCount } from '../parameters';
import type { Team } from '../records';
import { route, type Route, type RouteRequest } from '../route';

/** Teams, read only, and their metrics (2.16 lines 18422-18523). */
export const teamRoutes: Route[] = [
	route({
		operation: 'GET /teams',
		scope: 'read_admins',
		handle({ state }) {
			return { type: 'team.list', teams: [...state.teams.values()].map(presentTeam) };
		},
	}),
	route({
		operation: 'GET /teams/{team_id}',
		scope: 'read_admins',
		handle: (request) => presentTeam(targetTeam(request)),
	}),
	route({
		operation: 'GET /teams/{team_id}/metrics',
		scope: 'read_admins',
		paid: true,
		query: ['idle_threshold'],
		handle(request) {
			const { state, query } = request;
			const team = targetTeam(request);
			const idleAfter = readCount(query.idle_threshold, 'idle_threshold', IDLE_SECONDS);
			const data = team.admin_ids.map((id) => {
				const { open_waiting: waiting = [], snoozed = 0 } = state.workloads.get(String(id)) ?? {};
				return {
					type: 'team_metric',
					admin_id: String(id),
					open: waiting.length,
					idle: waiting.filter((seconds) => seconds > idleAfter).length,
					snoozed,
				};
			});
			return { type: 'team_metric.list', data };
		},
	}),
];

/** Bounds of `idle_threshold` (2.16 `GET /teams/{team_id}/metrics`). */
const IDLE_SECONDS = { default: 1800, minimum: 1, maximum: 86_400 };

function targetTeam({ state, params }: RouteRequest): Team {
	const team = state.teams.get(params.team_id);
	if (!team) throw new IntercomError(404, 'team_not_found', 'Team not found');
	return team;
}

/** A team in the shape of 2.16 `team`. */
function presentTeam(team: Team): object {
	return { type: 'team', ...team, assignment_limit: null, distribution_method: 'manual' };
}
