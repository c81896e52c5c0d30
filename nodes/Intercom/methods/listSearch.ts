import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../client/paginate';
import { clientFor } from './client';
import { allPages, pageSize, rows, wholeList, type ListSearch } from './lists';
import {
	searchConversationAttributeOptions,
	searchConversationAttributes,
	searchConversations,
} from './searchConversations';
import {
	searchArticles,
	searchCollections,
	searchContentSnippets,
	searchInternalArticles,
} from './searchKnowledge';
import {
	searchTickets,
	searchTicketStates,
	searchTicketTypeAttributes,
	searchTicketTypes,
} from './searchTickets';

/** Contacts by name, email or external ID, searched by Intercom and paged. */
const searchContacts: ListSearch = async function (filter, paginationToken) {
	const client = await clientFor(this);
	const text = (filter ?? '').trim();
	const matches = [
		{ field: 'name', operator: '~', value: text },
		{ field: 'email', operator: '~', value: text },
		{ field: 'external_id', operator: '=', value: text },
	];
	const everyone = { field: 'role', operator: 'IN', value: ['user', 'lead'] };
	const answer = await client.send({
		method: 'POST',
		path: '/contacts/search',
		body: {
			query: text === '' ? everyone : { operator: 'OR', value: matches },
			pagination: {
				per_page: pageSize,
				...(paginationToken && { starting_after: paginationToken }),
			},
		},
		repeatable: true,
		expects: { list: 'data' },
	});
	const next = (answer.pages as IDataObject | undefined)?.next as IDataObject | undefined;
	return {
		results: rows(recordsIn(answer, 'data'), ['name', 'email']),
		paginationToken: next?.starting_after === undefined ? undefined : String(next.starting_after),
	};
};

/** Companies: Intercom has no search for them, only an exact name (intercom-api.md §6), so typing looks that up. */
const searchCompanies: ListSearch = async function (filter, paginationToken) {
	const client = await clientFor(this);
	const name = (filter ?? '').trim();
	const page = Number(paginationToken ?? 1);
	if (name === '') {
		const answer = await client.send({
			method: 'POST',
			path: '/companies/list',
			query: { page, per_page: pageSize },
			repeatable: true,
			expects: { list: 'data' },
		});
		const pages = answer.pages as IDataObject | undefined;
		return {
			results: rows(recordsIn(answer, 'data'), ['name', 'company_id']),
			paginationToken: page < Number(pages?.total_pages ?? 0) ? String(page + 1) : undefined,
		};
	}
	const { status, body } = await client.exchange(
		{
			method: 'GET',
			path: '/companies',
			query: { name },
			repeatable: true,
			// One company may come as it is.
			expects: { list: undefined },
		},
		[404],
	);
	return { results: status === 404 ? [] : rows(recordsIn(body), ['name', 'company_id']) };
};

/** What fills resource locators: small pages, searched by Intercom where it can. */
export const listSearch = {
	searchAdmins: wholeList('/admins', 'admins', ['name', 'email']),
	searchArticles,
	searchAwayStatusReasons: wholeList(
		'/away_status_reasons',
		'data',
		['label'],
		({ deleted }) => deleted !== true,
	),
	searchAudiences: allPages('/audiences', ['name']),
	searchBrands: wholeList('/brands', 'data', ['name']),
	searchEmails: wholeList('/emails', 'data', ['email']),
	searchCollections,
	searchCompanies,
	searchContacts,
	searchContentSnippets,
	searchContentSources: allPages('/ai/content_import_sources', ['url']),
	searchConversationAttributeOptions,
	searchConversationAttributes,
	searchConversations,
	// Intercom's own attributes have no ID and can't be changed.
	searchDataAttributes: wholeList(
		'/data_attributes',
		'data',
		['label', 'model'],
		({ custom }) => custom === true,
	),
	searchExternalPages: allPages('/ai/external_pages', ['title']),
	searchHelpCenters: wholeList('/help_center/help_centers', 'data', ['display_name', 'identifier']),
	searchInternalArticles,
	searchMacros: allPages('/macros', ['name']),
	searchSegments: wholeList('/segments', 'segments', ['name']),
	searchSubscriptionTypes: wholeList('/subscription_types', 'data', ['default_translation.name']),
	searchTags: wholeList('/tags', 'data', ['name']),
	searchTeams: wholeList('/teams', 'teams', ['name']),
	searchTickets,
	searchTicketStates,
	searchTicketTypeAttributes,
	searchTicketTypes,
};
