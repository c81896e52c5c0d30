import { IntercomError, parameterInvalid } from './errors';

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
	next?: { page: number; per_page: number; starting_after: string };
}

/** A whole number from a query or body, or the default when it is absent. */
export function readCount(
	value: unknown,
	name: string,
	bounds: { default: number; minimum: number; maximum: number },
): number {
	if (value === undefined || value === null) return bounds.default;
	const count = typeof value === 'number' ? value : Number(String(value));
	if (!Number.isInteger(count) || count < bounds.minimum || count > bounds.maximum) {
		throw parameterInvalid(
			`${name} must be a whole number between ${bounds.minimum} and ${bounds.maximum}`,
			name,
		);
	}
	return count;
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
		pages.next = { page: page + 1, per_page: size, starting_after: next };
	}
	return pages;
}
