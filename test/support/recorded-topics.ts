/**
 * What a filter makes of a notification: it `matches` the right id and drops others, drops everything
 * because the record has `none`, or lets everything pass because the notification is `silent`.
 */
export type FilterVerdict = 'matches' | 'none' | 'silent';

/** What the trigger has to make of a topic's notifications. */
export interface ExpectedTopic {
	topic: string;
	payload: 'current' | 'old';
	/** Kind of the record at the top; its id is one of the workspace's. */
	record: 'admin' | 'article' | 'company' | 'contact' | 'conversation' | 'ticket' | 'other';
	/** Type at the top, where it is not the record's kind. */
	type?: string;
	/** Names of the objects beside it. */
	beside: readonly string[];
	actor: 'admin' | 'bot' | 'contact' | 'unknown';
	admin: FilterVerdict;
	team: FilterVerdict;
	tag: FilterVerdict;
	ticketType: FilterVerdict;
	source: FilterVerdict;
	/** What is read for the full record; undefined for nothing. */
	read?: 'admins' | 'articles' | 'companies' | 'contacts' | 'conversations' | 'tickets';
}

const silent = {
	admin: 'silent',
	team: 'silent',
	tag: 'silent',
	ticketType: 'silent',
	source: 'silent',
} as const;

const base = { payload: 'current', beside: [], actor: 'unknown', ...silent } as const;

const admin = { ...base, record: 'admin', read: 'admins' } as const;
const article = { ...base, record: 'article', tag: 'matches', read: 'articles' } as const;
const company = { ...base, record: 'company', tag: 'matches', read: 'companies' } as const;
const contact = { ...base, record: 'contact', tag: 'matches', read: 'contacts' } as const;
const conversation = {
	...base,
	record: 'conversation',
	admin: 'matches',
	team: 'matches',
	tag: 'matches',
	source: 'matches',
	read: 'conversations',
} as const;
const ticket = {
	...base,
	record: 'ticket',
	admin: 'matches',
	team: 'matches',
	ticketType: 'matches',
	read: 'tickets',
} as const;
const ticketWithPart = { ...ticket, beside: ['ticket_part'] } as const;
const subscription = { ...contact, beside: ['subscription_types'] } as const;
/** Old payloads have one assignee, here an admin, and no source. */
const oldConversation = {
	...base,
	payload: 'old',
	record: 'conversation',
	admin: 'matches',
	team: 'none',
	tag: 'none',
	read: 'conversations',
} as const;
const oldUser = { ...contact, payload: 'old', type: 'user' } as const;
const gone = { read: undefined } as const;

/** Every topic whose notifications were recorded, and one that is documented in full. */
export const expectedTopics: readonly ExpectedTopic[] = [
	{
		...base,
		topic: 'admin.activity_log_event.created',
		record: 'other',
		type: 'admin_activity_log_event',
		actor: 'admin',
	},
	{ ...admin, topic: 'admin.added_to_workspace' },
	{ ...admin, topic: 'admin.away_mode_updated', actor: 'admin' },
	{ ...admin, topic: 'admin.logged_in', actor: 'admin' },
	{ ...admin, topic: 'admin.logged_out', actor: 'admin' },
	{ ...admin, topic: 'admin.removed_from_workspace', ...gone },
	{
		...base,
		topic: 'api.request.completed',
		record: 'other',
		type: 'api.request.completed',
		actor: 'admin',
	},
	{ ...article, topic: 'article.created' },
	{ ...article, topic: 'article.deleted', ...gone },
	{ ...article, topic: 'article.unpublished' },
	{ ...article, topic: 'article.updated' },
	{ ...company, topic: 'company.contact.attached', beside: ['contact'] },
	{ ...company, topic: 'company.contact.detached', beside: ['contact'] },
	{ ...company, topic: 'company.created' },
	{ ...company, topic: 'company.created', payload: 'old' },
	{ ...company, topic: 'company.deleted', tag: 'silent', ...gone },
	{ ...company, topic: 'company.updated' },
	{ ...oldUser, topic: 'contact.added_email' },
	{ ...contact, topic: 'contact.archived', tag: 'silent', ...gone },
	{ ...oldUser, topic: 'contact.created' },
	{ ...contact, topic: 'contact.deleted', tag: 'silent', ...gone },
	{ ...contact, topic: 'contact.email.updated' },
	{ ...contact, topic: 'contact.lead.added_email' },
	{ ...contact, topic: 'contact.lead.created' },
	{ ...contact, topic: 'contact.lead.tag.created', beside: ['tag'] },
	{ ...contact, topic: 'contact.lead.tag.deleted', beside: ['tag'] },
	{ ...contact, topic: 'contact.merged' },
	{ ...oldUser, topic: 'contact.signed_up' },
	{ ...subscription, topic: 'contact.subscribed' },
	{ ...oldUser, topic: 'contact.tag.created', beside: ['tag', 'admin'] },
	{ ...oldUser, topic: 'contact.tag.deleted', beside: ['tag', 'admin'] },
	{ ...contact, topic: 'contact.unarchived' },
	{ ...subscription, topic: 'contact.unsubscribed' },
	{ ...contact, topic: 'contact.user.created' },
	{ ...contact, topic: 'contact.user.tag.deleted', beside: ['tag'] },
	{ ...contact, topic: 'contact.user.updated' },
	{
		...base,
		topic: 'content_stat.news_item',
		record: 'other',
		type: 'content_stat.news_item',
		beside: ['contact'],
		tag: 'none',
		read: 'contacts',
	},
	{ ...oldConversation, topic: 'conversation.admin.assigned', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.closed', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.noted', actor: 'admin' },
	{ ...conversation, topic: 'conversation.admin.open.assigned', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.opened', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.replied', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.single.created', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.snoozed', actor: 'admin' },
	{ ...oldConversation, topic: 'conversation.admin.unsnoozed', actor: 'admin' },
	{
		...base,
		topic: 'conversation.contact.attached',
		record: 'conversation',
		beside: ['contact', 'conversation'],
		read: 'conversations',
	},
	{
		...base,
		topic: 'conversation.contact.detached',
		record: 'conversation',
		beside: ['contact', 'conversation'],
		read: 'conversations',
	},
	{ ...base, topic: 'conversation.deleted', record: 'conversation' },
	{ ...conversation, topic: 'conversation.operator.replied', actor: 'bot' },
	{ ...conversation, topic: 'conversation.priority.updated', actor: 'admin' },
	{ ...conversation, topic: 'conversation.read', actor: 'contact' },
	{ ...conversation, topic: 'conversation.user.created', actor: 'contact' },
	{ ...oldConversation, topic: 'conversation.user.created', actor: 'contact', admin: 'none' },
	{ ...oldConversation, topic: 'conversation.user.replied', actor: 'contact' },
	{ ...conversation, topic: 'conversation_part.redacted', beside: ['conversation_part'] },
	{ ...oldConversation, topic: 'conversation_part.redacted', beside: ['conversation_part'] },
	{
		...oldConversation,
		topic: 'conversation_part.tag.created',
		tag: 'matches',
		beside: ['conversation_part', 'tags_added'],
	},
	{
		...base,
		topic: 'data_connector.execution.completed',
		record: 'other',
		type: 'data_connector.execution',
		actor: 'admin',
	},
	{ ...base, topic: 'event.created', record: 'other', type: 'event' },
	{ ...base, topic: 'event.created', payload: 'old', record: 'other', type: 'event' },
	{ ...subscription, topic: 'granular.subscribe' },
	{ ...subscription, topic: 'granular.unsubscribe' },
	{ ...ticketWithPart, topic: 'ticket.admin.assigned', actor: 'admin' },
	{ ...ticketWithPart, topic: 'ticket.admin.replied', actor: 'admin' },
	{ ...ticketWithPart, topic: 'ticket.attribute.updated', actor: 'admin' },
	{ ...ticket, topic: 'ticket.closed', actor: 'admin' },
	{
		...base,
		topic: 'ticket.contact.attached',
		record: 'ticket',
		beside: ['contact'],
		read: 'tickets',
	},
	{
		...base,
		topic: 'ticket.contact.detached',
		record: 'ticket',
		beside: ['contact'],
		read: 'tickets',
	},
	{ ...ticketWithPart, topic: 'ticket.contact.replied', actor: 'contact' },
	{ ...ticket, topic: 'ticket.created', actor: 'contact' },
	{ ...ticketWithPart, topic: 'ticket.note.created', actor: 'admin' },
	{ ...ticket, topic: 'ticket.state.updated', actor: 'contact' },
	{ ...ticketWithPart, topic: 'ticket.team.assigned', actor: 'admin' },
	{ ...oldUser, topic: 'user.created' },
	{ ...oldUser, topic: 'user.deleted', tag: 'silent', ...gone },
	{ ...oldUser, topic: 'user.email.updated' },
	{ ...oldUser, topic: 'user.tag.created', beside: ['tag', 'admin'] },
	{ ...oldUser, topic: 'user.tag.deleted', beside: ['tag', 'admin'] },
	{ ...contact, topic: 'visitor.signed_up', type: 'user' },
];
