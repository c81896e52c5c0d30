import { blankContact } from '../../contacts';
import type { Admin, Company, Contact, Tag, Team } from '../../records';
import type { Workspace } from '../../route';
import { SEED_TIME } from '../../seed/workspace';

/** When what notifications tell about happened, in Unix seconds. */
export const HAPPENED = SEED_TIME + 86_400;

/** A time as notifications write those of contacts, companies, articles and content. */
export function iso(seconds: number): string {
	return new Date(seconds * 1000).toISOString();
}

/** The same, or null where there is none. */
export function isoOrNull(seconds: number | null): string | null {
	return seconds === null ? null : iso(seconds);
}

/** The records that notifications tell about: the workspace's first ones, samples where it has none. */
export interface Sample {
	workspace: Workspace;
	/** The one whom the token belongs to. */
	admin: Admin;
	/** One who is in a team. */
	teammate: Admin;
	contact: Contact;
	company: Company;
	tag: Tag;
	team: Team;
}

function sampleContact(): Contact {
	return {
		...blankContact('6762f0dd1bb69f9f2193bb83', SEED_TIME),
		external_id: 'sample-customer',
		email: 'customer@example.com',
		name: 'Sample Customer',
	};
}

function sampleCompany(): Company {
	return {
		id: '6762f0a61bb69f9f2193bb7f',
		company_id: 'sample-company',
		name: 'Sample Company',
		plan: null,
		size: null,
		website: null,
		industry: null,
		monthly_spend: 0,
		session_count: 0,
		remote_created_at: SEED_TIME,
		created_at: SEED_TIME,
		updated_at: SEED_TIME,
		last_request_at: null,
		custom_attributes: {},
		tag_ids: [],
		segment_ids: [],
		note_ids: [],
	};
}

/** The records that the notifications of a workspace tell about. */
export function sampleOf(workspace: Workspace): Sample {
	const { state } = workspace;
	const [admin] = state.admins.values();
	const [contact] = state.contacts.values();
	const [company] = state.companies.values();
	const [tag] = state.tags.values();
	const [team] = state.teams.values();
	return {
		workspace,
		admin,
		teammate: [...state.admins.values()].find(({ team_ids: teams }) => teams.length > 0) ?? admin,
		contact: contact ?? sampleContact(),
		company: company ?? sampleCompany(),
		tag,
		team,
	};
}

/** Makes the item of a notification. */
export type ItemMaker = (sample: Sample) => object;
