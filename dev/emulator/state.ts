import type { Clock } from './clock';
import { Collection } from './collection';
import { Identifiers } from './identifiers';
import type {
	Article,
	ArticleVersion,
	ContentSnippet,
	ContentSource,
	ExternalPage,
	HelpCenter,
	HelpCenterCollection,
	HelpCenterRedirect,
	InternalArticle,
} from './knowledge/records';
import type {
	ActivityLog,
	Admin,
	AwayStatusReason,
	Banner,
	Company,
	CompanyScroll,
	Contact,
	DataAttribute,
	DataEvent,
	EventCount,
	Message,
	Note,
	Segment,
	SubscriptionType,
	Tag,
	Team,
	Visitor,
	WhatsAppDelivery,
	Workload,
} from './records';
import type {
	Conversation,
	ConversationAttribute,
	DeletedConversation,
	StoredFile,
} from './conversations/records';
import { conversationSearchSchema } from './conversations/search-schema';
import { contactSearchSchema } from './search/contact-schema';
import { SearchIndex } from './search/search-index';
import type { EmulatorSettings } from './settings';
import type { Audience } from './routes/audiences';
import type { Brand, Macro } from './setup/records';
import type { Job, Ticket, TicketState, TicketType } from './tickets/records';
import { ticketSearchSchema } from './tickets/search-schema';

/** How an emulator's workspace starts out. */
export interface StateOptions {
	/** Whole number that all ids and generated data are derived from. */
	seed: number;
	clock: Clock;
	settings: EmulatorSettings;
}

/**
 * The stored workspace: one collection per kind of record, each a `Map` by id. Tests may read
 * and write it directly; look-ups and search follow. A record is replaced, never changed in place.
 */
export class EmulatorState {
	/** The workspace's id: `app_id` of webhooks and `workspace_id` of contacts. */
	readonly appId = 'emulator_app';
	readonly identifiers: Identifiers;
	readonly admins = new Collection<Admin>();
	readonly teams = new Collection<Team>();
	readonly tags = new Collection<Tag>({ lookups: { name: (tag) => [tag.name.toLowerCase()] } });
	readonly segments = new Collection<Segment>({
		lookups: { tag: (segment) => [segment.depends_on_tag_id] },
	});
	readonly subscriptionTypes = new Collection<SubscriptionType>();
	readonly dataAttributes = new Collection<DataAttribute>({
		lookups: { name: (attribute) => [`${attribute.model}:${attribute.full_name}`] },
	});
	readonly notes = new Collection<Note>();
	readonly banners = new Collection<Banner>();
	readonly messages = new Collection<Message>();
	readonly whatsAppDeliveries = new Collection<WhatsAppDelivery>({
		lookups: { ruleset: (delivery) => [delivery.ruleset_id] },
	});
	readonly companies = new Collection<Company>({
		lookups: {
			companyId: (company) => [company.company_id],
			name: (company) => [company.name],
			tag: (company) => company.tag_ids,
		},
	});
	readonly awayStatusReasons = new Collection<AwayStatusReason>();
	readonly activityLogs = new Collection<ActivityLog>();
	/** By the admin's id. */
	readonly workloads = new Collection<Workload>();
	/** By what Intercom tells events apart by: contact, name and second. */
	readonly events = new Collection<DataEvent>({
		lookups: { contact: (event) => [event.contact_id] },
	});
	readonly eventCounts = new Collection<EventCount>({
		lookups: { contact: (counted) => [counted.contact_id] },
	});
	readonly visitors = new Collection<Visitor>({
		lookups: { userId: (visitor) => [visitor.user_id], email: (visitor) => [visitor.email] },
	});
	readonly articles = new Collection<Article>();
	readonly articleVersions = new Collection<ArticleVersion>({
		lookups: { article: (version) => [version.article_id] },
	});
	readonly helpCenters = new Collection<HelpCenter>();
	readonly helpCenterCollections = new Collection<HelpCenterCollection>({
		lookups: { parent: (collection) => [collection.parent_id] },
	});
	readonly helpCenterRedirects = new Collection<HelpCenterRedirect>({
		lookups: { helpCenter: (redirect) => [redirect.help_center_id] },
	});
	readonly internalArticles = new Collection<InternalArticle>();
	readonly contentSnippets = new Collection<ContentSnippet>();
	readonly contentSources = new Collection<ContentSource>();
	readonly externalPages = new Collection<ExternalPage>({
		lookups: {
			source: (page) => [String(page.source_id)],
			externalId: (page) => [`${page.source_id}:${page.external_id}`],
		},
	});
	readonly audiences = new Collection<Audience>();
	readonly brands = new Collection<Brand>();
	readonly macros = new Collection<Macro>();
	readonly conversationAttributes = new Collection<ConversationAttribute>();
	readonly deletedConversations = new Collection<DeletedConversation>();
	/** What attachments hold. */
	readonly files = new Collection<StoredFile>();
	/** Where {@link files} are served; set when the server listens. */
	filesUrl = '';
	/** How often a client sent its token to where files are served. */
	leakedTokens = 0;
	readonly conversations: Collection<Conversation>;
	/** What `POST /conversations/search` sees; runs behind {@link conversations} by the search lag. */
	readonly conversationSearch: SearchIndex<Conversation>;
	readonly ticketTypes = new Collection<TicketType>();
	readonly ticketStates = new Collection<TicketState>();
	readonly jobs = new Collection<Job>();
	readonly tickets: Collection<Ticket>;
	/** What `POST /tickets/search` sees; runs behind {@link tickets} by the search lag. */
	readonly ticketSearch: SearchIndex<Ticket>;
	/** The one scroll that can be open; null when none is. */
	companyScroll: CompanyScroll | null = null;
	readonly contacts: Collection<Contact>;
	/** What `POST /contacts/search` sees; runs behind {@link contacts} by the search lag. */
	readonly contactSearch: SearchIndex<Contact>;

	constructor({ seed, clock, settings }: StateOptions) {
		this.identifiers = new Identifiers(seed);
		this.contactSearch = new SearchIndex<Contact>({
			schema: contactSearchSchema(
				(name) => this.dataAttributes.find('name', `contact:custom_attributes.${name}`)[0],
			),
			isSearchable: (contact) => contact.status === 'active',
			now: () => clock.milliseconds(),
			lag: () => settings.searchLagMilliseconds,
		});
		this.contacts = new Collection<Contact>({
			isListed: (contact) => contact.status === 'active',
			lookups: {
				email: (contact) => [contact.email],
				externalId: (contact) => [contact.external_id],
				company: (contact) => contact.company_ids,
				segment: (contact) => contact.segment_ids,
				tag: (contact) => contact.tags.map((tag) => tag.id),
			},
			onChange: (id, contact) => this.contactSearch.write(id, contact),
		});
		this.conversationSearch = new SearchIndex<Conversation>({
			schema: conversationSearchSchema((name) =>
				[...this.conversationAttributes.values()].find((attribute) => attribute.name === name),
			),
			isSearchable: () => true,
			now: () => clock.milliseconds(),
			lag: () => settings.searchLagMilliseconds,
		});
		this.conversations = new Collection<Conversation>({
			lookups: { contact: (conversation) => conversation.contact_ids },
			onChange: (id, conversation) => this.conversationSearch.write(id, conversation),
		});
		this.ticketSearch = new SearchIndex<Ticket>({
			schema: ticketSearchSchema(
				(id) => this.ticketTypes.get(id),
				() => this.ticketTypes.values(),
			),
			isSearchable: () => true,
			now: () => clock.milliseconds(),
			lag: () => settings.searchLagMilliseconds,
		});
		this.tickets = new Collection<Ticket>({
			onChange: (id, ticket) => this.ticketSearch.write(id, ticket),
		});
	}
}
