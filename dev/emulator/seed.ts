import type { EmulatorState } from './state';

/** Fills a new workspace with what every workspace has: its admins. */
export function seedWorkspace(state: EmulatorState): void {
	for (const name of ['Owner', 'Support Agent', 'Sales Agent']) {
		const id = state.identifiers.nextNumber('admin');
		state.admins.set(id, {
			id,
			name,
			email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
			away_mode_enabled: false,
			away_mode_reassign: false,
			away_status_reason_id: null,
			has_inbox_seat: true,
			team_ids: [],
		});
	}
}
