import type { Operation } from '../../engine/operation';

export const getActivityTypes = {
	name: 'Get Activity Types',
	value: 'getActivityTypes',
	action: 'Get activity types of admins',
	description: 'Get the kinds of activity that the activity log knows, as one list',
	request: 'GET /admins/activity_log_event_types',
	parameters: [],
} satisfies Operation;
