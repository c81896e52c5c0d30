import { IntercomError } from '../errors';
import { presentAdmin } from '../present/admin';
import { route, type Route } from '../route';

/** Admins, read only (2.16 lines 14, 870, 1447). */
export const adminRoutes: Route[] = [
	route({
		operation: 'GET /me',
		handle({ state, settings }) {
			const [{ away_status_reason_id: _, ...admin }] = state.admins.values();
			return {
				type: 'admin',
				...admin,
				email_verified: true,
				avatar: { type: 'avatar', image_url: 'https://static.example.com/admins/128.png' },
				app: {
					type: 'app',
					id_code: state.appId,
					name: 'Emulator Workspace',
					created_at: 1_734_537_243,
					secure: false,
					identity_verification: false,
					timezone: settings.timezone,
					region: settings.region,
				},
			};
		},
	}),
	route({
		operation: 'GET /admins',
		scope: 'read_admins',
		query: ['display_avatar'],
		handle({ state }) {
			return { type: 'admin.list', admins: [...state.admins.values()].map(presentAdmin) };
		},
	}),
	route({
		operation: 'GET /admins/{admin_id}',
		scope: 'read_admins',
		handle({ state, params }) {
			const admin = state.admins.get(params.admin_id);
			if (!admin) throw new IntercomError(404, 'admin_not_found', 'Admin not found');
			return presentAdmin(admin);
		},
	}),
];
