import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, conversationLocator } from '../locators';
import { conversationSummary } from './fields';

export const snooze = {
	name: 'Snooze',
	value: 'snooze',
	action: 'Snooze conversation',
	description: 'Put a conversation away until a time, when it opens by itself',
	request: 'POST /conversations/{conversationId}/parts',
	requests: ['GET /me'],
	body: { message_type: 'snoozed' },
	parameters: [
		conversationLocator,
		{
			displayName: 'Snooze Until',
			name: 'snoozedUntil',
			type: 'dateTime',
			required: true,
			default: '',
			description:
				"When the conversation opens again, e.g. <code>{{ $now.plus(2, 'days') }}</code>",
		},
		actingAdminLocator,
	],
	complete: [actingAdmin],
	check: ({ snoozedUntil }) => {
		if (Number(snoozedUntil) * 1000 <= Date.now())
			throw new InputError(
				"'Snooze Until' lies in the past",
				"Give a time to come, e.g. {{ $now.plus(2, 'days') }}.",
			);
	},
	simplify: conversationSummary,
	repeatable: true,
} satisfies Operation;
