/** A kind of event that Intercom can notify about. */
export interface Topic {
	/** As the Developer Hub and notifications name it, e.g. `conversation.user.replied`. */
	name: string;
	/** As the node shows it after its group, Title Case. */
	label: string;
	/** When Intercom sends it. */
	description: string;
}

/** Topics about one kind of object. They need the same permission of the app. */
export interface TopicGroup {
	/** Title Case, singular. */
	name: string;
	/** The permissions of which the app needs one, as the Developer Hub shows them; none where it is not documented. */
	permissions: readonly string[];
	topics: readonly Topic[];
}

function topic(name: string, label: string, description: string): Topic {
	return { name, label, description };
}

const readPeople = [
	'Read and list users and companies',
	'Read one user and one company',
	'Read and write users',
];

/**
 * Every topic that an app on API 2.16 can subscribe to, by group (intercom-api.md §12). Names of 1.x
 * such as `user.created` are not among them: current apps never send those.
 */
export const topicGroups: readonly TopicGroup[] = [
	{
		name: 'Admin',
		permissions: ['Read admins'],
		topics: [
			topic('admin.activity_log_event.created', 'Activity Logged', 'An activity was logged'),
			topic('admin.added_to_workspace', 'Added', 'A teammate joined the workspace'),
			topic('admin.away_mode_updated', 'Away Mode Changed', 'A teammate went away or came back'),
			topic('admin.logged_in', 'Logged In', 'A teammate logged in'),
			topic('admin.logged_out', 'Logged Out', 'A teammate logged out'),
			topic('admin.removed_from_workspace', 'Removed', 'A teammate left the workspace'),
		],
	},
	{
		name: 'API',
		permissions: ['Read API activity logs'],
		topics: [
			topic('api.request.completed', 'Request Completed', 'A request to the API was answered'),
		],
	},
	{
		name: 'Article',
		permissions: ['Read and list articles'],
		topics: [
			topic('article.created', 'Created', 'An article was created'),
			topic('article.deleted', 'Deleted', 'An article was deleted; only its ID is sent'),
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
		topics: [
			topic('company.contact.attached', 'Contact Attached', 'A contact was added to a company'),
			topic('company.contact.detached', 'Contact Detached', 'A contact was removed from a company'),
			topic('company.created', 'Created', 'A company was created'),
			topic('company.deleted', 'Deleted', 'A company was deleted; only its ID is sent'),
			topic('company.updated', 'Updated', 'A company was changed'),
		],
	},
	{
		name: 'Contact',
		permissions: readPeople,
		topics: [
			topic('contact.archived', 'Archived', 'A contact was archived'),
			topic('contact.deleted', 'Deleted', 'A contact was deleted; only its IDs are sent'),
			topic('contact.email.updated', 'Email Changed', "A contact's email was changed"),
			topic('contact.lead.added_email', 'Lead Added Email', 'A lead gave an email'),
			topic('contact.lead.created', 'Lead Created', 'A lead was created'),
			topic('contact.lead.signed_up', 'Lead Signed Up', 'A lead became a user'),
			topic('contact.lead.tag.created', 'Lead Tagged', 'A tag was added to a lead'),
			topic('contact.lead.tag.deleted', 'Lead Untagged', 'A tag was removed from a lead'),
			topic('contact.lead.updated', 'Lead Updated', 'A lead was changed'),
			topic('contact.merged', 'Merged', 'Two contacts were merged'),
			topic('contact.subscribed', 'Subscribed', 'A contact subscribed to emails'),
			topic('contact.unarchive', 'Unarchived', 'A contact was unarchived'),
			topic('contact.unsubscribed', 'Unsubscribed', 'A contact unsubscribed from emails'),
			topic('contact.user.created', 'User Created', 'A user was created'),
			topic('contact.user.tag.created', 'User Tagged', 'A tag was added to a user'),
			topic('contact.user.tag.deleted', 'User Untagged', 'A tag was removed from a user'),
			topic('contact.user.updated', 'User Updated', 'A user was changed'),
		],
	},
	{
		name: 'Content Snippet',
		permissions: ['Read content snippets'],
		topics: [
			topic('content_snippet.created', 'Created', 'A content snippet was created'),
			topic('content_snippet.deleted', 'Deleted', 'A content snippet was deleted'),
			topic('content_snippet.updated', 'Updated', 'A content snippet was changed'),
		],
	},
	{
		name: 'Content',
		permissions: ['Read content data'],
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
		topics: [
			topic('conversation.admin.assigned', 'Assigned', 'A conversation was assigned'),
			topic('conversation.admin.closed', 'Closed', 'A conversation was closed'),
			topic('conversation.admin.noted', 'Note Added', 'A teammate added a note'),
			topic(
				'conversation.admin.open.assigned',
				'Opened and Assigned',
				'A conversation was reopened by assigning it',
			),
			topic('conversation.admin.opened', 'Opened', 'A conversation was reopened'),
			topic('conversation.admin.replied', 'Teammate Replied', 'A teammate replied'),
			topic(
				'conversation.admin.single.created',
				'Started by Teammate',
				'A teammate started a conversation with one contact',
			),
			topic('conversation.admin.snoozed', 'Snoozed', 'A conversation was snoozed'),
			topic('conversation.admin.unsnoozed', 'Unsnoozed', 'A conversation came back from snooze'),
			topic(
				'conversation.company.updated',
				'Company Changed',
				"A conversation's company was changed",
			),
			topic('conversation.contact.attached', 'Contact Added', 'A contact joined a conversation'),
			topic('conversation.contact.detached', 'Contact Removed', 'A contact left a conversation'),
			topic('conversation.deleted', 'Deleted', 'A conversation was deleted; only its ID is sent'),
			topic('conversation.operator.replied', 'Bot Replied', 'Fin or another bot replied'),
			topic(
				'conversation.priority.updated',
				'Priority Changed',
				"A conversation's priority was changed",
			),
			topic('conversation.rating.added', 'Rated', 'A contact rated a conversation'),
			topic('conversation.read', 'Read', 'A contact read a conversation'),
			topic('conversation.user.created', 'Started by Contact', 'A contact started a conversation'),
			topic('conversation.user.replied', 'Contact Replied', 'A contact replied'),
			topic('conversation_part.redacted', 'Part Redacted', 'A part of a conversation was redacted'),
			topic('conversation_part.tag.created', 'Part Tagged', 'A part of a conversation was tagged'),
		],
	},
	{
		name: 'Data Connector',
		permissions: ['Read data connectors'],
		topics: [topic('data_connector.execution.completed', 'Run Completed', 'A data connector ran')],
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
		topics: [
			topic('granular.subscribe', 'Subscribed', 'A contact joined a subscription type'),
			topic('granular.unsubscribe', 'Unsubscribed', 'A contact left a subscription type'),
		],
	},
	{
		name: 'Ticket',
		permissions: ['Read tickets'],
		topics: [
			topic('ticket.admin.assigned', 'Assigned to Teammate', 'A ticket was assigned to a teammate'),
			topic('ticket.admin.replied', 'Teammate Replied', 'A teammate replied to a ticket'),
			topic('ticket.attribute.updated', 'Attribute Changed', "A ticket's attribute was changed"),
			topic('ticket.closed', 'Closed', "A ticket's conversation was closed"),
			topic('ticket.contact.attached', 'Contact Added', 'A contact was added to a ticket'),
			topic('ticket.contact.detached', 'Contact Removed', 'A contact was removed from a ticket'),
			topic('ticket.contact.replied', 'Contact Replied', 'A contact replied to a ticket'),
			topic('ticket.created', 'Created', 'A ticket was created'),
			topic('ticket.note.created', 'Note Added', 'A note was added to a ticket'),
			topic('ticket.rating.provided', 'Rated', 'A contact rated a ticket'),
			topic('ticket.resolved', 'Resolved', 'A ticket was resolved (apps on API 2.15 and later)'),
			topic('ticket.state.updated', 'State Changed', "A ticket's state was changed"),
			topic('ticket.team.assigned', 'Assigned to Team', 'A ticket was assigned to a team'),
		],
	},
	{
		name: 'Visitor',
		permissions: readPeople,
		topics: [topic('visitor.signed_up', 'Signed Up', 'A visitor signed up')],
	},
];

/** The topic that Intercom sends to try out an address; it is always subscribed. */
export const pingTopic = 'ping';

/** Value of the topics parameter that stands for every topic. */
export const allTopics = '*';

/** Value of the topics parameter that shows the field for names of one's own. */
export const customTopic = 'custom';
