import type { Description } from '../description';

/** The schemas that the description publishes under `components`. */
export const schemas = '/components/schemas';

/** One place in the description, as Intercom wrote it and as it should be. */
export interface Change {
	/** A JSON pointer into the description. */
	pointer: string;
	/** What Intercom wrote there; undefined where something is missing. */
	was: unknown;
	/** What should stand there. */
	now: unknown;
}

/** One known mistake of the description, mended before anything is checked against it. */
export interface Deviation {
	/** Where the mistake matters. */
	operations: string;
	/** Why it is a mistake. */
	reason: string;
	/** Where that is known from. */
	source: string;
	changes: Change[];
}

/** Adds what is missing under a place: fields of a schema, or its keywords. */
export function missing(parent: string, fields: Record<string, unknown>): Change[] {
	return Object.entries(fields).map(([key, now]) => ({
		pointer: `${parent}/${key}`,
		was: undefined,
		now,
	}));
}

/**
 * Mends a description in place.
 *
 * @throws Error when a place does not exist, or no longer holds what it held: then Intercom has changed its
 * description and the deviation must be looked at again
 */
export function applyDeviations(description: Description, list: Deviation[]): Description {
	for (const { pointer, was, now } of list.flatMap(({ changes }) => changes)) {
		const keys = pointer
			.split('/')
			.slice(1)
			.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
		const last = keys.pop() ?? '';
		const parent = keys.reduce<unknown>(member, description);
		if (typeof parent !== 'object' || parent === null) {
			throw new Error(`The description has no ${pointer}`);
		}
		const found = member(parent, last);
		if (JSON.stringify(found) !== JSON.stringify(was)) {
			throw new Error(`The description changed at ${pointer}: ${JSON.stringify(found)}`);
		}
		Object.assign(parent, { [last]: now });
	}
	return description;
}

function member(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[key]
		: undefined;
}
