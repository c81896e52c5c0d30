import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { setUpNotices } from './set-up';
import { allTopics, customTopic, topicGroups } from './topics';

/** Value that stands for the admin that the credential belongs to. */
export const ownAdmin = 'me';

const dynamicOptions =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

const topicOptions: INodePropertyOptions[] = topicGroups
	.flatMap(({ name: group, topics }) =>
		topics.map(({ name, label, description }) => ({
			name: `${group}: ${label}`,
			value: name,
			description: `${description} (${name})`,
		})),
	)
	.sort((a, b) => a.name.localeCompare(b.name, 'en'));

const withCredential = { hide: { authentication: ['none'] } };

/** Kinds of source that conversations have (2.16 conversation_source). */
const sourceTypes = [
	{ name: 'Email', value: 'email' },
	{ name: 'Facebook', value: 'facebook' },
	{ name: 'Instagram', value: 'instagram' },
	{ name: 'Messenger', value: 'conversation' },
	{ name: 'Phone Call', value: 'phone_call' },
	{ name: 'Phone Switch', value: 'phone_switch' },
	{ name: 'Push', value: 'push' },
	{ name: 'SMS', value: 'sms' },
	{ name: 'Twitter', value: 'twitter' },
	{ name: 'WhatsApp', value: 'whatsapp' },
];

function dynamicList(
	displayName: string,
	name: string,
	loadOptionsMethod: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod },
		default: [],
		description: dynamicOptions,
	};
}

/** What the Intercom Trigger lets the user set, in the order in which it is needed. */
export const webhookParameters: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Access Token', value: 'accessToken' },
			{ name: 'None', value: 'none' },
			{ name: 'OAuth2', value: 'oAuth2' },
		],
		default: 'accessToken',
		description: 'The credential holds the client secret that signatures are checked with',
	},
	{
		displayName: 'Workspace Name or ID',
		name: 'workspace',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getWorkspaces' },
		default: 'credential',
		displayOptions: withCredential,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Notifications of other workspaces are refused',
	},
	{
		displayName: 'Signature',
		name: 'signature',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Accept Only Requests That Intercom Signed',
				value: 'required',
				description: 'Needs the client secret in the credential',
			},
			{
				name: 'Accept Unsigned Requests From Anyone Who Knows the URL',
				value: 'unsigned',
				description: 'Anyone who learns the URL can start the workflow with made-up data',
			},
		],
		default: 'required',
	},
	{
		displayName: 'Topics',
		name: 'topics',
		type: 'multiOptions',
		options: [
			{ name: 'All Topics', value: allTopics, description: 'Everything the app is subscribed to' },
			{
				name: 'Custom Topics',
				value: customTopic,
				description: 'Topics that are not in this list, by name',
			},
			...topicOptions,
		],
		default: [],
		required: true,
		description: 'What to listen to. Intercom sends only the topics that are ticked for the app.',
	},
	{
		displayName: 'Custom Topics',
		name: 'customTopics',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { topics: [customTopic] } },
		placeholder: 'e.g. audience.created, audience.updated',
		description: 'Names as the Developer Hub shows them, separated by commas',
	},
	...setUpNotices,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description:
			'A record without teams, assignees, tags, ticket types or sources, such as a contact in a team filter, passes that filter, and so does a deletion',
		options: [
			dynamicList('Assigned Admin Names or IDs', 'adminIds', 'getAdmins'),
			dynamicList('Assigned Team Names or IDs', 'teamIds', 'getTeams'),
			{
				displayName: 'Conversation Sources',
				name: 'sourceTypes',
				type: 'multiOptions',
				options: sourceTypes,
				default: [],
				description: 'Where a conversation was started',
			},
			{
				...dynamicList('Ignore Activity of Admin Names or IDs', 'ignoredAdmins', 'getActingAdmins'),
				hint: 'Where Intercom does not say who acted, such as when a message is tagged or redacted, the notification passes',
			},
			{
				displayName: 'Ignore Activity of Bots',
				name: 'ignoreBots',
				type: 'boolean',
				default: true,
				description:
					'Whether to leave out what Fin and other bots did. Without it, a workflow that replies to replies answers itself endlessly.',
			},
			dynamicList('Tag Names or IDs', 'tagIds', 'getTags'),
			dynamicList('Ticket Type Names or IDs', 'ticketTypeIds', 'getTicketTypes'),
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: withCredential,
		options: [
			{
				displayName: 'Fetch Full Record',
				name: 'fetchFullRecord',
				type: 'boolean',
				default: true,
				description:
					'Whether to read the contact, company, conversation, ticket, article or admin as it is now, instead of taking what the notification carries. All dates are then Unix seconds. Deleted records are not read.',
			},
		],
	},
];
