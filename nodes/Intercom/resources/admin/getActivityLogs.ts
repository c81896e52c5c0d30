import type { Operation } from '../../engine/operation';
import { activitySummary, period } from './activityLogs';

export const getActivityLogs = {
	name: 'Get Activity Logs',
	value: 'getActivityLogs',
	action: 'Get activity logs of admins',
	description: 'Get what teammates did in a period of time',
	request: 'GET /admins/activity_logs',
	parameters: period,
	simplify: activitySummary,
	list: { key: 'activity_logs' },
} satisfies Operation;
