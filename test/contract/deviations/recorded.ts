import { missing, schemas } from './deviation';
import type { Change, Deviation } from './deviation';

/** Answers of the live API were recorded, and hold something else. */
const recorded = 'docs/intercom/recorded-answers.md';

const flag = { type: 'boolean' };

/** Statistics that are null until something has happened. */
const happenings = [
	'time_to_assignment',
	'time_to_admin_reply',
	'time_to_first_close',
	'time_to_last_close',
	'median_time_to_reply',
	'first_contact_reply_at',
	'first_assignment_at',
	'first_admin_reply_at',
	'first_close_at',
	'last_assignment_at',
	'last_assignment_admin_reply_at',
	'last_contact_reply_at',
	'last_admin_reply_at',
	'last_close_at',
	'last_closed_by_id',
];

function nullable(...fields: string[]): Change[] {
	return fields.flatMap((field) => missing(field, { nullable: true }));
}

/** Mistakes about what comes back that only live answers show. */
export const recordedDeviations: Deviation[] = [
	{
		operations: 'every operation that answers with a contact',
		reason: 'Contacts say whether they want text messages',
		source: recorded,
		changes: missing(`${schemas}/contact/properties`, {
			sms_consent: flag,
			unsubscribed_from_sms: flag,
		}),
	},
	{
		operations: 'POST /contacts/{contact_id}/companies, DELETE of one',
		reason: 'The notes of a company that is attached or detached come as those of a contact do',
		source: recorded,
		changes: missing(`${schemas}/company/properties/notes/properties`, {
			data: { type: 'array', items: { $ref: '#/components/schemas/addressable_list' } },
			url: { type: 'string' },
			total_count: { type: 'integer' },
			has_more: flag,
		}),
	},
	{
		operations: 'every operation that answers with conversations',
		reason:
			'The source may be null, teammates come as `admins`, and statistics are null until something has happened',
		source: recorded,
		changes: [
			...nullable(`${schemas}/conversation_source`),
			...missing(`${schemas}/conversation_teammates/properties`, {
				admins: { type: 'array', items: { $ref: '#/components/schemas/reference' } },
			}),
			{
				pointer: `${schemas}/conversation_statistics/properties/last_closed_by_id/type`,
				was: 'string',
				now: 'integer',
			},
			...nullable(
				...happenings.map((field) => `${schemas}/conversation_statistics/properties/${field}`),
			),
		],
	},
	{
		operations: 'GET /articles',
		reason: 'The next page comes as a URL',
		source: recorded,
		changes: [
			{
				pointer: `${schemas}/article_list/properties/pages`,
				was: { $ref: '#/components/schemas/cursor_pages' },
				now: { $ref: '#/components/schemas/pages_link' },
			},
		],
	},
	{
		operations: 'every operation that answers with articles',
		reason: 'Articles name their content and the first of the collections that hold them',
		source: recorded,
		changes: missing(`${schemas}/article_list_item/properties`, {
			content_id: { type: 'string' },
			parent_id: { type: 'integer', nullable: true },
			parent_type: { type: 'string', nullable: true },
		}),
	},
];
