import type { Operation } from '../../engine/operation';
import { activitySummary, period } from './activityLogs';

export const searchActivityLogs = {
	name: 'Search Activity Logs',
	value: 'searchActivityLogs',
	action: 'Search activity logs of admins',
	description: 'Get what teammates did in a period of time, held to some kinds of activity',
	request: 'POST /admins/activity_logs/search',
	parameters: [
		...period,
		{
			displayName: 'Activity Type Names or IDs',
			name: 'eventTypes',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getActivityTypes' },
			default: [],
			description:
				'The kinds of activity; all if empty. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
	simplify: activitySummary,
	list: {
		key: 'activity_logs',
		pageSize: { default: 20, max: 250 },
		pagingIn: 'bodyFields',
	},
} satisfies Operation;
