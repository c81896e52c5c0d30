import type { Operation } from '../../engine/operation';
import { adminLocator, awayReasonLocator } from '../locators';

const whileAway = { show: { awayModeEnabled: [true] } };

export const setAway = {
	name: 'Set Away Mode',
	value: 'setAway',
	action: 'Set away mode of admin',
	description: 'Mark a teammate as away, or as back',
	request: 'PUT /admins/{adminId}/away',
	parameters: [
		adminLocator,
		{
			displayName: 'Away',
			name: 'awayModeEnabled',
			type: 'boolean',
			required: true,
			default: true,
			description: 'Whether the teammate is away; turn off to mark them as back',
		},
		{
			displayName: 'Reassign Replies',
			name: 'awayModeReassign',
			type: 'boolean',
			required: true,
			default: false,
			description: 'Whether new replies in their conversations go to the default inbox',
		},
		{ ...awayReasonLocator, displayOptions: whileAway },
	],
} satisfies Operation;
