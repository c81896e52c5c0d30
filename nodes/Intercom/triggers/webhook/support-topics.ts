import {
	begunBy,
	byContact,
	byNewestPart,
	byReplyingContact,
	byTeam,
	byUnknown,
	removal,
	topic,
	type TopicGroup,
} from './topic';

/** Topics about conversations and their parts. */
export const conversationTopics: TopicGroup = {
	name: 'Conversation',
	permissions: ['Read conversations'],
	record: { at: ['conversation.model', 'conversation'], type: 'conversation' },
	actor: byNewestPart,
	topics: [
		topic('conversation.admin.assigned', 'Assigned', 'A conversation was assigned', {
			actor: byTeam,
		}),
		topic('conversation.admin.closed', 'Closed', 'A conversation was closed', { actor: byTeam }),
		topic('conversation.admin.noted', 'Note Added', 'A teammate added a note', { actor: byTeam }),
		topic(
			'conversation.admin.open.assigned',
			'Opened and Assigned',
			'A conversation was reopened by assigning it',
			{ actor: byTeam },
		),
		topic('conversation.admin.opened', 'Opened', 'A conversation was reopened', {
			actor: byTeam,
		}),
		topic('conversation.admin.replied', 'Teammate Replied', 'A teammate replied', {
			actor: byTeam,
		}),
		topic(
			'conversation.admin.single.created',
			'Started by Teammate',
			'A teammate started a conversation with one contact',
			{ actor: begunBy('admin', 'bot') },
		),
		topic('conversation.admin.snoozed', 'Snoozed', 'A conversation was snoozed', {
			actor: byTeam,
		}),
		topic('conversation.admin.unsnoozed', 'Unsnoozed', 'A conversation came back from snooze', {
			actor: byTeam,
		}),
		topic(
			'conversation.company.updated',
			'Company Changed',
			"A conversation's company was changed",
		),
		topic('conversation.contact.attached', 'Contact Added', 'A contact joined a conversation', {
			actor: byUnknown,
		}),
		topic('conversation.contact.detached', 'Contact Removed', 'A contact left a conversation', {
			actor: byUnknown,
		}),
		removal('conversation.deleted', 'Deleted', 'A conversation was deleted; only its ID is sent', {
			id: 'conversation_id',
		}),
		topic('conversation.operator.replied', 'Bot Replied', 'Fin or another bot replied', {
			actor: { who: ['bot'], at: ['newestPart'] },
		}),
		topic(
			'conversation.priority.updated',
			'Priority Changed',
			"A conversation's priority was changed",
		),
		topic('conversation.rating.added', 'Rated', 'A contact rated a conversation', {
			actor: byContact,
		}),
		topic('conversation.read', 'Read', 'A contact read a conversation', { actor: byContact }),
		topic('conversation.user.created', 'Started by Contact', 'A contact started a conversation', {
			actor: begunBy('contact'),
		}),
		topic('conversation.user.replied', 'Contact Replied', 'A contact replied', {
			actor: byReplyingContact,
		}),
		topic('conversation_part.redacted', 'Part Redacted', 'A part of a conversation was redacted', {
			actor: byUnknown,
			part: true,
		}),
		topic('conversation_part.tag.created', 'Part Tagged', 'A part of a conversation was tagged', {
			actor: byUnknown,
			part: true,
			own: ['tags_added'],
		}),
	],
};

/** Topics about tickets. */
export const ticketTopics: TopicGroup = {
	name: 'Ticket',
	permissions: ['Read tickets'],
	record: { at: ['ticket'], type: 'ticket' },
	actor: byNewestPart,
	topics: [
		topic('ticket.admin.assigned', 'Assigned to Teammate', 'A ticket was assigned to a teammate', {
			actor: byTeam,
		}),
		topic('ticket.admin.replied', 'Teammate Replied', 'A teammate replied to a ticket', {
			actor: byTeam,
		}),
		topic('ticket.attribute.updated', 'Attribute Changed', "A ticket's attribute was changed"),
		topic('ticket.closed', 'Closed', "A ticket's conversation was closed"),
		topic('ticket.contact.attached', 'Contact Added', 'A contact was added to a ticket', {
			actor: byUnknown,
		}),
		topic('ticket.contact.detached', 'Contact Removed', 'A contact was removed from a ticket', {
			actor: byUnknown,
		}),
		topic('ticket.contact.replied', 'Contact Replied', 'A contact replied to a ticket', {
			actor: byReplyingContact,
		}),
		topic('ticket.created', 'Created', 'A ticket was created', {
			actor: { who: ['admin', 'bot', 'contact'], at: ['firstPart'] },
		}),
		topic('ticket.note.created', 'Note Added', 'A note was added to a ticket', { actor: byTeam }),
		topic('ticket.rating.provided', 'Rated', 'A contact rated a ticket', { actor: byContact }),
		topic('ticket.resolved', 'Resolved', 'A ticket was resolved (apps on API 2.15 and later)'),
		topic('ticket.state.updated', 'State Changed', "A ticket's state was changed"),
		topic('ticket.team.assigned', 'Assigned to Team', 'A ticket was assigned to a team'),
	],
};
