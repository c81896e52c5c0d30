import type { Contact, DataAttribute, DataType } from '../records';
import type { FieldType, Scalar, SearchField, SearchSchema } from './fields';

/** Fields that are stored under their own name, by type (2.16 lines 8765-8812). */
const PLAIN_FIELDS = {
	string: [
		'id',
		'role',
		'name',
		'avatar',
		'owner_id',
		'phone',
		'external_id',
		'language_override',
		'browser',
		'browser_language',
		'os',
	],
	date: [
		'created_at',
		'signed_up_at',
		'updated_at',
		'last_seen_at',
		'last_contacted_at',
		'last_replied_at',
		'last_email_opened_at',
		'last_email_clicked_at',
	],
	boolean: ['unsubscribed_from_emails', 'marked_email_as_spam', 'has_hard_bounced'],
	number: [],
} as const satisfies Record<FieldType, ReadonlyArray<keyof Contact>>;

/** Searchable, but never set in the emulator; `andoid_sdk_version` is Intercom's spelling. */
const EMPTY_FIELDS = {
	string: [
		'ios_app_version',
		'ios_device',
		'ios_app_device',
		'ios_os_version',
		'ios_app_name',
		'ios_sdk_version',
		'android_app_version',
		'android_device',
		'android_app_name',
		'andoid_sdk_version',
	],
	date: ['ios_last_seen_at', 'android_last_seen_at'],
} as const;

/** Fields that are read in a way of their own. */
const DERIVED_FIELDS: Record<string, SearchField<Contact>> = {
	email: {
		type: 'string',
		lookup: true,
		normalize: (value) => value.toLowerCase(),
		read: (contact) => contact.email,
	},
	email_domain: { type: 'string', read: (contact) => contact.email?.split('@')[1] ?? null },
	formatted_phone: { type: 'string', read: (contact) => contact.phone },
	'location.country': { type: 'string', read: (contact) => contact.location.country },
	'location.region': { type: 'string', read: (contact) => contact.location.region },
	'location.city': { type: 'string', read: (contact) => contact.location.city },
	segment_id: { type: 'string', read: (contact) => contact.segment_ids },
	tag_id: {
		type: 'string',
		operators: ['=', '!='],
		read: (contact) => contact.tags.map((tag) => tag.id),
	},
};

/** Fields with a look-up table: what upserts search by. */
const LOOKUPS = ['id', 'email', 'external_id', 'phone'];

const FIELDS = new Map<string, SearchField<Contact>>([
	...plainFields(),
	...Object.entries(EMPTY_FIELDS).flatMap(([type, names]) =>
		names.map((name): [string, SearchField<Contact>] => [
			name,
			{ type: type as FieldType, read: () => null },
		]),
	),
	...Object.entries(DERIVED_FIELDS),
]);

const SEARCH_TYPES: Record<DataType, FieldType> = {
	string: 'string',
	integer: 'number',
	float: 'number',
	boolean: 'boolean',
	date: 'date',
};

const CUSTOM_PREFIX = 'custom_attributes.';

/**
 * How contacts are searched (2.16 lines 8743-8834).
 * @param attribute finds a contact's custom attribute by its name
 */
export function contactSearchSchema(
	attribute: (name: string) => DataAttribute | undefined,
): SearchSchema<Contact> {
	return {
		lookups: LOOKUPS,
		operators: {
			string: ['=', '!=', 'IN', 'NIN', '~', '!~', '^', '$'],
			number: ['=', '!=', 'IN', 'NIN', '>', '<', '>=', '<='],
			boolean: ['=', '!=', 'IN', 'NIN'],
			date: ['=', '>', '<'],
		},
		defaultSort: { field: 'created_at', order: 'descending' },
		field(name) {
			if (!name.startsWith(CUSTOM_PREFIX)) return FIELDS.get(name);
			const key = name.slice(CUSTOM_PREFIX.length);
			const known = attribute(key);
			if (!known) return undefined;
			return {
				type: SEARCH_TYPES[known.data_type],
				read: (contact) => (contact.custom_attributes[key] ?? null) as Scalar,
			};
		},
	};
}

function plainFields(): Array<[string, SearchField<Contact>]> {
	return Object.entries(PLAIN_FIELDS).flatMap(([type, names]) =>
		names.map((name): [string, SearchField<Contact>] => [
			name,
			{
				type: type as FieldType,
				lookup: LOOKUPS.includes(name),
				read: (contact) => contact[name],
			},
		]),
	);
}
