import { isFields, sendable } from './data';
import { InputError, quoted, shortened } from './input-error';

/**
 * The form that JSON must have: an object, one without lists and objects in it, one with lists of
 * texts and numbers at most, or a list of objects.
 */
export type JsonShape = 'object' | 'flatObject' | 'flatObjectWithLists' | 'list';

/** Where in a text an offset is, as editors count. */
function placeOf(text: string, offset: number): string {
	const before = text.slice(0, offset).split('\n');
	const line = before.length;
	const near = shortened(text.slice(offset).trim(), 20);
	const where = `line ${line}, column ${before[line - 1].length + 1}`;
	return near === '' ? `It ends too early, at ${where}.` : `Look at ${where}: ${near}`;
}

/** What the reader's error tells about the place of the mistake; its words are for programmers. */
function hintOf(text: string, error: unknown): string {
	const message = error instanceof Error ? error.message : '';
	const position = /at position (\d+)/.exec(message)?.[1];
	if (position !== undefined) return placeOf(text, Number(position));
	if (/end of JSON/.test(message)) return placeOf(text, text.length);
	const token = /^Unexpected token '(.)'/u.exec(message)?.[1];
	const near = token === undefined ? '' : ` Look at the character ${quoted(token)}.`;
	return `Names and texts need double quotes, lists and objects no comma at their end.${near}`;
}

function invalidJson(name: string, text: string, error: unknown): InputError {
	return new InputError(`'${name}' is not valid JSON`, hintOf(text, error));
}

/**
 * Text as JSON; other values as they are.
 *
 * @param name the parameter, for errors
 * @throws InputError with the place of the mistake, and for what can't be sent
 */
export function parseJson(name: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	let parsed: unknown;
	try {
		parsed = JSON.parse(value);
	} catch (error) {
		throw invalidJson(name, value, error);
	}
	return sendable(name, parsed);
}

function isPlain(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}

function isFlat(value: unknown): boolean {
	return isFields(value) && Object.values(value).every(isPlain);
}

function isFlatWithLists(value: unknown): boolean {
	return isFields(value) && Object.values(value).flat().every(isPlain);
}

interface Shape {
	name: string;
	fits: (value: unknown) => boolean;
	hint: string;
}

const shapes: Record<JsonShape, Shape> = {
	object: {
		name: 'a JSON object',
		fits: isFields,
		hint: 'Write it in braces, such as {"name": "value"}.',
	},
	flatObject: {
		name: 'a JSON object of texts, numbers, true, false or null',
		fits: isFlat,
		hint: 'Write it in braces, such as {"name": "value"}. Give each inner value a name of its own.',
	},
	flatObjectWithLists: {
		name: 'a JSON object of texts, numbers, true, false, null or lists of them',
		fits: isFlatWithLists,
		hint: 'Write it in braces, such as {"name": "value"}. Give each inner value a name of its own.',
	},
	list: {
		name: 'a JSON list of objects',
		fits: (value) => Array.isArray(value) && value.every(isFields),
		hint: 'Write objects in brackets, such as [{"name": "value"}].',
	},
};

/**
 * JSON of one form.
 *
 * @throws InputError for JSON of another form
 */
export function requireShape(name: string, value: unknown, shape: JsonShape): void {
	const { name: wanted, fits, hint } = shapes[shape];
	if (!fits(value)) throw new InputError(`'${name}' must be ${wanted}, not ${quoted(value)}`, hint);
}
