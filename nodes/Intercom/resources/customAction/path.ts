import type { IDataObject } from 'n8n-workflow';

import { regions } from '../../client/hosts';
import { pathSegment } from '../../client/identifier';
import { InputError, quoted } from '../../engine/input-error';
import { pairsIn } from './rows';

const hosts: string[] = Object.values(regions).map(({ api }) => new URL(api).host);

/** A path with the names and values of its query, in their order. */
export interface SplitPath {
	path: string;
	query: Array<[name: string, value: string]>;
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/** Whether an expression left something out of a path: `/contacts//tags`, `/contacts/undefined`. */
function hasGap(path: string): boolean {
	const segments = path.replace(/^\/|\/$/g, '').split('/');
	return segments.some((segment) => pathSegment(decoded(segment)) === undefined);
}

/**
 * The path and query of what the user wrote: a path, or an address of Intercom's API as its
 * documentation shows it. Other hosts are refused, because the token goes along.
 *
 * @throws InputError
 */
export function splitPath(written: string): SplitPath {
	const input = written.trim();
	const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(input) || input.startsWith('//');
	let url: URL;
	try {
		url = new URL(isAddress ? input : input.replace(/^\/?/, '/'), regions.us.api);
	} catch {
		throw invalidPath(input);
	}
	if (isAddress && (url.protocol !== 'https:' || !hosts.includes(url.host)))
		throw invalidPath(input);
	if (input === '' || url.pathname === '/' || /\s/.test(input)) throw invalidPath(input);
	if (hasGap(url.pathname))
		throw new InputError(
			`'Path' has a part without a value: ${quoted(input)}`,
			'If it holds an expression, the expression gives nothing for this item.',
		);
	return { path: url.pathname, query: [...url.searchParams] };
}

function invalidPath(input: string): InputError {
	return new InputError(
		`'Path' is not a path of Intercom's API: ${quoted(input)}`,
		"Write the path as in Intercom's API reference, such as /contacts or /tickets/123/reply. Requests go only to the credential's own host.",
	);
}

/**
 * The query of a path together with the user's rows. A name that ends in brackets (`ids[]`) is a
 * list, all of whose values are sent; of any other name Intercom reads only one value.
 *
 * @param rows `[{ name, value }]`
 * @throws InputError for a name without brackets that occurs twice
 */
export function queryOf(inPath: SplitPath['query'], rows: unknown): IDataObject {
	const query = new Map<string, string | string[]>();
	for (const [name, value] of [...inPath, ...pairsIn(rows, 'Query Parameters')]) {
		const list = name.endsWith('[]') ? name.slice(0, -2) : undefined;
		const key = list ?? name;
		const before = query.get(key);
		if (list !== undefined && (before === undefined || Array.isArray(before)))
			query.set(key, [...(before ?? []), value]);
		else if (before === undefined) query.set(key, value);
		else
			throw new InputError(
				`'Query Parameters' and 'Path' give ${quoted(name)} more than once`,
				'For a list write the name with brackets, such as ids[], each time. Else remove one.',
			);
	}
	return Object.fromEntries(query);
}
