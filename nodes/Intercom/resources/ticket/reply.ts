import { InputError } from '../../engine/input-error';
import type { Completion, Operation } from '../../engine/operation';
import { actingAdmin, actingAdminParameter, actingAdminRequests } from '../acting-admin';
import { attachedFiles } from '../attachments';
import { contactIdentity } from '../contact-identity';
import { ticketLocator } from '../locators';
import { skipNotifications } from './fields';
import { message, replyOptions } from './replyFields';

const author: Completion = async (context) =>
	context.values.replyAs === 'contact'
		? { type: 'user' }
		: { type: 'admin', ...(await actingAdmin(context)) };

export const reply = {
	name: 'Reply',
	value: 'reply',
	action: 'Reply to ticket',
	description: 'Answer the customer of a ticket, or answer in the name of the customer',
	request: 'POST /tickets/{ticketId}/reply',
	requests: actingAdminRequests,
	body: { message_type: 'comment' },
	parameters: [
		ticketLocator,
		{
			displayName: 'Reply As',
			name: 'replyAs',
			type: 'options',
			options: [
				{ name: 'Admin', value: 'admin' },
				{
					name: 'Contact',
					value: 'contact',
					description: 'Not on back-office tickets, which customers do not take part in',
				},
			],
			default: 'admin',
			description: 'Who the reply is from',
			wire: { to: 'none' },
		},
		{
			...actingAdminParameter,
			displayOptions: { show: { replyAs: ['admin'] } },
		},
		...contactIdentity('', { replyAs: ['contact'] }),
		message('Message', 'The text of the reply; HTML is allowed'),
		replyOptions({
			...skipNotifications,
			displayOptions: { show: { '/replyAs': ['admin'] } },
		}),
	],
	complete: [author, attachedFiles],
	check: (values) => {
		const files = values.attachmentFields;
		if (values.replyAs === 'contact' && Array.isArray(files) && files.length > 0)
			throw new InputError(
				"'Attachment Field Names' is only for replies of admins",
				"Intercom takes no files from contacts on tickets. Use 'Attachment URLs', or reply as an admin.",
			);
	},
} satisfies Operation;
