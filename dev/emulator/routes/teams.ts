import { IntercomError } from '../errors';
import type { Team } from '../records';
import { route, type Route } from '../route';

/** Teams, read only (2.16 lines 18422-18523). */
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
		handle({ state, params }) {
			const team = state.teams.get(params.team_id);
			if (!team) throw new IntercomError(404, 'team_not_found', 'Team not found');
			return presentTeam(team);
		},
	}),
];

/** A team in the shape of 2.16 `team`. */
function presentTeam(team: Team): object {
	return { type: 'team', ...team, assignment_limit: null, distribution_method: 'manual' };
}
