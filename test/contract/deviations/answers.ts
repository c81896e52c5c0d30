import { missing, schemas } from './deviation';
import type { Deviation } from './deviation';
import type { Schema } from '../schema';

const text: Schema = { type: 'string' };
const optionalText: Schema = { type: 'string', nullable: true };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer' };

/** An example in the description has the field, the schema forgot it. */
const fromExample = "the description's own example of the answer";

/** Mistakes about what comes back. */
export const answerDeviations: Deviation[] = [
	{
		operations: 'every list with cursor pages',
		reason: 'The cursor comes with the number of the next page',
		source:
			'https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination-cursor',
		changes: [
			{
				pointer: `${schemas}/cursor_pages/properties/next`,
				was: { $ref: '#/components/schemas/starting_after_paging' },
				now: {
					allOf: [
						{ $ref: '#/components/schemas/starting_after_paging' },
						{ properties: { page: count } },
					],
				},
			},
		],
	},
	{
		operations: 'POST /messages',
		reason:
			'The answer repeats the type of the message, and 2.16 added WhatsApp to those that can be sent',
		source: 'the types of the request',
		changes: [
			{
				pointer: `${schemas}/message/properties/message_type/enum`,
				was: ['email', 'inapp', 'facebook', 'twitter'],
				now: ['email', 'inapp', 'facebook', 'twitter', 'whatsapp'],
			},
		],
	},
	{
		operations: 'every operation that answers with a contact',
		reason: 'Contacts have more fields than their schema',
		source: fromExample,
		changes: [
			...missing(`${schemas}/contact_tags/properties`, { type: text }),
			...missing(`${schemas}/contact_notes/properties`, { type: text }),
			...missing(`${schemas}/contact_companies/properties`, { type: text }),
			...missing(`${schemas}/contact_social_profiles/properties`, { type: text }),
			...missing(`${schemas}/contact_location/properties`, {
				country_code: optionalText,
				continent_code: optionalText,
			}),
			...missing(`${schemas}/contact/properties`, {
				opted_in_subscription_types: { type: 'object' },
				opted_out_subscription_types: { type: 'object' },
				utm_campaign: optionalText,
				utm_content: optionalText,
				utm_medium: optionalText,
				utm_source: optionalText,
				utm_term: optionalText,
				referrer: optionalText,
				enabled_push_messaging: { type: 'boolean', nullable: true },
			}),
		],
	},
	{
		operations: 'GET /contacts/{contact_id}/companies',
		reason: 'The companies come as `data`, the schema calls them `companies`',
		source: fromExample,
		changes: missing(`${schemas}/contact_attached_companies/properties`, {
			data: { type: 'array', items: { $ref: '#/components/schemas/company' } },
		}),
	},
	{
		operations: 'POST /messages',
		reason: 'Messages name the admin who owns them',
		source: fromExample,
		changes: missing(`${schemas}/message/properties`, {
			owner: { $ref: '#/components/schemas/admin' },
		}),
	},
	{
		operations: 'GET /messages/status',
		reason: 'Events name the contact',
		source: fromExample,
		changes: missing(`${schemas}/whatsapp_message_status_list/properties/events/items/properties`, {
			user_id: text,
		}),
	},
	{
		operations: 'GET /messages/status, GET /messages/whatsapp/status',
		reason: 'These two report errors in a shape of their own: type, request_id, message',
		source: "the description's own examples of the error",
		changes: ['~1messages~1status', '~1messages~1whatsapp~1status'].flatMap((path) =>
			['400', ...(path === '~1messages~1status' ? ['500'] : [])].map((status) => ({
				pointer: `/paths/${path}/get/responses/${status}/content/application~1json/schema`,
				was: { $ref: '#/components/schemas/error' },
				now: {
					type: 'object',
					properties: { type: text, request_id: text, message: text },
					required: ['message'],
				},
			})),
		),
	},
	{
		operations: 'GET /me',
		reason: 'The workspace has a field more than its schema',
		source: fromExample,
		changes: missing(`${schemas}/app/properties`, { secure: flag }),
	},
	{
		operations: 'every operation that answers with contacts',
		reason: 'A contact may have no email; the schema forgot that the field can be null',
		source:
			'inferred: email is optional on create, and name, phone and avatar beside it are nullable',
		changes: missing(`${schemas}/contact/properties/email`, { nullable: true }),
	},
	{
		operations: 'every operation that answers with conversations',
		reason: 'Conversations have more fields than their schemas, and an assignee may be missing',
		source: fromExample,
		changes: [
			...['conversation', 'conversation_list_item'].flatMap((name) => [
				...missing(`${schemas}/${name}/properties`, {
					topics: { type: 'object' },
					ai_topics: { type: 'object', nullable: true },
					ticket: { type: 'object', nullable: true },
				}),
				...['admin_assignee_id', 'team_assignee_id'].flatMap((field) =>
					missing(`${schemas}/${name}/properties/${field}`, { nullable: true }),
				),
			]),
			...missing(`${schemas}/conversation/properties`, {
				customers: { type: 'array', items: { type: 'object' } },
			}),
		],
	},
	{
		operations: 'every operation that answers with tickets or ticket types',
		reason:
			'The attributes of a ticket type come as `data`; a ticket type says whether it is internal',
		source: fromExample,
		changes: [
			...missing(`${schemas}/ticket_type_attribute_list/properties`, {
				data: { type: 'array', items: { $ref: '#/components/schemas/ticket_type_attribute' } },
			}),
			...missing(`${schemas}/ticket_type/properties`, { is_internal: flag }),
			...missing(`${schemas}/ticket_type_attribute/properties/input_options`, { nullable: true }),
			...missing(`${schemas}/ticket_reply/properties`, { app_package_code: optionalText }),
		],
	},
	{
		operations: 'GET /macros',
		reason: 'Lists leave the bodies out',
		source: 'the example large_list_preview',
		changes: ['body', 'body_text'].flatMap((field) =>
			missing(`${schemas}/macro/properties/${field}`, { nullable: true }),
		),
	},
	{
		operations: 'GET /admins/activity_logs, POST /admins/activity_logs/search',
		reason: 'What changed is given as text as well as objects, with a message',
		source: fromExample,
		changes: [
			...['before', 'after'].map((field) => ({
				pointer: `${schemas}/activity_log_metadata/properties/${field}/type`,
				was: 'object',
				now: ['object', 'string'],
			})),
			...missing(`${schemas}/activity_log_metadata/properties`, { message: { type: 'object' } }),
		],
	},
	{
		operations: 'every operation that answers with one article',
		reason: 'Statistics count conversations',
		source: fromExample,
		changes: missing(`${schemas}/article_statistics/properties`, { conversations: count }),
	},
	{
		operations: 'GET /events',
		reason: 'The list has pages',
		source: fromExample,
		changes: missing(`${schemas}/data_event_summary/properties`, { pages: { type: 'object' } }),
	},
	{
		operations: 'GET /events',
		reason: 'The answer is a list of events, and a summary only where one is asked for',
		source:
			'the schema data_event_list, which nothing refers to; https://developers.intercom.com/docs/references/2.4/rest-api/data-events/list-user-events',
		changes: [
			{
				pointer: '/paths/~1events/get/responses/200/content/application~1json/schema',
				was: { $ref: '#/components/schemas/data_event_summary' },
				now: {
					oneOf: [
						{ $ref: '#/components/schemas/data_event_summary' },
						{ $ref: '#/components/schemas/data_event_list' },
					],
				},
			},
		],
	},
	{
		operations: 'POST /phone_call_redirects',
		reason: 'The answer holds the link that was sent',
		source: fromExample,
		changes: missing(`${schemas}/phone_switch/properties`, { url: text }),
	},
	{
		operations: 'GET /visitors, PUT /visitors',
		reason: 'A slip of the pen: the schema says las_request_at',
		source: fromExample,
		changes: missing(`${schemas}/visitor/properties`, {
			last_request_at: { type: 'integer', nullable: true },
		}),
	},
];
