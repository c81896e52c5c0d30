import type { Operation } from '../../engine/operation';
import { teamLocator } from '../locators';

export const getMetrics = {
	name: 'Get Metrics',
	value: 'getMetrics',
	action: 'Get metrics of team',
	description:
		'Get how many open, idle and snoozed conversations each member has now. Needs real-time monitoring in the plan.',
	request: 'GET /teams/{teamId}/metrics',
	parameters: [
		teamLocator,
		{
			displayName: 'Idle After (Seconds)',
			name: 'idleThreshold',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 86_400, numberPrecision: 0 },
			default: 1800,
			description: 'How long an open conversation waits for a reply until it counts as idle',
		},
	],
	list: { key: 'data', unpaged: true },
} satisfies Operation;
