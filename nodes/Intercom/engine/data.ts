import { InputError } from './input-error';

/** How deep lists and objects may be nested; Intercom's own reader of JSON ends here, too. */
const deepest = 100;

/**
 * Whether a value is an object of fields, whichever part of n8n made it: not a list, a date, a
 * buffer or any other thing with a nature of its own.
 */
export function isFields(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Whether a field counts as left empty: no text, an empty list, an object without fields. `false`,
 * `0` and an explicit `null` do not.
 */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return isFields(value) && Object.keys(value).length === 0;
}

/** Whether there is nothing in a field: it is empty, null or blank text. */
export function isBlank(value: unknown): boolean {
	return value === null || isEmpty(value) || (typeof value === 'string' && value.trim() === '');
}

/** A moment as an expression gives it: a Date, or luxon's DateTime such as `{{ $now }}`. */
export interface Moment {
	valueOf(): number;
	/** ISO 8601. */
	toJSON(): string;
}

/** Whether a value is a moment, valid or not. */
export function isMoment(value: unknown): value is Moment {
	if (typeof value !== 'object' || value === null) return false;
	return (
		Object.prototype.toString.call(value) === '[object Date]' ||
		('toMillis' in value && typeof value.toMillis === 'function')
	);
}

/** What keeps a value from being sent, in words; undefined where nothing does. */
function obstacle(value: unknown, depth: number): string | undefined {
	switch (typeof value) {
		case 'string':
			return /\p{Surrogate}/u.test(value) ? 'half a character' : undefined;
		case 'number':
			return Number.isFinite(value) ? undefined : 'a number that could not be calculated';
		case 'function':
		case 'symbol':
			return `a ${typeof value}`;
		case 'object':
			return value === null ? undefined : objectObstacle(value, depth);
		default:
			return undefined;
	}
}

function objectObstacle(value: object, depth: number): string | undefined {
	if (isMoment(value)) return Number.isFinite(value.valueOf()) ? undefined : 'an invalid date';
	if (!Array.isArray(value) && !isFields(value)) return 'an object that is no plain data';
	if (depth === deepest) return `lists or objects nested more than ${deepest} levels deep`;
	if (Array.isArray(value) && value.includes(undefined)) return 'a list with a missing entry';
	for (const [key, inner] of Object.entries(value)) {
		const found = obstacle(key, depth) ?? obstacle(inner, depth + 1);
		if (found !== undefined) return found;
	}
	return undefined;
}

const remedies: Record<string, string> = {
	'half a character':
		'A character such as an emoji was cut in two. Cut the text at another place, or use an expression with <code>.toWellFormed()</code>.',
	'a function': 'The expression names a function without calling it. Add parentheses: ().',
	'an invalid date': 'Check the expression that should give the date.',
};

/**
 * A value that can be sent as it is. A whole number of JavaScript's type for large ones becomes a
 * number where it fits, else text.
 *
 * @param name the parameter, for the error
 * @throws InputError for what JSON does not know and would drop or change: functions, numbers that
 * are none, files, broken text, endless nesting
 */
export function sendable(name: string, value: unknown): unknown {
	if (typeof value === 'bigint')
		return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	const found = obstacle(value, 0);
	if (found === undefined) return value;
	throw new InputError(
		`'${name}' holds ${found}`,
		remedies[found] ?? 'Use an expression that gives text, a number, a list or an object.',
	);
}
