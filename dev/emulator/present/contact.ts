import { escapeHtml } from '../conversations/text';
import type { Contact, SubscriptionChoice } from '../records';
import type { ApiVersion } from '../settings';
import type { EmulatorState } from '../state';
import { isOlderThan216 } from '../version';

/** Entries an embedded list shows at most (2.16 lines 25484, 25882). */
const EMBEDDED_LIMIT = 10;

/** What a contact's answer depends on besides the contact. */
export interface ContactView {
	/** `owner_id` is a number up to 2.15 and a text from 2.16 on (intercom-api.md §1.4). */
	version: ApiVersion;
	/** Whether to add `merge_history`; only users have it (2.16 line 8042). */
	mergeHistory?: boolean;
}

/**
 * A contact in the shape of 2.16 `contact`, with the fields that only live answers have. A name comes
 * back as HTML (docs/intercom/recorded-answers.md).
 */
export function presentContact(state: EmulatorState, contact: Contact, view: ContactView): object {
	const { id } = contact;
	return {
		type: 'contact',
		id,
		workspace_id: state.appId,
		external_id: contact.external_id,
		role: contact.role,
		email: contact.email,
		...(contact.email ? { email_domain: contact.email.split('@')[1] } : {}),
		phone: contact.phone,
		name: contact.name === null ? null : escapeHtml(contact.name),
		avatar: contact.avatar === null ? null : { type: 'avatar', image_url: contact.avatar },
		owner_id: presentOwner(contact.owner_id, view.version),
		social_profiles: { type: 'list', data: [] },
		has_hard_bounced: contact.has_hard_bounced,
		marked_email_as_spam: contact.marked_email_as_spam,
		unsubscribed_from_emails: contact.unsubscribed_from_emails,
		unsubscribed_from_sms: false,
		sms_consent: false,
		created_at: contact.created_at,
		updated_at: contact.updated_at,
		signed_up_at: contact.signed_up_at,
		last_seen_at: contact.last_seen_at,
		last_replied_at: contact.last_replied_at,
		last_contacted_at: contact.last_contacted_at,
		last_email_opened_at: contact.last_email_opened_at,
		last_email_clicked_at: contact.last_email_clicked_at,
		language_override: contact.language_override,
		browser: contact.browser,
		browser_version: contact.browser_version,
		browser_language: contact.browser_language,
		os: contact.os,
		location: { type: 'location', ...contact.location, country_code: null, continent_code: null },
		...NOT_PLAYED,
		custom_attributes: contact.custom_attributes,
		tags: embed(
			contact.tags.map((tag) => ({ id: tag.id, type: 'tag', url: `/tags/${tag.id}` })),
			`/contacts/${id}/tags`,
		),
		notes: embed(
			contact.note_ids.map((note) => ({ id: note, type: 'note', url: `/notes/${note}` })),
			`/contacts/${id}/notes`,
		),
		companies: embed(
			contact.company_ids.map((company) => ({
				id: company,
				type: 'company',
				url: `/companies/${company}`,
			})),
			`/contacts/${id}/companies`,
		),
		opted_out_subscription_types: embedChoices(contact, 'opt_out'),
		opted_in_subscription_types: embedChoices(contact, 'opt_in'),
		...(view.mergeHistory && contact.role === 'user'
			? { merge_history: contact.merge_history }
			: {}),
	};
}

/** Fields that Intercom always sends and the emulator never fills. */
const NOT_PLAYED = {
	android_app_name: null,
	android_app_version: null,
	android_device: null,
	android_os_version: null,
	android_sdk_version: null,
	android_last_seen_at: null,
	ios_app_name: null,
	ios_app_version: null,
	ios_device: null,
	ios_os_version: null,
	ios_sdk_version: null,
	ios_last_seen_at: null,
	utm_campaign: null,
	utm_content: null,
	utm_medium: null,
	utm_source: null,
	utm_term: null,
	referrer: null,
} as const;

function presentOwner(owner: string | null, version: ApiVersion): string | number | null {
	if (owner === null) return null;
	return isOlderThan216(version) ? Number(owner) : owner;
}

function embedChoices(contact: Contact, consent: SubscriptionChoice['consent_type']): object {
	return embed(
		contact.subscriptions
			.filter((choice) => choice.consent_type === consent)
			.map(({ id }) => ({ id, type: 'subscription', url: `/subscription_types/${id}` })),
		`/contacts/${contact.id}/subscriptions`,
	);
}

/**
 * A list inside a record: cut short, with the address of the whole.
 * @param url path of the whole list
 */
export function embed(entries: object[], url: string): object {
	return {
		type: 'list',
		data: entries.slice(0, EMBEDDED_LIMIT),
		url,
		total_count: entries.length,
		has_more: entries.length > EMBEDDED_LIMIT,
	};
}
