import type { ActivityLog } from './records';
import type { Workspace } from './route';

/** Kinds of activity the emulator knows, out of those of 2.16 `activity_log`. */
export const ACTIVITY_TYPES = [
	'admin_away_mode_change',
	'admin_login_success',
	'admin_logout',
	'app_name_change',
	'message_state_change',
] as const;

/** A kind of activity. */
export type ActivityType = (typeof ACTIVITY_TYPES)[number];

/**
 * Writes down what the token's admin did.
 * @param did the sentence after the admin's name
 */
export function logActivity(
	{ state, clock }: Workspace,
	type: ActivityType,
	did: string,
	metadata: Record<string, unknown> = {},
): ActivityLog {
	const [admin] = state.admins.values();
	const id = `activity-${state.activityLogs.size + 1}`;
	const log: ActivityLog = {
		id,
		admin_id: admin.id,
		activity_type: type,
		activity_description: `${admin.name} ${did}.`,
		metadata,
		created_at: clock.seconds(),
	};
	state.activityLogs.set(id, log);
	return log;
}
