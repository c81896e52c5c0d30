import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import { readPages, valueAt } from '../client/paginate';
import { clientFor } from './client';

/** What n8n calls to fill the list of a resource locator. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Rows of a drop-down page: enough to fill it, quick to load. */
export const pageSize = 25;

function label(record: IDataObject, fields: string[]): string {
	const parts = fields.map((field) => valueAt(record, field)).filter(Boolean);
	return parts.length === 0 ? String(record.id) : [...new Set(parts)].join(' – ');
}

/**
 * Records as entries of a drop-down.
 *
 * @param fields what to show, joined; dots nest; the ID where all of them are empty
 */
export function rows(records: IDataObject[], fields: string[]): INodeListSearchItems[] {
	return records.map((record) => ({ name: label(record, fields), value: String(record.id) }));
}

/** The entries that have a text in their name or ID, by name. */
function matching(entries: INodeListSearchItems[], filter = ''): INodeListSearchItems[] {
	const wanted = filter.trim().toLowerCase();
	return entries
		.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(wanted))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Searches a list that Intercom gives all at once and that has few entries: filtered here.
 *
 * @param key where the records stand in the answer
 * @param fields what to show of a record
 * @param isOffered drops records that can't be chosen
 */
export function wholeList(
	path: string,
	key: string,
	fields: string[],
	isOffered: (record: IDataObject) => boolean = () => true,
): ListSearch {
	return async function (filter) {
		const client = await clientFor(this);
		const records = await client.records({ method: 'GET', path, repeatable: true }, key);
		return { results: matching(rows(records.filter(isOffered), fields), filter) };
	};
}

/**
 * The token of the page after this one, for lists with page numbers.
 *
 * @returns undefined at the end
 */
export function nextPageToken(answer: IDataObject, page: number): string | undefined {
	const pages = answer.pages as IDataObject | undefined;
	const total = Number(pages?.total_pages ?? answer.total_pages ?? 0);
	return page < total ? String(page + 1) : undefined;
}

/** Pages to read at most for a drop-down: enough for lists that people keep by hand. */
const mostPages = 20;

/** The records of all pages of a list, for lists that Intercom can't search. */
export async function allRecords(client: IntercomClient, path: string): Promise<IDataObject[]> {
	const records: IDataObject[] = [];
	let pages = 0;
	const send: typeof client.send = async (request) => await client.send(request);
	for await (const page of readPages(send, { method: 'GET', path, repeatable: true })) {
		records.push(...page.records);
		pages += 1;
		if (pages === mostPages) break;
	}
	return records;
}

/**
 * Searches a list that has pages and that Intercom can't search: all of them are read and filtered
 * here.
 *
 * @param fields what to show of a record
 */
export function allPages(path: string, fields: string[]): ListSearch {
	return async function (filter) {
		const records = await allRecords(await clientFor(this), path);
		return { results: matching(rows(records, fields), filter) };
	};
}
