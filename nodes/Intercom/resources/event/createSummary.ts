import type { Operation } from '../../engine/operation';
import { externalId } from '../contact/fields';
import { eventName } from './fields';

export const createSummary = {
	name: 'Create Summary',
	value: 'createSummary',
	action: 'Create summary of events',
	description:
		'Tell Intercom how often a contact did something, without sending each event: for history from elsewhere',
	request: 'POST /events/summaries',
	parameters: [
		{ ...externalId, required: true, wire: { name: 'user_id' } },
		{ ...eventName, wire: { name: 'event_summaries.event_name' } },
		{
			displayName: 'Count',
			name: 'count',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			description: 'How often it happened',
			wire: { name: 'event_summaries.count' },
		},
		{
			displayName: 'First',
			name: 'first',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'When it happened first',
			wire: { name: 'event_summaries.first' },
		},
		{
			displayName: 'Last',
			name: 'last',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'When it happened last',
			wire: { name: 'event_summaries.last' },
		},
	],
	emptyAnswer: { success: true },
} satisfies Operation;
