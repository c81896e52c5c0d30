import type { Completion, Parameter, Route } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { contactIdentity } from '../contact-identity';
import { ticketTypeLocator } from '../locators';
import { ticketAttributeParameters, ticketAttributes } from '../ticket-attributes';
import { choice, companyId, skipNotifications } from './fields';

/** What a new ticket needs, whether it is made at once or in the background. */
export const newTicketParameters: Parameter[] = [
	ticketTypeLocator,
	...contactIdentity().map((parameter) => ({ ...parameter, wire: { to: 'none' as const } })),
	...ticketAttributeParameters('new'),
	additionalFieldsOf(
		choice(
			'Assigned Admin Name or ID',
			'adminAssigneeId',
			'getAdmins',
			'The teammate who takes the ticket',
			{ name: 'assignment.admin_assignee_id', as: 'id' },
		),
		choice(
			'Assigned Team Name or ID',
			'teamAssigneeId',
			'getTeams',
			'The team that takes the ticket',
			{ name: 'assignment.team_assignee_id', as: 'id' },
		),
		companyId,
		{
			displayName: 'Conversation ID to Link',
			name: 'conversationToLinkId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 215470000000204',
			description:
				'The conversation to link to a back-office or tracker ticket, or the customer ticket to link to one',
			wire: { as: 'id' },
		},
		{
			displayName: 'Created At',
			name: 'createdAt',
			type: 'dateTime',
			default: '',
			description: 'When the ticket was created, for tickets brought in from elsewhere',
		},
		skipNotifications,
	),
];

/** The one contact that Intercom takes, by the key the user chose (2.16 line 28743). */
const contacts: Completion = async ({ values }) => {
	const keys = {
		id: { id: values.contactId },
		externalId: { external_id: values.externalId },
		email: { email: values.email },
	} as Record<string, Record<string, string>>;
	return { contacts: [keys[String(values.contactBy)]] };
};

/** What has to be asked for or put together before a ticket is made. */
export const newTicketSteps: Completion[] = [contacts, ticketAttributes()];

/** The routes of these steps. */
export const newTicketRoutes: Route[] = ['GET /ticket_types/{ticketTypeId}'];
