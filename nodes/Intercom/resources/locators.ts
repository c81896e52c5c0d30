import type { Parameter } from '../engine/operation';
import { locator } from './locator';

/** The contact an operation is about. */
export const contactLocator = locator({
	displayName: 'Contact',
	name: 'contactId',
	search: 'searchContacts',
	description: 'The contact to work with',
	idExample: '6762f0d51bb69f9f2193bb7c',
	urlExample: 'https://app.intercom.com/a/apps/abc123/users/6762f0d51bb69f9f2193bb7c',
});

/** The company an operation is about, by Intercom's own ID (intercom-api.md §2 row 23). */
export const companyLocator = locator({
	displayName: 'Company',
	name: 'companyId',
	search: 'searchCompanies',
	description: "The company, by Intercom's own ID rather than the company ID you gave it",
	idExample: '6762f0ae1bb69f9f2193bb7b',
	urlExample: 'https://app.intercom.com/a/apps/abc123/companies/6762f0ae1bb69f9f2193bb7b',
});

/** The tag an operation is about. */
export const tagLocator = locator({
	displayName: 'Tag',
	name: 'tagId',
	search: 'searchTags',
	description: 'The tag',
	idExample: '7522907',
});

/** The subscription type an operation is about. */
export const subscriptionTypeLocator = locator({
	displayName: 'Subscription Type',
	name: 'subscriptionId',
	search: 'searchSubscriptionTypes',
	description: 'The subscription type',
	idExample: '37846',
});

/** The admin in whose name an operation acts; empty means the admin that the token belongs to. */
export const actingAdminLocator: Parameter = {
	...locator({
		displayName: 'Admin',
		name: 'adminId',
		search: 'searchAdmins',
		description: 'The teammate to act as. Leave empty for the one that the credential belongs to.',
		idExample: '814860',
	}),
	required: false,
	wire: { as: 'numericId' },
};

/** The teammate an operation is about. */
export const adminLocator = locator({
	displayName: 'Admin',
	name: 'adminId',
	search: 'searchAdmins',
	description: 'The teammate',
	idExample: '814860',
	isNumeric: true,
});

/** The team an operation is about. */
export const teamLocator = locator({
	displayName: 'Team',
	name: 'teamId',
	search: 'searchTeams',
	description: 'The team',
	idExample: '991267902',
});

/** The segment an operation is about. */
export const segmentLocator = locator({
	displayName: 'Segment',
	name: 'segmentId',
	search: 'searchSegments',
	description: 'The segment',
	idExample: '6762f1261bb69f9f2193ba15',
});

/** The custom attribute of contacts or companies that an operation is about. */
export const dataAttributeLocator = locator({
	displayName: 'Data Attribute',
	name: 'dataAttributeId',
	search: 'searchDataAttributes',
	description: "The custom attribute; Intercom's own attributes have no ID",
	idExample: '37',
	isNumeric: true,
});

/** The article of a help center that an operation is about. */
export const articleLocator = locator({
	displayName: 'Article',
	name: 'articleId',
	search: 'searchArticles',
	description: 'The article',
	idExample: '55',
	urlExample: 'https://app.intercom.com/a/apps/abc123/articles/articles/55/show',
	isNumeric: true,
});

/** The internal article an operation is about. */
export const internalArticleLocator = locator({
	displayName: 'Internal Article',
	name: 'internalArticleId',
	search: 'searchInternalArticles',
	description: 'The internal article',
	idExample: '48',
	isNumeric: true,
});

/** The collection of a help center that an operation is about. */
export const collectionLocator = locator({
	displayName: 'Collection',
	name: 'collectionId',
	search: 'searchCollections',
	description: 'The collection',
	idExample: '165',
	urlExample: 'https://help.example.com/en/collections/165-getting-started',
	isNumeric: true,
});

/** The help center an operation is about. */
export const helpCenterLocator = locator({
	displayName: 'Help Center',
	name: 'helpCenterId',
	search: 'searchHelpCenters',
	description: 'The help center',
	idExample: '79',
	isNumeric: true,
});

/** The content snippet an operation is about. */
export const contentSnippetLocator = locator({
	displayName: 'Content Snippet',
	name: 'contentSnippetId',
	search: 'searchContentSnippets',
	description: 'The content snippet',
	idExample: '123',
});

/** Why a teammate is away; some workspaces insist on a reason (2.16 `away_status_reason_mandatory`). */
export const awayReasonLocator: Parameter = {
	...locator({
		displayName: 'Reason',
		name: 'awayStatusReasonId',
		search: 'searchAwayStatusReasons',
		description: 'Why the teammate is away. Some workspaces insist on a reason.',
		idExample: '12345',
	}),
	required: false,
	wire: { as: 'integerId' },
};

/** The ticket an operation is about: by the ID of the API, not the number shown in the Inbox (2.16 line 19513). */
export const ticketLocator = locator({
	displayName: 'Ticket',
	name: 'ticketId',
	search: 'searchTickets',
	description:
		'The ticket, by its ID in the API or in the address of the Inbox; not the number such as #12345 that the Inbox shows',
	idExample: '215470000000123',
	urlExample: 'https://app.intercom.com/a/inbox/abc123/inbox/view/1/conversation/215470000000123',
});

/** The ticket type an operation is about. */
export const ticketTypeLocator = locator({
	displayName: 'Ticket Type',
	name: 'ticketTypeId',
	search: 'searchTicketTypes',
	description: 'The type of the ticket',
	idExample: '88',
});

/** A state of tickets; custom states included, offered for the ticket type chosen beside. */
export const ticketStateLocator = locator({
	displayName: 'Ticket State',
	name: 'ticketStateId',
	search: 'searchTicketStates',
	description: 'The state of the ticket; it must belong to the type of the ticket',
	idExample: '8481',
});

/** An attribute of the ticket type chosen beside. */
export const ticketTypeAttributeLocator = locator({
	displayName: 'Attribute',
	name: 'attributeId',
	search: 'searchTicketTypeAttributes',
	description: 'The attribute of the ticket type',
	idExample: '196',
});

/** The conversation an operation is about. */
export const conversationLocator = locator({
	displayName: 'Conversation',
	name: 'conversationId',
	search: 'searchConversations',
	description: 'The conversation to work with',
	idExample: '215468732519',
	urlExample: 'https://app.intercom.com/a/inbox/abc123/inbox/conversation/215468732519',
	isNumeric: true,
});

/** The conversation attribute an operation is about. */
export const conversationAttributeLocator = locator({
	displayName: 'Attribute',
	name: 'attributeId',
	search: 'searchConversationAttributes',
	description: 'The conversation attribute to work with',
	idExample: '8',
	isNumeric: true,
});

/** An option of the list attribute chosen above. */
export const conversationAttributeOptionLocator = locator({
	displayName: 'Option',
	name: 'optionId',
	search: 'searchConversationAttributeOptions',
	description: 'The option of the list attribute',
	idExample: 'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
});

/** The audience an operation is about. */
export const audienceLocator = locator({
	displayName: 'Audience',
	name: 'audienceId',
	search: 'searchAudiences',
	description: 'The audience',
	idExample: '123',
});

/** The brand an operation is about. */
export const brandLocator = locator({
	displayName: 'Brand',
	name: 'brandId',
	search: 'searchBrands',
	description: 'The brand',
	idExample: '15',
});

/** The sender address an operation is about. */
export const emailLocator = locator({
	displayName: 'Sender Address',
	name: 'emailId',
	search: 'searchEmails',
	description: 'The sender address',
	idExample: '10',
});

/** The macro an operation is about. */
export const macroLocator = locator({
	displayName: 'Macro',
	name: 'macroId',
	search: 'searchMacros',
	description: 'The macro',
	idExample: '789',
});

/** The source of external pages that an operation is about. */
export const contentSourceLocator = locator({
	displayName: 'Content Source',
	name: 'contentSourceId',
	search: 'searchContentSources',
	description: 'The content source',
	idExample: '33',
});

/** The external page an operation is about. */
export const externalPageLocator = locator({
	displayName: 'External Page',
	name: 'externalPageId',
	search: 'searchExternalPages',
	description: 'The external page',
	idExample: '22',
});
