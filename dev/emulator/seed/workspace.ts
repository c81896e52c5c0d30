import type { SubscriptionType } from '../records';
import type { EmulatorState } from '../state';
import { seedDataAttributes } from './data-attributes';
import { seedKnowledge } from './knowledge';
import { seedSettings } from './settings';
import { seedTeammates } from './teammates';
import { seedTickets } from './tickets';

/** When seeded workspaces were set up: 2025-01-01T00:00:00Z, in Unix seconds. */
export const SEED_TIME = 1_735_689_600;

/** Ruleset of the WhatsApp broadcast that every workspace has sent. */
export const SEED_RULESET = '4242';

const ADMINS = ['Owner', 'Support Agent', 'Sales Agent'];
const TEAMS = ['Support', 'Sales'];
const TAGS = ['Beta Tester', 'Customer Advisory Board', 'VIP'];

const SUBSCRIPTION_TYPES: ReadonlyArray<Omit<SubscriptionType, 'id' | 'state' | 'description'>> = [
	{ name: 'Newsletter', consent_type: 'opt_out', content_types: ['email'] },
	{ name: 'Product Updates', consent_type: 'opt_in', content_types: ['email'] },
	{ name: 'Delivery Alerts', consent_type: 'opt_in', content_types: ['sms_message'] },
];

const DELIVERY_STATES = ['sent', 'delivered', 'read', 'failed'] as const;

/**
 * Fills a new workspace with what it has before the first contact: admins, teams, tags, segments,
 * subscription types, attributes, a banner, a WhatsApp broadcast, a help center, brands, macros, a
 * content source and ticket types.
 */
export function seedWorkspace(state: EmulatorState): void {
	seedPeople(state);
	seedDataAttributes(state, SEED_TIME);
	for (const name of TAGS) {
		const id = state.identifiers.nextNumber('tag');
		state.tags.set(id, { id, name });
	}
	seedSegments(state);
	for (const type of SUBSCRIPTION_TYPES) {
		const id = state.identifiers.nextNumber('subscriptionType');
		state.subscriptionTypes.set(id, {
			id,
			state: 'live',
			description: `${type.name} mails`,
			...type,
		});
	}
	seedOutbound(state);
	seedTeammates(state, SEED_TIME);
	seedKnowledge(state, SEED_TIME);
	seedSettings(state, SEED_TIME);
	seedTickets(state, SEED_TIME);
}

function seedPeople(state: EmulatorState): void {
	for (const name of ADMINS) {
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
	const adminIds = [...state.admins.keys()];
	for (const [index, name] of TEAMS.entries()) {
		const id = state.identifiers.nextNumber('team');
		const member = adminIds[index + 1];
		state.teams.set(id, { id, name, admin_ids: [Number(member)] });
		const admin = state.admins.get(member);
		if (admin) state.admins.set(member, { ...admin, team_ids: [Number(id)] });
	}
}

/** One segment hangs on a tag, so that this tag can't be deleted. */
function seedSegments(state: EmulatorState): void {
	const lastTag = [...state.tags.keys()].at(-1) ?? null;
	const segments = [
		{ name: 'Active', depends_on_tag_id: null },
		{ name: 'New', depends_on_tag_id: null },
		{ name: 'VIP Customers', depends_on_tag_id: lastTag },
	];
	for (const segment of segments) {
		const id = state.identifiers.nextObjectId();
		state.segments.set(id, {
			id,
			...segment,
			person_type: 'contact',
			created_at: SEED_TIME,
			updated_at: SEED_TIME,
		});
	}
}

function seedOutbound(state: EmulatorState): void {
	const banner = state.identifiers.nextNumber('banner');
	state.banners.set(banner, {
		id: banner,
		title: 'Maintenance',
		body: '<p>Planned maintenance on Sunday</p>',
		style: 'inline',
		position: 'top',
		show_dismiss_button: true,
		created_at: SEED_TIME,
	});
	for (const [index, status] of DELIVERY_STATES.entries()) {
		const id = `wamid_broadcast_${index + 1}`;
		state.whatsAppDeliveries.set(id, {
			id,
			ruleset_id: SEED_RULESET,
			conversation_id: state.identifiers.nextNumber('conversation'),
			status,
			template_name: 'appointment_reminder',
			created_at: SEED_TIME + index,
			updated_at: SEED_TIME + index,
			error:
				status === 'failed'
					? { message: 'Message delivery failed', details: 'The number is not on WhatsApp' }
					: null,
		});
	}
}
