import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { recordsIn } from '../client/paginate';
import { clientFor } from './client';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows of a drop-down page: enough to fill it, quick to load. */
const pageSize = 25;

function label(record: IDataObject, fields: string[]): string {
	const parts = fields.map((field) => record[field]).filter(Boolean);
	return parts.length === 0 ? String(record.id) : [...new Set(parts)].join(' – ');
}

function rows(records: IDataObject[], fields: string[]): INodeListSearchItems[] {
	return records.map((record) => ({ name: label(record, fields), value: String(record.id) }));
}

/** A list that Intercom gives all at once and that has few entries: filtered here. */
function wholeList(path: string, key: string, fields: string[]): ListSearch {
	return async function (filter) {
		const client = await clientFor(this);
		const answer = await client.send({ method: 'GET', path, repeatable: true });
		const wanted = (filter ?? '').trim().toLowerCase();
		const results = rows(recordsIn(answer, key), fields)
			.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name));
		return { results };
	};
}

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
		});
		const pages = answer.pages as IDataObject | undefined;
		return {
			results: rows(recordsIn(answer, 'data'), ['name', 'company_id']),
			paginationToken: page < Number(pages?.total_pages ?? 0) ? String(page + 1) : undefined,
		};
	}
	const { status, body } = await client.exchange(
		{ method: 'GET', path: '/companies', query: { name }, repeatable: true },
		[404],
	);
	return { results: status === 404 ? [] : rows(recordsIn(body), ['name', 'company_id']) };
};

/** What fills resource locators: small pages, searched by Intercom where it can. */
export const listSearch = {
	searchAdmins: wholeList('/admins', 'admins', ['name', 'email']),
	searchCompanies,
	searchContacts,
	searchSegments: wholeList('/segments', 'segments', ['name']),
	searchSubscriptionTypes: wholeList('/subscription_types', 'data', ['default_translation', 'id']),
	searchTags: wholeList('/tags', 'data', ['name']),
};
