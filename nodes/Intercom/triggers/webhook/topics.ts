import {
	begunBy,
	byContact,
	byItself,
	byNewestPart,
	byReplyingContact,
	byTagger,
	byTeam,
	byUnknown,
	removal,
	topic,
	type RecordRule,
	type TopicGroup,
} from './topic';

const readPeople = [
	'Read and list users and companies',
	'Read one user and one company',
	'Read and write users',
];

/** Contacts stand beside a tag or subscription types. */
const contactRecord: RecordRule = { at: ['contact'], type: 'contact' };

/**
 * Every topic that an app on API 2.16 can subscribe to, by group with what is special about its
 * notifications (docs/intercom/notifications.md). Names of 1.x such as `user.created` are not among
 * them: current apps never send those.
 */
export const topicGroups: readonly TopicGroup[] = [
	{
		name: 'Admin',
		permissions: ['Read admins'],
		topics: [
			topic('admin.activity_log_event.created', 'Activity Logged', 'An activity was logged', {
				actor: { who: ['admin', 'bot'], at: ['performedBy'] },
			}),
			topic('admin.added_to_workspace', 'Added', 'A teammate joined the workspace'),
			topic('admin.away_mode_updated', 'Away Mode Changed', 'A teammate went away or came back', {
				actor: byItself,
			}),
			topic('admin.logged_in', 'Logged In', 'A teammate logged in', { actor: byItself }),
			topic('admin.logged_out', 'Logged Out', 'A teammate logged out', { actor: byItself }),
			removal('admin.removed_from_workspace', 'Removed', 'A teammate left the workspace'),
		],
	},
	{
		name: 'API',
		permissions: ['Read API activity logs'],
		topics: [
			topic('api.request.completed', 'Request Completed', 'A request to the API was answered', {
				id: 'request_id',
				actor: { who: ['admin', 'bot'], at: ['admin'] },
			}),
		],
	},
	{
		name: 'Article',
		permissions: ['Read and list articles'],
		topics: [
			topic('article.created', 'Created', 'An article was created'),
			removal('article.deleted', 'Deleted', 'An article was deleted'),
			topic('article.published', 'Published', 'An article was published'),
			topic('article.unpublished', 'Unpublished', 'An article was withdrawn'),
			topic('article.updated', 'Updated', 'An article was changed'),
		],
	},
	{
		name: 'Call',
		permissions: ['Read conversations'],
		topics: [
			topic('call.ended', 'Ended', 'A call ended'),
			topic('call.recording_available', 'Recording Available', "A call's recording can be fetched"),
			topic('call.started', 'Started', 'A call started'),
			topic(
				'call.transcription_available',
				'Transcript Available',
				"A call's transcript can be read",
			),
		],
	},
	{
		name: 'Company',
		permissions: readPeople,
		record: { at: ['company'], type: 'company' },
		topics: [
			topic('company.contact.attached', 'Contact Attached', 'A contact was added to a company'),
			topic('company.contact.detached', 'Contact Detached', 'A contact was removed from a company'),
			topic('company.created', 'Created', 'A company was created'),
			removal('company.deleted', 'Deleted', 'A company was deleted; only its ID is sent'),
			topic('company.updated', 'Updated', 'A company was changed'),
		],
	},
	{
		name: 'Contact',
		permissions: readPeople,
		record: contactRecord,
		topics: [
			removal('contact.archived', 'Archived', 'A contact was archived'),
			removal('contact.deleted', 'Deleted', 'A contact was deleted; only its IDs are sent'),
			topic('contact.email.updated', 'Email Changed', "A contact's email was changed"),
			topic('contact.lead.added_email', 'Lead Added Email', 'A lead gave an email'),
			topic('contact.lead.created', 'Lead Created', 'A lead was created'),
			topic('contact.lead.signed_up', 'Lead Signed Up', 'A lead became a user'),
			topic('contact.lead.tag.created', 'Lead Tagged', 'A tag was added to a lead', {
				actor: byTagger,
			}),
			topic('contact.lead.tag.deleted', 'Lead Untagged', 'A tag was removed from a lead', {
				actor: byTagger,
			}),
			topic('contact.lead.updated', 'Lead Updated', 'A lead was changed'),
			topic('contact.merged', 'Merged', 'Two contacts were merged', { own: ['merged_from'] }),
			topic('contact.subscribed', 'Subscribed', 'A contact subscribed to emails'),
			topic('contact.unarchived', 'Unarchived', 'A contact was unarchived', {
				aliases: ['contact.unarchive'],
			}),
			topic('contact.unsubscribed', 'Unsubscribed', 'A contact unsubscribed from emails'),
			topic(
				'contact.unsubscribed_from_sms',
				'Unsubscribed From SMS',
				'A contact unsubscribed from text messages',
			),
			topic('contact.user.created', 'User Created', 'A user was created'),
			topic('contact.user.tag.created', 'User Tagged', 'A tag was added to a user', {
				actor: byTagger,
			}),
			topic('contact.user.tag.deleted', 'User Untagged', 'A tag was removed from a user', {
				actor: byTagger,
			}),
			topic('contact.user.updated', 'User Updated', 'A user was changed'),
		],
	},
	{
		name: 'Content Snippet',
		permissions: ['Read content snippets'],
		topics: [
			topic('content_snippet.created', 'Created', 'A content snippet was created'),
			removal('content_snippet.deleted', 'Deleted', 'A content snippet was deleted'),
			topic('content_snippet.updated', 'Updated', 'A content snippet was changed'),
		],
	},
	{
		name: 'Content',
		permissions: ['Read content data'],
		record: { at: ['content_stat'], read: 'contact' },
		topics: [
			topic('content_stat.banner', 'Banner', 'Something happened with a banner'),
			topic('content_stat.carousel', 'Carousel', 'Something happened with a carousel'),
			topic('content_stat.chat', 'Chat', 'Something happened with an outbound chat'),
			topic('content_stat.checklist', 'Checklist', 'Something happened with a checklist'),
			topic('content_stat.custom_bot', 'Custom Bot', 'Something happened with a custom bot'),
			topic('content_stat.email', 'Email', 'Something happened with an email'),
			topic('content_stat.news_item', 'News Item', 'Something happened with a news item'),
			topic('content_stat.post', 'Post', 'Something happened with a post'),
			topic('content_stat.push', 'Push Message', 'Something happened with a push message'),
			topic('content_stat.series', 'Series', 'Something happened with a series'),
			topic('content_stat.series.webhook', 'Series Webhook', 'A series reached a webhook block'),
			topic('content_stat.sms', 'SMS', 'Something happened with an SMS'),
			topic('content_stat.survey', 'Survey', 'Something happened with a survey'),
			topic('content_stat.tooltip_group', 'Tooltips', 'Something happened with tooltips'),
			topic('content_stat.tour', 'Product Tour', 'Something happened with a product tour'),
		],
	},
	{
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
			removal(
				'conversation.deleted',
				'Deleted',
				'A conversation was deleted; only its ID is sent',
				{ id: 'conversation_id' },
			),
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
			topic(
				'conversation_part.redacted',
				'Part Redacted',
				'A part of a conversation was redacted',
				{ actor: byUnknown, part: true },
			),
			topic('conversation_part.tag.created', 'Part Tagged', 'A part of a conversation was tagged', {
				actor: byUnknown,
				part: true,
				own: ['tags_added'],
			}),
		],
	},
	{
		name: 'Data Connector',
		permissions: ['Read data connectors'],
		topics: [
			topic('data_connector.execution.completed', 'Run Completed', 'A data connector ran', {
				actor: { who: ['admin', 'bot'], at: ['adminId'] },
			}),
		],
	},
	{
		name: 'Event',
		permissions: ['Read events'],
		topics: [topic('event.created', 'Created', 'A data event was submitted')],
	},
	{
		name: 'Job',
		permissions: ['Read status of jobs'],
		topics: [topic('job.completed', 'Completed', 'A background job ended')],
	},
	{
		name: 'Subscription',
		permissions: readPeople,
		record: contactRecord,
		topics: [
			topic('granular.subscribe', 'Subscribed', 'A contact joined a subscription type'),
			topic('granular.unsubscribe', 'Unsubscribed', 'A contact left a subscription type'),
		],
	},
	{
		name: 'Ticket',
		permissions: ['Read tickets'],
		record: { at: ['ticket'], type: 'ticket' },
		actor: byNewestPart,
		topics: [
			topic(
				'ticket.admin.assigned',
				'Assigned to Teammate',
				'A ticket was assigned to a teammate',
				{ actor: byTeam },
			),
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
	},
	{
		name: 'Visitor',
		permissions: readPeople,
		record: { at: ['visitor'], type: 'contact' },
		topics: [topic('visitor.signed_up', 'Signed Up', 'A visitor signed up')],
	},
];

/** The topic that Intercom sends to try out an address; it is always subscribed. */
export const pingTopic = 'ping';

/** Value of the topics parameter that stands for every topic. */
export const allTopics = '*';

/** Value of the topics parameter that shows the field for names of one's own. */
export const customTopic = 'custom';
