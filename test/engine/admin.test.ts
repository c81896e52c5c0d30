import { describe, expect, it } from '@jest/globals';

import { ACTIVITY_TYPES } from '../../dev/emulator/activity';
import { loadOptions, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const admin = testResource('admin');

const anyAdmin = () => {
	const [id] = admin.emulator.state.admins.keys();
	return id;
};

const reasons = () => [...admin.emulator.state.awayStatusReasons.values()];

describe('Admin', () => {
	it('is the owner of the token, with the workspace', async () => {
		expect(await admin.output('getMe')).toMatchObject([
			{ id: anyAdmin(), app: { id_code: 'emulator_app', timezone: 'America/Los_Angeles' } },
		]);
	});

	it('is read by ID, listed with or without picture, and offered by name', async () => {
		expect(await admin.output('get', { adminId: byId(anyAdmin()) })).toMatchObject([
			{ id: anyAdmin(), name: 'Owner' },
		]);
		const [plain] = await admin.output('getAll');
		expect(plain).not.toHaveProperty('avatar');
		const pictured = await admin.output('getAll', { displayAvatar: true, returnAll: true });
		expect(pictured).toHaveLength(admin.emulator.state.admins.size);
		expect(pictured[0]).toHaveProperty('avatar');
		const credentials = admin.emulator.credentials();
		const { results } = await searchList({ method: 'searchAdmins', filter: 'sales', credentials });
		expect(results.map(({ name }) => name)).toEqual(['Sales Agent – sales.agent@example.com']);
	});

	it('that does not exist is said to be missing', async () => {
		expect(await admin.failure('get', { adminId: byId('1') })).toContain(
			'Intercom could not find the admin [item 0]',
		);
	});
});

describe('Admin: Set Away Mode', () => {
	it('marks a teammate as away for a reason, and as back without one', async () => {
		const [reason] = reasons();
		const [away] = await admin.output('setAway', {
			adminId: byId(anyAdmin()),
			awayModeReassign: true,
			awayStatusReasonId: byId(reason.id),
		});
		expect(admin.lastRequest().body).toEqual({
			away_mode_enabled: true,
			away_mode_reassign: true,
			away_status_reason_id: Number(reason.id),
		});
		expect(away).toMatchObject({ away_status_reason_id: Number(reason.id) });
		const [back] = await admin.output('setAway', {
			adminId: byId(anyAdmin()),
			awayModeEnabled: false,
		});
		expect(admin.lastRequest().body).toEqual({
			away_mode_enabled: false,
			away_mode_reassign: false,
		});
		expect(back).toMatchObject({ away_mode_enabled: false, away_status_reason_id: null });
	});

	it('lists all reasons, but offers only those that are not deleted', async () => {
		expect(await admin.output('getAwayReasons')).toHaveLength(reasons().length);
		const { results } = await searchList({
			method: 'searchAwayStatusReasons',
			credentials: admin.emulator.credentials(),
		});
		expect(results.map(({ name }) => name)).toEqual(['In a meeting', 'On vacation']);
	});

	it('says that a reason is deleted, or that one is wanted', async () => {
		const deleted = reasons().find((reason) => reason.deleted);
		const adminId = byId(anyAdmin());
		expect(
			await admin.failure('setAway', { adminId, awayStatusReasonId: byId(deleted?.id) }),
		).toContain('Away status reason is deleted');
		admin.emulator.settings.awayStatusReasonMandatory = true;
		expect(await admin.failure('setAway', { adminId })).toContain(
			'Away status reason is mandatory',
		);
		admin.emulator.settings.awayStatusReasonMandatory = false;
	});

	it('a reason must be an ID', async () => {
		const parameters = { adminId: byId(anyAdmin()), awayStatusReasonId: byId('lunch') };
		expect(await admin.failure('setAway', parameters)).toContain(
			`'Reason' must be a numeric ID, not "lunch"`,
		);
	});
});

describe('Admin: activity logs', () => {
	const since = '2024-12-01T00:00:00Z';

	it('are read page by page, flat by default', async () => {
		const before = admin.emulator.requests.length;
		const logs = await admin.output('getActivityLogs', { createdAtAfter: since, returnAll: true });
		expect(logs).toHaveLength(admin.emulator.state.activityLogs.size);
		expect(admin.emulator.requests.length - before).toBe(Math.ceil(logs.length / 20));
		expect(logs.at(-1)).toEqual({
			id: expect.any(String),
			activity_type: expect.any(String),
			activity_description: expect.any(String),
			created_at: expect.any(Number),
			admin_id: expect.stringMatching(/^\d+$/),
			admin_email: expect.stringContaining('@example.com'),
			ip: '127.0.0.1',
		});
	});

	it('are searched by kind, with pages asked for in the body', async () => {
		const wanted = ['admin_login_success', 'admin_logout'];
		const before = admin.emulator.requests.length;
		const logs = await admin.output('searchActivityLogs', {
			createdAtAfter: since,
			eventTypes: wanted,
			returnAll: true,
			pageOptions: { pageSize: 4 },
		});
		const all = [...admin.emulator.state.activityLogs.values()];
		const expected = all.filter(({ activity_type: type }) => wanted.includes(type));
		expect(logs.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
		const bodies = admin.emulator.requests.slice(before).map(({ body }) => body);
		expect(bodies).toMatchObject([
			{ per_page: 4, event_types: wanted },
			{ per_page: 4, page: 2 },
			{ per_page: 4, page: 3 },
		]);
	});

	it('know their kinds, which the editor offers in words', async () => {
		expect(await admin.output('getActivityTypes', { returnAll: true })).toEqual(
			[...ACTIVITY_TYPES].map((type) => ({ event_type: type })),
		);
		expect(await admin.output('getActivityTypes', { limit: 2 })).toHaveLength(2);
		const options = await loadOptions({
			method: 'getActivityTypes',
			credentials: admin.emulator.credentials(),
		});
		expect(options).toContainEqual({
			name: 'Admin away mode change',
			value: 'admin_away_mode_change',
		});
	});

	it('need the start of the period', async () => {
		const parameters = { createdAtAfter: '={{ $json.nothing }}' };
		expect(await admin.failure('searchActivityLogs', parameters)).toContain("'After' is empty");
	});
});
