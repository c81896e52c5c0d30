import type { Parameter, SimplifiedFields } from '../../engine/operation';

/** The time that an activity must lie in. */
export const period: Parameter[] = [
	{
		displayName: 'After',
		name: 'createdAtAfter',
		type: 'dateTime',
		required: true,
		default: '',
		description: 'The start of the period',
	},
	{
		displayName: 'Before',
		name: 'createdAtBefore',
		type: 'dateTime',
		default: '',
		description: 'The end of the period; now if empty',
	},
];

/** What "Simplified" keeps of an activity. */
export const activitySummary: SimplifiedFields = {
	id: true,
	activity_type: true,
	activity_description: true,
	created_at: true,
	admin_id: 'performed_by.id',
	admin_email: 'performed_by.email',
	ip: 'performed_by.ip',
};
