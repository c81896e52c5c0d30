import { conversationTopics, ticketTopics } from './support-topics';
import { byItself, byTagger, removal, topic, type RecordRule, type TopicGroup } from './topic';

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
	conversationTopics,
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
	ticketTopics,
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
