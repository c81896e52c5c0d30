import { presentAdmin, presentListedAdmin } from '../present/admin';
import { bodyOf, flag, integer } from '../body-schema';
import { logActivity } from '../activity';
import { IntercomError, parameterInvalid } from '../errors';
import { readFlag } from '../parameters';
import { route, type Route, type RouteRequest } from '../route';

/** Body of `PUT /admins/{admin_id}/away`. */
interface AwayBody {
	away_mode_enabled: boolean;
	away_mode_reassign: boolean;
	away_status_reason_id?: number;
}

/** Admins and their away mode (2.16 lines 14, 870, 1447). */
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
		handle({ state, query }) {
			const withAvatar = readFlag(query.display_avatar, 'display_avatar');
			const avatar = withAvatar ? { avatar: 'https://static.example.com/admins/128.png' } : {};
			const admins = [...state.admins.values()];
			return {
				type: 'admin.list',
				admins: admins.map((admin) => ({ ...presentListedAdmin(admin), ...avatar })),
			};
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
	route<AwayBody>({
		operation: 'PUT /admins/{admin_id}/away',
		scope: 'write_admins',
		body: bodyOf(
			{ away_mode_enabled: flag, away_mode_reassign: flag, away_status_reason_id: integer },
			['away_mode_enabled', 'away_mode_reassign'],
		),
		handle(request) {
			const { state, body } = request;
			const admin = state.admins.get(request.params.admin_id);
			if (!admin) {
				throw new IntercomError(404, 'admin_not_found', 'Admin for admin_id not found');
			}
			const reason = readReason(request);
			const changed = {
				...admin,
				away_mode_enabled: body.away_mode_enabled,
				away_mode_reassign: body.away_mode_reassign,
				away_status_reason_id: body.away_mode_enabled ? reason : null,
			};
			state.admins.set(admin.id, changed);
			logActivity(request, 'admin_away_mode_change', 'changed the away mode', {
				away_mode: body.away_mode_enabled,
				reassign_conversations: body.away_mode_reassign,
			});
			return presentAdmin(changed);
		},
	}),
	route({
		operation: 'GET /away_status_reasons',
		scope: 'read_admins',
		handle: ({ state }) => ({
			type: 'list',
			data: [...state.awayStatusReasons.values()].map((reason) => ({
				type: 'away_status_reason',
				...reason,
			})),
		}),
	}),
];

/**
 * The reason of an away request.
 * @throws IntercomError 400 for a deleted or unknown one, and for none where one is mandatory
 */
function readReason({ state, settings, body }: RouteRequest<AwayBody>): number | null {
	const { away_status_reason_id: id } = body;
	if (id === undefined) {
		if (settings.awayStatusReasonMandatory && body.away_mode_enabled) {
			throw new IntercomError(
				400,
				'away_status_reason_mandatory',
				'Away status reason is mandatory',
			);
		}
		return null;
	}
	const reason = state.awayStatusReasons.get(String(id));
	if (!reason) throw parameterInvalid('Away status reason not found', 'away_status_reason_id');
	if (reason.deleted) {
		throw parameterInvalid('Away status reason is deleted', 'away_status_reason_id');
	}
	return id;
}
