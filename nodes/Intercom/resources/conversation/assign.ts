import type { IDataObject } from 'n8n-workflow';

import type { Completion, Operation } from '../../engine/operation';
import { actingAdmin } from '../acting-admin';
import { actingAdminLocator, adminLocator, conversationLocator, teamLocator } from '../locators';
import { additionalFieldsOf } from '../collections';
import { conversationSummary, messageBody } from './fields';

/** Intercom names the kind of the assignee, and nobody is `0` (2.16 lines 24313-24345). */
const targets: Readonly<Record<string, IDataObject>> = {
	admin: { type: 'admin' },
	noAdmin: { type: 'admin', assignee_id: '0' },
	noTeam: { type: 'team', assignee_id: '0' },
	team: { type: 'team' },
};

const assignee: Completion = async ({ values }) => targets[String(values.assignTo)] ?? {};

export const assign = {
	name: 'Assign',
	value: 'assign',
	action: 'Assign conversation',
	description:
		'Assign a conversation to a teammate or a team, or take it from them. It can have one of each.',
	request: 'POST /conversations/{conversationId}/parts',
	requests: ['GET /me'],
	body: { message_type: 'assignment' },
	parameters: [
		conversationLocator,
		{
			displayName: 'Assign To',
			name: 'assignTo',
			type: 'options',
			options: [
				{ name: 'Admin', value: 'admin', description: 'One teammate' },
				{ name: 'No Admin', value: 'noAdmin', description: 'Take it from its teammate' },
				{ name: 'No Team', value: 'noTeam', description: 'Take it from its team' },
				{ name: 'Team', value: 'team' },
			],
			default: 'admin',
			description: 'Who gets the conversation',
			wire: { to: 'none' },
		},
		{
			...adminLocator,
			displayName: 'Assignee',
			name: 'assigneeId',
			description: 'The teammate who gets the conversation',
			displayOptions: { show: { assignTo: ['admin'] } },
		},
		{
			...teamLocator,
			description: 'The team that gets the conversation',
			displayOptions: { show: { assignTo: ['team'] } },
			wire: { name: 'assignee_id', as: 'numericId' },
		},
		actingAdminLocator,
		additionalFieldsOf({
			...messageBody,
			required: false,
			description: 'A message to write in the conversation along with the assignment',
		}),
	],
	complete: [assignee, actingAdmin],
	simplify: conversationSummary,
} satisfies Operation;
