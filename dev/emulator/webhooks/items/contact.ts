import type { Contact } from '../../records';
import type { Workspace } from '../../route';
import { HAPPENED, iso, isoOrNull } from './sample';

/** Entries that an embedded list shows at most. */
const EMBEDDED_LIMIT = 10;

const SUBSCRIPTION = { id: '1', consent_type: 'opt_in' } as const;

/** A list inside a contact: cut short, with the address of the whole. */
function embed(type: string, ids: readonly string[], path: string, url: string): object {
	return {
		type: 'list',
		data: ids.slice(0, EMBEDDED_LIMIT).map((id) => ({ id, type, url: `/${path}/${id}` })),
		url,
		total_count: ids.length,
		has_more: ids.length > EMBEDDED_LIMIT,
	};
}

/** Fields that every notification has and that nothing in the emulator fills. */
const NOT_PLAYED = {
	android_app_name: null,
	android_app_version: null,
	android_device: null,
	android_last_seen_at: null,
	android_os_version: null,
	android_sdk_version: null,
	enabled_push_messaging: null,
	ios_app_name: null,
	ios_app_version: null,
	ios_device: null,
	ios_last_seen_at: null,
	ios_os_version: null,
	ios_sdk_version: null,
	referrer: null,
	utm_campaign: null,
	utm_content: null,
	utm_medium: null,
	utm_source: null,
	utm_term: null,
} as const;

/** A contact as notifications carry it: the fields of the REST API's, with dates as texts. */
export function contactItem({ state }: Workspace, contact: Contact): object {
	const { id, location } = contact;
	const choices = (consent: string) =>
		contact.subscriptions.filter((choice) => choice.consent_type === consent).map((one) => one.id);
	return {
		type: 'contact',
		id,
		workspace_id: state.appId,
		external_id: contact.external_id,
		role: contact.role,
		email: contact.email,
		phone: contact.phone,
		name: contact.name,
		avatar: contact.avatar,
		owner_id: contact.owner_id === null ? null : Number(contact.owner_id),
		social_profiles: { type: 'list', data: [] },
		has_hard_bounced: contact.has_hard_bounced,
		marked_email_as_spam: contact.marked_email_as_spam,
		unsubscribed_from_emails: contact.unsubscribed_from_emails,
		unsubscribed_from_sms: false,
		sms_consent: false,
		created_at: iso(contact.created_at),
		updated_at: iso(contact.updated_at),
		signed_up_at: isoOrNull(contact.signed_up_at),
		last_seen_at: isoOrNull(contact.last_seen_at),
		last_replied_at: isoOrNull(contact.last_replied_at),
		last_contacted_at: isoOrNull(contact.last_contacted_at),
		last_email_opened_at: isoOrNull(contact.last_email_opened_at),
		last_email_clicked_at: isoOrNull(contact.last_email_clicked_at),
		language_override: contact.language_override,
		browser: contact.browser,
		browser_version: contact.browser_version,
		browser_language: contact.browser_language,
		os: contact.os,
		location: { type: 'location', ...location, country_code: null, continent_code: null },
		...NOT_PLAYED,
		custom_attributes: contact.custom_attributes,
		tags: embed(
			'tag',
			contact.tags.map((tag) => tag.id),
			'tags',
			`/contacts/${id}/tags`,
		),
		notes: embed('note', contact.note_ids, 'notes', `/contacts/${id}/notes`),
		companies: embed('company', contact.company_ids, 'companies', `/contacts/${id}/companies`),
		opted_out_subscription_types: embed(
			'subscription',
			choices('opt_out'),
			'subscription_types',
			`/contacts/${id}/subscriptions`,
		),
		opted_in_subscription_types: embed(
			'subscription',
			choices('opt_in'),
			'subscription_types',
			`/contacts/${id}/subscriptions`,
		),
	};
}

/** A contact beside another record: with one field more, and one that was written to before. */
export function joiningContactItem(workspace: Workspace, contact: Contact): object {
	const phone = contact.phone ?? '+35315550100';
	return {
		...contactItem(workspace, { ...contact, phone, last_contacted_at: HAPPENED }),
		formatted_phone: phone,
	};
}

/** A contact who has just joined or left a subscription type. */
export function subscribedContactItem(workspace: Workspace, contact: Contact): object {
	const chosen = contact.subscriptions.length === 0 ? [SUBSCRIPTION] : contact.subscriptions;
	return contactItem(workspace, { ...contact, subscriptions: chosen });
}

/** A contact who is looking at content, so that its browser is known. */
export function visitingContactItem(workspace: Workspace, contact: Contact): object {
	const visiting = contactItem(workspace, {
		...contact,
		browser: 'chrome',
		browser_version: '130',
		browser_language: 'en',
		os: 'OS X 10.15.7',
		avatar: 'https://static.example.com/avatar.png',
		last_seen_at: HAPPENED,
		last_contacted_at: HAPPENED,
		last_replied_at: HAPPENED,
	});
	return {
		...visiting,
		location: {
			type: 'location',
			country: 'Ireland',
			region: 'Leinster',
			city: 'Dublin',
			country_code: 'IRL',
			continent_code: 'EU',
		},
	};
}

/** A person as payloads of API 1.x carry it, and today's notification of a visitor's sign-up. */
export function oldUserItem({ state }: Workspace, contact: Contact): object {
	return {
		type: 'user',
		id: contact.id,
		user_id: contact.external_id,
		anonymous: contact.role === 'lead',
		email: contact.email,
		phone: contact.phone,
		name: contact.name,
		pseudonym: 'Azure Otter',
		avatar: { type: 'avatar', image_url: contact.avatar },
		app_id: state.appId,
		companies: {
			type: 'company.list',
			companies: contact.company_ids
				.flatMap((id) => state.companies.get(id) ?? [])
				.map(({ id, company_id, name }) => ({ type: 'company', company_id, id, name })),
		},
		location_data: {
			type: 'location_data',
			city_name: 'Dublin',
			continent_code: 'EU',
			country_code: 'IRL',
			country_name: 'Ireland',
			latitude: 53.34,
			longitude: -6.26,
			postal_code: 'D02',
			region_name: 'Dublin City',
			timezone: 'Europe/Dublin',
		},
		last_request_at: isoOrNull(contact.last_seen_at),
		last_seen_ip: '192.0.2.1',
		created_at: iso(contact.created_at),
		remote_created_at: iso(contact.created_at),
		signed_up_at: isoOrNull(contact.signed_up_at),
		updated_at: iso(contact.updated_at),
		session_count: 0,
		social_profiles: {
			type: 'social_profile.list',
			social_profiles: [
				{
					id: '1',
					name: 'Twitter',
					username: 'sample',
					url: 'https://social.example.com/sample',
				},
			],
		},
		owner_id: contact.owner_id,
		unsubscribed_from_emails: contact.unsubscribed_from_emails,
		marked_email_as_spam: contact.marked_email_as_spam,
		has_hard_bounced: contact.has_hard_bounced,
		tags: { type: 'tag.list', tags: contact.tags.map(({ id }) => ({ id, type: 'tag' })) },
		segments: {
			type: 'segment.list',
			segments: [...state.segments.keys()].slice(0, 1).map((id) => ({ id, type: 'segment' })),
		},
		custom_attributes: contact.custom_attributes,
		referrer: 'https://shop.example.com',
		utm_campaign: null,
		utm_content: null,
		utm_medium: null,
		utm_source: null,
		utm_term: null,
		do_not_track: null,
		user_agent_data: null,
	};
}
