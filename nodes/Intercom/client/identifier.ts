/** Words before an id in Inbox and app addresses (`…/conversation/123`, `…/users/6762f…`). */
const addressWords =
	/\/(?:conversations?|users?|leads?|contacts?|companies|company|tickets?|admins?|teammates?|articles?|tags?|segments?|teams?|collections?|internal[-_]articles?|ticket[-_]types?)\/(?:show\/|articles\/)?([^/?#]+)/gi;

/** An id that names its kind, as Intercom's own tools write it: `conversation_123`, `contact_6762f…`. */
const prefixed =
	/^(?:conversation|contact|user|lead|company|ticket|admin|article|tag|segment|team|collection|ticket_type)_([0-9a-f]+)$/i;

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

/**
 * The bare id in what a user gives: the id itself, an address from Intercom's Inbox or app, or a
 * prefixed id (peers.md §1b). The last match in an address counts, as objects nest in it.
 *
 * @returns the trimmed input where nothing is recognised: ids are opaque
 */
export function bareIdentifier(value: string): string {
	const input = value.trim();
	if (/^https?:\/\//i.test(input)) {
		const ids = [...input.matchAll(addressWords)].map((match) => match[1]);
		const last = ids.at(-1) ?? input.split(/[?#]/)[0].split('/').slice(3).filter(Boolean).at(-1);
		// Addresses of articles and collections go on with the title: /articles/55-getting-started.
		return decoded(last ?? '').replace(/^(\d+)-.*$/, '$1');
	}
	return prefixed.exec(input)?.[1] ?? input;
}

/** What would change the path, and what programs make of a value that is not there. */
const notIdentifiers = new Set(['', '.', '..', 'undefined', 'null', 'NaN', '[object Object]']);

/** The most characters of an id; Intercom stores texts of up to 255. */
const longestIdentifier = 255;

/**
 * An id as one segment of a path.
 *
 * @returns undefined for what is none: nothing, `.` and `..`, texts such as `undefined`, overlong
 * text, and text with half a character, which has no form in an address
 */
export function pathSegment(identifier: string): string | undefined {
	if (notIdentifiers.has(identifier) || identifier.length > longestIdentifier) return undefined;
	if (/\p{Surrogate}/u.test(identifier)) return undefined;
	return encodeURIComponent(identifier);
}
