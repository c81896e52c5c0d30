import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const team = testResource('team');

const anyTeam = () => {
	const [first] = team.emulator.state.teams.values();
	return first;
};

describe('Team', () => {
	it('is read by ID, listed where Intercom puts the list, and offered by name', async () => {
		const { id, name, admin_ids: members } = anyTeam();
		expect(await team.output('get', { teamId: byId(id) })).toMatchObject([
			{ id, name, admin_ids: members },
		]);
		expect(await team.output('getAll', { returnAll: true })).toHaveLength(
			team.emulator.state.teams.size,
		);
		const credentials = team.emulator.credentials();
		const { results } = await searchList({ method: 'searchTeams', filter: 'supp', credentials });
		expect(results.map((result) => result.name)).toEqual(['Support']);
	});

	it('says how much work each member has, by when work counts as idle', async () => {
		const { id, admin_ids: members } = anyTeam();
		team.emulator.state.workloads.set(String(members[0]), {
			open_waiting: [60, 1200, 7200],
			snoozed: 2,
		});
		const metrics = { type: 'team_metric', admin_id: String(members[0]), open: 3, snoozed: 2 };
		expect(await team.output('getMetrics', { teamId: byId(id) })).toEqual([
			{ ...metrics, idle: 1 },
		]);
		expect(await team.output('getMetrics', { teamId: byId(id), idleThreshold: 600 })).toEqual([
			{ ...metrics, idle: 2 },
		]);
	});

	it('refuses a threshold that Intercom would bend', async () => {
		const parameters = { teamId: byId(anyTeam().id), idleThreshold: 100_000 };
		expect(await team.failure('getMetrics', parameters)).toContain(
			"'Idle After (Seconds)' must be at most 86400, not 100000",
		);
	});

	it('that does not exist is said to be missing', async () => {
		expect(await team.failure('get', { teamId: byId('1') })).toContain(
			'Intercom could not find the team [item 0]',
		);
	});
});
