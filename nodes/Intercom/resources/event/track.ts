import type { Completion, Operation } from '../../engine/operation';
import { eventActor, eventName } from './fields';
import { checkMetadata, metadata } from './metadata';

const happenedNow: Completion = async ({ body }) =>
	body.created_at === undefined ? { created_at: Math.floor(Date.now() / 1000) } : {};

export const track = {
	name: 'Track',
	value: 'track',
	action: 'Track event',
	description: 'Record that a contact did something',
	request: 'POST /events',
	parameters: [
		eventName,
		...eventActor,
		{
			displayName: 'Happened At',
			name: 'createdAt',
			type: 'dateTime',
			default: '',
			description:
				'When it happened; now if empty. Intercom counts events with the same name, contact and second once.',
		},
		...metadata,
	],
	complete: [happenedNow],
	check: (_values, body) => checkMetadata(body.metadata),
	// The same event counts once, because its second is fixed before the first attempt (2.16 line 16099).
	repeatable: true,
	emptyAnswer: { success: true },
} satisfies Operation;
