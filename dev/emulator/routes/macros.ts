import { IntercomError, parameterInvalid } from '../errors';
import { me } from '../knowledge/wording';
import { decodeCursor, encodeCursor, readPageSize } from '../pagination';
import { route, type Route, type RouteRequest, type Workspace } from '../route';
import type { Macro } from '../setup/records';

/** Page size of macros (2.16 `GET /macros`). */
const PAGE = { default: 50, maximum: 150 };

/** Macros, read only (2.16, Macros). */
export const macroRoutes: Route[] = [
	route({
		operation: 'GET /macros',
		scope: 'read_conversations',
		query: ['per_page', 'starting_after', 'updated_since'],
		handle(request) {
			const size = readPageSize(request.query.per_page, PAGE);
			const macros = rowsOf(request);
			const rows = macros.slice(0, size);
			const last = macros.length > size ? rows.at(-1) : undefined;
			const next = last && { starting_after: encodeCursor([last.updated_at, last.id]) };
			return {
				type: 'list',
				data: rows.map(present),
				pages: { type: 'pages', per_page: size, next: next ?? null },
			};
		},
	}),
	route({
		operation: 'GET /macros/{id}',
		scope: 'read_conversations',
		handle(request) {
			const macro = request.state.macros.get(request.params.id);
			if (!macro || !isVisible(request, macro)) {
				throw new IntercomError(404, 'not_found', 'Macro not found');
			}
			return present(macro);
		},
	}),
];

/** The last changed first, from the cursor on; macros of other teams are left out. */
function rowsOf(request: RouteRequest): Macro[] {
	const { state, query } = request;
	const since = Number(query.updated_since ?? 0);
	if (!Number.isInteger(since)) {
		throw parameterInvalid('Invalid updated_since timestamp', 'updated_since');
	}
	const cursor = query.starting_after;
	const [time, id] = (cursor === undefined ? [Infinity, 0] : decodeCursor(cursor)).map(Number);
	return [...state.macros.values()]
		.filter((macro) => macro.updated_at > since && isVisible(request, macro))
		.filter(
			(macro) => macro.updated_at < time || (macro.updated_at === time && Number(macro.id) < id),
		)
		.sort((a, b) => b.updated_at - a.updated_at || Number(b.id) - Number(a.id));
}

function isVisible(workspace: Workspace, { visible_to_team_ids: teams }: Macro): boolean {
	const own = workspace.state.admins.get(String(me(workspace)))?.team_ids ?? [];
	return teams.length === 0 || own.some((team) => teams.includes(String(team)));
}

/** A macro in the shape of 2.16 `macro`. */
function present(macro: Macro): object {
	return {
		type: 'macro',
		...macro,
		visible_to: macro.visible_to_team_ids.length === 0 ? 'everyone' : 'specific_teams',
		created_at: isoDate(macro.created_at),
		updated_at: isoDate(macro.updated_at),
	};
}

function isoDate(seconds: number): string {
	return new Date(seconds * 1000).toISOString();
}
