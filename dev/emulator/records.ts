/** A teammate, as 2.16 `admin` shows it. */
export interface Admin {
	id: string;
	name: string;
	email: string;
	away_mode_enabled: boolean;
	away_mode_reassign: boolean;
	away_status_reason_id: number | null;
	has_inbox_seat: boolean;
	team_ids: number[];
}

/** A team, as 2.16 `team` shows it. */
export interface Team {
	id: string;
	name: string;
	admin_ids: number[];
}

/** A tag on a contact: which, when and by whom (2.16 `tag`). Time in Unix seconds. */
export interface AppliedTag {
	id: string;
	applied_at: number;
	applied_by: { type: 'admin'; id: string };
}

/** A contact's explicit choice about a subscription type (intercom-api.md §8). */
export interface SubscriptionChoice {
	id: string;
	consent_type: 'opt_in' | 'opt_out';
}

/** A contact that was merged into another (2.16 `merge_history_item`). Time in Unix seconds. */
export interface MergeHistoryItem {
	type: 'merge_history';
	source_contact_id: string;
	source_contact_role: ContactRole;
	merged_at: number;
}

/** Roles a contact can have (2.16 line 28106). */
export type ContactRole = 'user' | 'lead';

/**
 * Whether a contact can be reached by the API. Only active ones are listed and found
 * (intercom-api.md §7-8).
 */
export type ContactStatus = 'active' | 'archived' | 'blocked' | 'merged';

/** A contact, with the fields of 2.16 `contact`; all times in Unix seconds. */
export interface Contact {
	id: string;
	status: ContactStatus;
	/** Id of the contact that took its place, when merged. */
	merged_into: string | null;
	merge_history: readonly MergeHistoryItem[];
	role: ContactRole;
	external_id: string | null;
	email: string | null;
	email_verified: boolean | null;
	phone: string | null;
	name: string | null;
	/** URL of the picture; read back as an object (intercom-api.md §8). */
	avatar: string | null;
	owner_id: string | null;
	has_hard_bounced: boolean;
	marked_email_as_spam: boolean;
	unsubscribed_from_emails: boolean;
	created_at: number;
	updated_at: number;
	signed_up_at: number | null;
	last_seen_at: number | null;
	last_replied_at: number | null;
	last_contacted_at: number | null;
	last_email_opened_at: number | null;
	last_email_clicked_at: number | null;
	language_override: string | null;
	browser: string | null;
	browser_version: string | null;
	browser_language: string | null;
	os: string | null;
	location: ContactLocation;
	custom_attributes: Readonly<Record<string, unknown>>;
	tags: readonly AppliedTag[];
	note_ids: readonly string[];
	company_ids: readonly string[];
	segment_ids: readonly string[];
	subscriptions: readonly SubscriptionChoice[];
	/** Views of banners the contact has dismissed. */
	dismissed_views: readonly string[];
}

/** Where a contact was last seen (2.16 `contact_location`). */
export interface ContactLocation {
	country: string | null;
	region: string | null;
	city: string | null;
}

/** A company, with the fields of 2.16 `company`; all times in Unix seconds. */
export interface Company {
	id: string;
	/** The workspace owner's own id for it; can't be changed (2.16 line 5997). */
	company_id: string;
	name: string | null;
	/** Given by name, read back as an object. */
	plan: { id: string; name: string } | null;
	size: number | null;
	website: string | null;
	industry: string | null;
	monthly_spend: number;
	session_count: number;
	/** Null unless it was given. */
	remote_created_at: number | null;
	created_at: number;
	updated_at: number;
	last_request_at: number | null;
	custom_attributes: Readonly<Record<string, unknown>>;
	tag_ids: readonly string[];
	segment_ids: readonly string[];
	note_ids: readonly string[];
}

/** The open scroll over companies. Time in milliseconds. */
export interface CompanyScroll {
	/** The `scroll_param`. */
	id: string;
	company_ids: readonly string[];
	/** Where the next page begins. */
	position: number;
	/** Pages already given out. */
	pages: number;
	used_at: number;
}

/** A tag, as 2.16 `tag_basic` shows it. */
export interface Tag {
	id: string;
	name: string;
}

/** A segment, as 2.16 `segment` shows it; membership is set on contacts and companies. */
export interface Segment {
	id: string;
	name: string;
	created_at: number;
	updated_at: number;
	person_type: 'contact' | 'user';
	/** Tag whose members make up the segment; such a tag can't be deleted (2.16 line 18370). */
	depends_on_tag_id: string | null;
}

/** A subscription type, as 2.16 `subscription_type` shows it. */
export interface SubscriptionType {
	id: string;
	state: 'live' | 'draft' | 'archived';
	name: string;
	description: string;
	/** `opt_out`: contacts are in unless they leave; `opt_in`: the other way round. */
	consent_type: 'opt_in' | 'opt_out';
	content_types: ReadonlyArray<'email' | 'sms_message'>;
}

/** Types a data attribute's values can have on reading (2.16 `data_attribute`). */
export type DataType = 'string' | 'integer' | 'float' | 'boolean' | 'date';

/** A data attribute, as 2.16 `data_attribute` shows it. Built-in ones have no id. */
export interface DataAttribute {
	id: string;
	model: 'contact' | 'company';
	name: string;
	full_name: string;
	label: string;
	description: string | null;
	data_type: DataType;
	options: readonly string[] | null;
	api_writable: boolean;
	messenger_writable: boolean;
	ui_writable: boolean;
	custom: boolean;
	archived: boolean;
	created_at: number;
	updated_at: number;
	admin_id: string | null;
}

/** A note on a contact or a company (2.16 `note`). */
export interface Note {
	id: string;
	created_at: number;
	contact_id: string | null;
	company_id: string | null;
	admin_id: string;
	/** HTML. */
	body: string;
}

/** A banner shown to contacts (2.16 `banner`). */
export interface Banner {
	id: string;
	title: string | null;
	/** HTML. */
	body: string | null;
	style: 'inline' | 'floating';
	position: 'top' | 'bottom';
	show_dismiss_button: boolean;
	created_at: number;
}

/** Delivery of a WhatsApp message (2.16 `whatsapp_message_status`). */
export interface WhatsAppDelivery {
	/** The `whatsapp_message_id`, such as `wamid_403918396`. */
	id: string;
	/** Ruleset of the broadcast it belongs to; null for a message sent by `POST /messages`. */
	ruleset_id: string | null;
	conversation_id: string;
	status: 'sent' | 'delivered' | 'read' | 'failed';
	template_name: string;
	created_at: number;
	updated_at: number;
	/** Why it failed. */
	error: { message: string; details: string } | null;
}

/** A message sent by an admin (2.16 `message`). */
export interface Message {
	id: string;
	created_at: number;
	message_type: 'inapp' | 'email' | 'whatsapp';
	subject: string | null;
	body: string;
	template: string | null;
	admin_id: string;
	/** Ids of the contacts it went to; none for WhatsApp, which goes to a phone number. */
	contact_ids: readonly string[];
	/** Set when a conversation was asked for right away. */
	conversation_id: string | null;
}

/** A reason for being away (2.16 `away_status_reason`). Times in Unix seconds. */
export interface AwayStatusReason {
	id: string;
	label: string;
	emoji: string;
	order: number;
	deleted: boolean;
	created_at: number;
	updated_at: number;
}

/** What a teammate did (2.16 `activity_log`). Time in Unix seconds. */
export interface ActivityLog {
	id: string;
	admin_id: string;
	activity_type: string;
	activity_description: string;
	metadata: Readonly<Record<string, unknown>>;
	created_at: number;
}

/** What a teammate has to do: behind team metrics (2.16 `team_metric`). */
export interface Workload {
	/** For each open conversation, how long it has waited for a reply, in seconds. */
	open_waiting: readonly number[];
	snoozed: number;
}

/** Something a contact did (2.16 `data_event`). Time in Unix seconds. */
export interface DataEvent {
	contact_id: string;
	event_name: string;
	created_at: number;
	metadata: Readonly<Record<string, unknown>>;
}

/** A count of events brought in from elsewhere. Times in Unix seconds. */
export interface EventCount {
	contact_id: string;
	event_name: string;
	count: number;
	first: number;
	last: number;
}

/** Somebody unknown on a site or in an app (2.16 `visitor`). Times in Unix seconds. */
export interface Visitor {
	id: string;
	/** Made up by the Messenger. */
	user_id: string;
	name: string | null;
	email: string | null;
	pseudonym: string | null;
	session_count: number;
	custom_attributes: Readonly<Record<string, unknown>>;
	created_at: number;
	updated_at: number;
}
