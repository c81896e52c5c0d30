import type { SearchField, SearchTable } from '../table';

/** The searchable fields of contacts (2.16 lines 8767-8811). */
const fields: Record<string, SearchField> = {
	id: { name: 'ID', type: 'id' },
	role: { name: 'Role', type: 'string', values: ['user', 'lead'] },
	name: { name: 'Name', type: 'string' },
	// Searched as text, but records hold an object.
	avatar: { name: 'Avatar', type: 'string', path: false },
	owner_id: { name: 'Owner ID', type: 'id' },
	email: { name: 'Email', type: 'string' },
	email_domain: { name: 'Email Domain', type: 'string' },
	phone: { name: 'Phone', type: 'string' },
	formatted_phone: { name: 'Formatted Phone', type: 'string', path: false },
	external_id: { name: 'External ID', type: 'id' },
	created_at: { name: 'Created At', type: 'date' },
	signed_up_at: { name: 'Signed Up At', type: 'date' },
	updated_at: { name: 'Updated At', type: 'date' },
	last_seen_at: { name: 'Last Seen At', type: 'date' },
	last_contacted_at: { name: 'Last Contacted At', type: 'date' },
	last_replied_at: { name: 'Last Replied At', type: 'date' },
	last_email_opened_at: { name: 'Last Email Opened At', type: 'date' },
	last_email_clicked_at: { name: 'Last Email Clicked At', type: 'date' },
	language_override: { name: 'Language Override', type: 'string' },
	browser: { name: 'Browser', type: 'string' },
	browser_language: { name: 'Browser Language', type: 'string' },
	os: { name: 'Operating System', type: 'string' },
	'location.country': { name: 'Country', type: 'string' },
	'location.region': { name: 'Region', type: 'string' },
	'location.city': { name: 'City', type: 'string' },
	unsubscribed_from_emails: { name: 'Unsubscribed From Emails', type: 'boolean' },
	marked_email_as_spam: { name: 'Marked Email as Spam', type: 'boolean' },
	has_hard_bounced: { name: 'Has Hard Bounced', type: 'boolean' },
	ios_last_seen_at: { name: 'iOS Last Seen At', type: 'date' },
	ios_app_version: { name: 'iOS App Version', type: 'string' },
	ios_device: { name: 'iOS Device', type: 'string' },
	ios_app_device: { name: 'iOS App Device', type: 'string', path: false },
	ios_os_version: { name: 'iOS Version', type: 'string' },
	ios_app_name: { name: 'iOS App Name', type: 'string' },
	ios_sdk_version: { name: 'iOS SDK Version', type: 'string' },
	android_last_seen_at: { name: 'Android Last Seen At', type: 'date' },
	android_app_version: { name: 'Android App Version', type: 'string' },
	android_device: { name: 'Android Device', type: 'string' },
	android_app_name: { name: 'Android App Name', type: 'string' },
	// Intercom's own spelling (2.16 line 8808).
	andoid_sdk_version: {
		name: 'Android SDK Version',
		type: 'string',
		path: 'android_sdk_version',
	},
	segment_id: { name: 'Segment ID', type: 'id', path: false },
	tag_id: { name: 'Tag ID', type: 'id', operators: ['=', '!='], path: false },
};

/**
 * How contacts are searched. Dates compare by calendar day in the workspace's time zone; archived
 * and merged contacts are never found (2.16 lines 8728-8763, intercom-api.md §6).
 */
export const contactTable: SearchTable = {
	records: 'contacts',
	fields,
	defaultField: 'email',
	dates: 'calendarDay',
	attributes: {
		prefix: 'custom_attributes.',
		name: 'Custom Attribute',
		path: 'custom_attributes',
		loadOptionsMethod: 'getContactAttributeNames',
		source: { path: '/data_attributes', query: { model: 'contact' } },
	},
	advice: {
		company: "Intercom can't search contacts by company. List the contacts of a company instead.",
		company_id:
			"Intercom can't search contacts by company. List the contacts of a company instead.",
		android_sdk_version: "Intercom spells this field 'andoid_sdk_version'.",
		user_id: "Use 'external_id' for your own ID of a person, 'id' for Intercom's.",
		tags: "Use 'tag_id' with the ID of a tag.",
		segments: "Use 'segment_id' with the ID of a segment.",
	},
	sortable: [
		'created_at',
		'email',
		'last_contacted_at',
		'last_email_clicked_at',
		'last_email_opened_at',
		'last_replied_at',
		'last_seen_at',
		'name',
		'signed_up_at',
		'updated_at',
	],
};
