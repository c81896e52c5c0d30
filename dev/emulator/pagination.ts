import { IntercomError } from './errors';
import { readCount } from './parameters';
import type { RouteRequest } from './route';
import { REGION_HOSTS } from './settings';

/** Bounds of a list's page size. */
export interface PageBounds {
	/** Rows a page has when the client does not say. */
	default: number;
	/** Most rows a page may have. */
	maximum: number;
}

/** `pages` of a cursor list (2.16 `cursor_pages`): `next` is missing on the last page. */
export interface CursorPages {
	type: 'pages';
	page: number;
	per_page: number;
	total_pages: number;
	next?: { per_page: number; starting_after: string };
}

/** The `per_page` of a request. */
export function readPageSize(value: unknown, bounds: PageBounds): number {
	return readCount(value, 'per_page', { ...bounds, minimum: 1 });
}

/** Packs a position into an opaque cursor. */
export function encodeCursor(position: readonly unknown[]): string {
	return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * Unpacks a cursor.
 * @throws IntercomError 400 `client_error` when it is none (intercom-api.md §7)
 */
export function decodeCursor(cursor: string): unknown[] {
	try {
		const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
		if (Array.isArray(position)) return position;
	} catch {
		// Not a cursor of ours: said below.
	}
	throw invalidCursor();
}

/** 400 for a cursor that is none; the wording after "param" is not documented. */
export function invalidCursor(): IntercomError {
	return new IntercomError(400, 'client_error', 'Invalid starting_after param');
}

/**
 * Builds `pages` of a cursor list.
 * @param page number of this page, from 1; only informational (intercom-api.md §5)
 */
export function cursorPages(
	page: number,
	size: number,
	total: number,
	next: string | undefined,
): CursorPages {
	const pages: CursorPages = {
		type: 'pages',
		page,
		per_page: size,
		total_pages: Math.ceil(total / size),
	};
	if (next !== undefined) {
		pages.next = { per_page: size, starting_after: next };
	}
	return pages;
}

/** `pages` of a list by page number (2.16 `pages_link`). */
export interface NumberedPages {
	type: 'pages';
	/** Address of the next page; null on the last, or missing (and see `settings.pageLinks`). */
	next?: string | null;
	page: number;
	per_page: number;
	total_pages: number;
}

/** A page of a list by page number. */
export interface NumberedPage<T> {
	rows: T[];
	total: number;
	pages: NumberedPages;
}

/** Query parameters of lists by page number. */
export const PAGE_QUERY = ['page', 'per_page'] as const;

/**
 * Cuts the page that a request's `page` and `per_page` ask for out of all rows.
 * @param nextPage what `pages.next` holds by default: a URL, null, or nothing because the key is
 *   missing (docs/intercom/recorded-answers.md)
 * @throws IntercomError 400 for a page or page size out of bounds
 */
export function numberedPage<T>(
	request: RouteRequest,
	all: readonly T[],
	bounds: PageBounds,
	nextPage: 'url' | 'none' | 'missing' = 'none',
): NumberedPage<T> {
	const size = readPageSize(request.query.per_page, bounds);
	const page = readCount(request.query.page, 'page', {
		default: 1,
		minimum: 1,
		maximum: Number.MAX_SAFE_INTEGER,
	});
	const pageCount = Math.ceil(all.length / size);
	const { pageLinks } = request.settings;
	const link = pageLinks === 'described' ? nextPage : pageLinks;
	const next = link === 'url' && page < pageCount ? nextUrl(request, page + 1, size) : null;
	return {
		rows: all.slice((page - 1) * size, page * size),
		total: all.length,
		pages: {
			type: 'pages',
			...(next === null && nextPage === 'missing' ? {} : { next }),
			page,
			per_page: size,
			total_pages: pageCount,
		},
	};
}

/** The address is on Intercom's own host, whatever host the client called: a trap worth testing. */
function nextUrl(request: RouteRequest, page: number, size: number): string {
	const url = new URL(request.path, REGION_HOSTS[request.settings.region]);
	for (const [name, value] of Object.entries(request.query)) {
		if (value !== undefined) url.searchParams.set(name, value);
	}
	url.searchParams.set('page', String(page));
	url.searchParams.set('per_page', String(size));
	return url.href;
}
