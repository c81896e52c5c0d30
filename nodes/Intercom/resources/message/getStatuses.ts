import type { Operation } from '../../engine/operation';

export const getStatuses = {
	name: 'Get Statuses',
	value: 'getStatuses',
	action: 'Get many statuses of messages',
	description: 'Get the delivery statuses of all WhatsApp messages sent by one ruleset',
	request: 'GET /messages/status',
	parameters: [
		{
			displayName: 'Ruleset ID',
			name: 'rulesetId',
			type: 'string',
			required: true,
			default: '',
			description: 'The ID of the ruleset that sent the messages',
		},
	],
	list: { key: 'events', pageSize: { default: 50, max: 100 }, cursor: true },
} satisfies Operation;
