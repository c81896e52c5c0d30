import type { IDataObject } from 'n8n-workflow';

import { recordsIn } from '../client/paginate';
import { clientFor } from './client';
import { allRecords, nextPageToken, pageSize, rows, type ListSearch } from './lists';

interface Source {
	path: string;
	/** Where the records stand in the answer. */
	key: string;
	query?: IDataObject;
}

/** Pages of a list without a filter, and pages of a search made by Intercom with one. */
function searchedList(list: Source, search: (text: string) => Source): ListSearch {
	return async function (filter, paginationToken) {
		const client = await clientFor(this);
		const text = (filter ?? '').trim();
		const page = Number(paginationToken ?? 1);
		const { path, key, query } = text === '' ? list : search(text);
		const answer = await client.send({
			method: 'GET',
			path,
			query: { ...query, ...(page > 1 && { page }) },
			repeatable: true,
			expects: { list: key },
		});
		return {
			results: rows(recordsIn(answer, key), ['title']),
			paginationToken: nextPageToken(answer, page),
		};
	};
}

/** Intercom's search over all knowledge, held to one type of content (2.16 `GET /content/search`). */
function contentSearch(type: string): (text: string) => Source {
	return (text) => ({
		path: '/content/search',
		key: 'data',
		query: { query: text, content_types: type, per_page: pageSize },
	});
}

/** Articles by words in their title and text. */
export const searchArticles = searchedList({ path: '/articles', key: 'data' }, (text) => ({
	path: '/articles/search',
	key: 'data.articles',
	query: { phrase: text },
}));

/** Internal articles; their own search takes no words, so the search over all content serves. */
export const searchInternalArticles = searchedList(
	{ path: '/internal_articles', key: 'data' },
	contentSearch('internal_article'),
);

/** Content snippets, which have no search of their own either. */
export const searchContentSnippets = searchedList(
	{ path: '/content_snippets', key: 'data' },
	contentSearch('snippet'),
);

/** Collections by name; Intercom can't search them, so they are looked through here. */
export const searchCollections: ListSearch = async function (filter, paginationToken) {
	const client = await clientFor(this);
	const path = '/help_center/collections';
	const wanted = (filter ?? '').trim().toLowerCase();
	if (wanted === '') {
		const page = Number(paginationToken ?? 1);
		const query = page > 1 ? { page } : {};
		const expects = { list: 'data' };
		const answer = await client.send({ method: 'GET', path, query, repeatable: true, expects });
		return {
			results: rows(recordsIn(answer, expects.list), ['name']),
			paginationToken: nextPageToken(answer, page),
		};
	}
	const collections = rows(await allRecords(client, path), ['name']);
	const matches = collections.filter(({ name, value }) =>
		`${name} ${value}`.toLowerCase().includes(wanted),
	);
	return { results: matches };
};
