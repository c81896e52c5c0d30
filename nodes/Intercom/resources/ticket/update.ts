import { isEmpty } from '../../engine/data';
import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { ticketLocator, ticketTypeLocator } from '../locators';
import { ticketAttributeParameters, ticketAttributes } from '../ticket-attributes';
import { choice, companyId, skipNotifications, ticketSummary } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update ticket',
	description: 'Change attributes, state, assignee, company or visibility of a ticket',
	request: 'PUT /tickets/{ticketId}',
	requests: ['GET /ticket_types/{ticketTypeId}', 'GET /tickets/{ticketId}'],
	parameters: [
		ticketLocator,
		{
			...ticketTypeLocator,
			required: false,
			description:
				'The type whose attributes to show below. Where it is empty, the node asks for the type of each ticket.',
			wire: { to: 'none' },
		},
		...ticketAttributeParameters('existing'),
		updateFieldsOf(
			choice(
				'Acting Admin Name or ID',
				'adminId',
				'getAdmins',
				'The teammate in whose name the ticket changes; needed to start Intercom workflows',
				{ as: 'integerId' },
			),
			choice(
				'Assignee Name or ID',
				'assigneeId',
				'getAssignees',
				'The teammate or team that takes the ticket, or nobody',
				{ as: 'id' },
			),
			companyId,
			{
				displayName: 'Open',
				name: 'open',
				type: 'boolean',
				default: false,
				description: 'Whether the ticket is open; closing it also unsnoozes it',
			},
			{
				displayName: 'Shared With Customer',
				name: 'isShared',
				type: 'boolean',
				default: true,
				description: 'Whether the customer sees the ticket',
			},
			skipNotifications,
			{
				displayName: 'Snoozed Until',
				name: 'snoozedUntil',
				type: 'dateTime',
				default: '',
				description: 'When the ticket opens again',
			},
			choice(
				'State Name or ID',
				'ticketStateId',
				'getTicketStates',
				'The new state; it must belong to the type of the ticket',
				{ as: 'id' },
			),
		),
	],
	complete: [ticketAttributes()],
	changes: ({ attributes, attributesJson }, body) =>
		!isEmpty(body) || !isEmpty(attributes) || !isEmpty(attributesJson),
	simplify: ticketSummary,
} satisfies Operation;
