import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

const period = {
	createdAtAfter: '2024-12-01T00:00:00Z',
	createdAtBefore: '2027-01-01T00:00:00Z',
	returnAll: true,
};

/** Samples of the admin operations. */
export const admin: ResourceSamples = {
	get: async (workspace) => [{ parameters: { adminId: byId(workspace.admin) } }],
	getActivityLogs: async () => [{ parameters: period }],
	getActivityTypes: async () => [{ parameters: {} }],
	getAll: async () => [{ parameters: { displayAvatar: true } }],
	getAwayReasons: async () => [{ parameters: {} }],
	getMe: async () => [{ parameters: {} }],
	searchActivityLogs: async () => [
		{ parameters: { ...period, pageOptions: { pageSize: 10 } } },
		{ parameters: { ...period, eventTypes: ['admin_login_success', 'admin_logout'] } },
	],
	setAway: async (workspace) => [
		{
			parameters: {
				adminId: byId(workspace.admin),
				awayModeEnabled: true,
				awayModeReassign: true,
				awayStatusReasonId: byId(workspace.first('awayStatusReasons')),
			},
		},
		{ parameters: { adminId: byId(workspace.admin), awayModeEnabled: false } },
	],
};
