import { ACTIVITY_TYPES } from '../activity';
import type { EmulatorState } from '../state';

const REASONS = [
	{ label: 'In a meeting', emoji: '🗓️', deleted: false },
	{ label: 'On vacation', emoji: '🏖️', deleted: false },
	{ label: 'At lunch', emoji: '🥪', deleted: true },
];

/** Activities of the past: more than a page of them. */
const PAST_ACTIVITIES = 25;

/**
 * Gives a new workspace's teammates reasons for being away, work to do, and a past.
 * @param at when the last of it happened, in Unix seconds
 */
export function seedTeammates(state: EmulatorState, at: number): void {
	for (const [order, reason] of REASONS.entries()) {
		const id = state.identifiers.nextNumber('awayStatusReason');
		state.awayStatusReasons.set(id, { id, order, ...reason, created_at: at, updated_at: at });
	}
	const adminIds = [...state.admins.keys()];
	for (const id of adminIds) {
		state.workloads.set(id, { open_waiting: [60, 1200, 7200], snoozed: 1 });
	}
	for (let index = 1; index <= PAST_ACTIVITIES; index += 1) {
		const id = `activity-${index}`;
		const admin = adminIds[index % adminIds.length];
		state.activityLogs.set(id, {
			id,
			admin_id: admin,
			activity_type: ACTIVITY_TYPES[index % ACTIVITY_TYPES.length],
			activity_description: `${state.admins.get(admin)?.name} did something.`,
			metadata: {},
			created_at: at - (PAST_ACTIVITIES - index) * 60,
		});
	}
}
