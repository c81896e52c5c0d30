import type { Admin } from '../records';

/** An admin in the shape of 2.16 `admin`; priorities of teams are not played. */
export function presentAdmin(admin: Admin): object {
	return { type: 'admin', ...admin, team_priority_level: {} };
}

/** An admin as lists have it: without the reason for being away (docs/intercom/recorded-answers.md). */
export function presentListedAdmin({ away_status_reason_id: _, ...admin }: Admin): object {
	return { type: 'admin', ...admin, team_priority_level: {} };
}
