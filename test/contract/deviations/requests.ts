import { missing, schemas } from './deviation';
import type { Deviation } from './deviation';
import type { Schema } from '../schema';

const text: Schema = { type: 'string' };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer' };

/** Mistakes about what is sent. */
export const requestDeviations: Deviation[] = [
	{
		operations: 'POST /messages',
		reason: 'The live API takes inapp; only this list of values says in_app',
		source:
			'the examples, the branch titles and the answer of the same operation; integration tests of intercom-client',
		changes: [
			{
				pointer: `${schemas}/create_message_request/properties/message_type/enum`,
				was: ['in_app', 'email', 'whatsapp'],
				now: ['inapp', 'email', 'whatsapp'],
			},
		],
	},
	{
		operations: 'POST /messages',
		reason: 'WhatsApp messages require `components`, but neither it nor the locale is described',
		source: 'the branch for whatsapp and the example admin_whatsapp_message_created',
		changes: missing(`${schemas}/create_message_request/properties`, {
			components: { type: 'array', items: { type: 'object' } },
			locale: text,
		}),
	},
	{
		operations: 'POST /messages',
		reason: 'WhatsApp messages go to a phone number, not to a contact',
		source: 'the example admin_whatsapp_message_created',
		changes: [
			{
				pointer: `${schemas}/create_message_request/properties/to/oneOf/2`,
				was: undefined,
				now: {
					type: 'object',
					properties: { phone: { oneOf: [text, count] }, name: text },
					required: ['phone'],
				},
			},
		],
	},
	{
		operations: 'GET /contacts',
		reason: 'The list has cursor pages, but not the parameters to turn them',
		source:
			'intercom-client sends both; https://developers.intercom.com/docs/build-an-integration/learn-more/rest-apis/pagination-cursor',
		changes: [
			{
				pointer: '/paths/~1contacts/get/parameters/2',
				was: undefined,
				now: {
					name: 'per_page',
					in: 'query',
					schema: { type: 'integer', minimum: 1, maximum: 150 },
				},
			},
			{
				pointer: '/paths/~1contacts/get/parameters/3',
				was: undefined,
				now: { name: 'starting_after', in: 'query', schema: text },
			},
		],
	},
	{
		operations: 'POST /contacts/search',
		reason: 'The order of the results can be chosen, but `sort` is not described',
		source: 'the error invalid_sort_order that 2.16 documents for this operation',
		changes: missing(`${schemas}/search_request/properties`, {
			sort: {
				type: 'object',
				properties: {
					field: text,
					order: { type: 'string', enum: ['ascending', 'descending'] },
				},
				required: ['field'],
			},
		}),
	},
	{
		operations: 'POST /conversations/{conversation_id}/reply, POST /tickets/{ticket_id}/reply',
		reason: 'A contact answers a quick reply with the chosen option instead of a body',
		source: 'the example contact_quick_reply_reply',
		changes: [
			{
				pointer: `${schemas}/contact_reply_base_request/properties/message_type/enum`,
				was: ['comment'],
				now: ['comment', 'quick_reply'],
			},
			{
				pointer: `${schemas}/contact_reply_base_request/required`,
				was: ['message_type', 'type', 'body'],
				now: ['message_type', 'type'],
			},
			{
				pointer: `${schemas}/contact_reply_base_request/anyOf`,
				was: undefined,
				now: [{ required: ['body'] }, { required: ['reply_options'] }],
			},
		],
	},
	{
		operations: 'PUT /conversations/{conversation_id} and every answer with a conversation',
		reason: 'Custom attributes also hold fractions, yes/no and links to custom objects',
		source:
			"the schema's own example; update_a_conversation_with_an_association_to_a_custom_object_instance",
		changes: missing(`${schemas}/custom_attributes/additionalProperties/anyOf`, {
			4: { type: 'number' },
			5: flag,
			6: { type: 'array', items: text },
		}),
	},
	{
		operations: 'GET /visitors, PUT /visitors',
		reason: 'Custom attributes of visitors have the types of those of contacts, not only text',
		source: 'they become custom attributes of the contact, which the schema contact leaves open',
		changes: ['visitor', 'update_visitor_request'].map((name) => ({
			pointer: `${schemas}/${name}/properties/custom_attributes/additionalProperties/type`,
			was: 'string',
			now: ['string', 'number', 'boolean'],
		})),
	},
	{
		operations: 'PUT /conversations/{conversation_id}',
		reason: 'A conversation is taken from its company with null',
		source: 'the text of the field: "Set to nil to remove company"',
		changes: missing(`${schemas}/update_conversation_request/properties/company_id`, {
			nullable: true,
		}),
	},
	{
		operations: 'POST /companies, PUT /companies/{company_id} and every answer with a company',
		reason: 'Custom attributes of companies are of all types, not only text',
		source: "the schemas' own examples: true, 155.5 and 9",
		changes: ['create_or_update_company_request', 'update_company_request', 'company'].map(
			(name) => ({
				pointer: `${schemas}/${name}/properties/custom_attributes/additionalProperties/type`,
				was: 'string',
				now: ['string', 'number', 'boolean', 'null'],
			}),
		),
	},
	{
		operations: 'the operations on /custom_object_instances',
		reason: 'Attributes of custom objects are of all types, not only text',
		source: 'the examples: total_amount is 99.99',
		changes: ['create_or_update_custom_object_instance_request', 'custom_object_instance'].map(
			(name) => ({
				pointer: `${schemas}/${name}/properties/custom_attributes/additionalProperties/type`,
				was: 'string',
				now: ['string', 'number', 'boolean', 'null'],
			}),
		),
	},
	{
		operations: 'POST /visitors/convert',
		reason: 'The user may be named by email alone',
		source: "the description's own example of the request",
		changes: missing(`${schemas}/convert_visitor_request/properties/user/anyOf`, {
			2: { required: ['email'] },
		}),
	},
	{
		operations: 'POST /contacts/{contact_id}/notes',
		reason: 'Ids of contacts are text of 24 hexadecimal digits, as on every other path of contacts',
		source: 'GET /contacts/{contact_id}/notes and the examples',
		changes: [
			{
				pointer: '/paths/~1contacts~1{contact_id}~1notes/post/parameters/1/schema/type',
				was: 'integer',
				now: 'string',
			},
		],
	},
	{
		operations: 'POST /events and GET /events',
		reason: 'Metadata holds numbers, dates, links with a text and prices beside text',
		source: "the operation's own table of types",
		changes: ['create_data_event_request', 'data_event'].map((name) => ({
			pointer: `${schemas}/${name}/properties/metadata/additionalProperties`,
			was: text,
			now: {
				oneOf: [
					text,
					{ type: 'number' },
					{
						type: 'object',
						properties: { url: text, value: text },
						required: ['url', 'value'],
					},
					{
						type: 'object',
						properties: { amount: count, currency: text },
						required: ['amount', 'currency'],
					},
				],
			},
		})),
	},
];
