import type { Parameter, SimplifiedFields } from '../../engine/operation';

/** What "Simplify" keeps of a conversation. */
export const conversationSummary: SimplifiedFields = {
	id: true,
	title: true,
	state: true,
	channel: 'source.type',
	first_message: 'source.body',
	author_id: 'source.author.id',
	author_name: 'source.author.name',
	author_email: 'source.author.email',
	contact_ids: 'contacts.contacts.id',
	admin_assignee_id: true,
	team_assignee_id: true,
	tags: 'tags.tags.name',
	created_at: true,
	updated_at: true,
};

/** Text that a teammate or contact writes. */
export const messageBody: Parameter = {
	displayName: 'Message',
	name: 'body',
	type: 'string',
	typeOptions: { rows: 4 },
	required: true,
	default: '',
	description: 'The text of the message; HTML is allowed',
};

/** When something was written, for what is brought in from elsewhere. */
export const createdAt: Parameter = {
	displayName: 'Created At',
	name: 'createdAt',
	type: 'dateTime',
	default: '',
	description: 'When it was written, for conversations brought in from elsewhere',
};

/** Keeps teammates and contacts from being told; only what teammates write has it. */
export const skipNotifications: Parameter = {
	displayName: 'Skip Notifications',
	name: 'skipNotifications',
	type: 'boolean',
	default: true,
	description: 'Whether to send no notifications about it',
};

/** Asks for the text of messages rather than their HTML. */
export const plainText: Parameter = {
	displayName: 'Plain Text',
	name: 'displayAs',
	type: 'boolean',
	default: false,
	description: 'Whether to return the messages as plain text rather than HTML',
	wire: { to: 'query', as: (value) => (value === true ? 'plaintext' : undefined) },
};
