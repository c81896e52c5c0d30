import { ExplainedError } from '../client/explained-error';

/** The most characters of a title and of a hint: with both, an error stays below 1,000. */
const longestTitle = 350;
const longestHint = 450;
/** The most characters of a value that an error quotes. */
const longestQuote = 80;

/** A text cut to a length, with an ellipsis where something is left out. */
export function shortened(text: string, longest: number): string {
	return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** What a value is, for values that can't be quoted. */
function kindOf(value: object): string {
	if (Array.isArray(value)) return `a list of ${value.length}`;
	return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
}

/** A value as an error quotes it: short, and in words where it is no text, number or yes/no. */
export function quoted(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return JSON.stringify(shortened(value, longestQuote));
		case 'number':
			return Number.isFinite(value) ? String(value) : 'the result of an impossible calculation';
		case 'bigint':
			return shortened(String(value), longestQuote);
		case 'boolean':
			return String(value);
		case 'object':
			return value === null ? 'nothing' : kindOf(value);
		default:
			return value === undefined ? 'nothing' : `a ${typeof value}`;
	}
}

/**
 * Bad input, found before any request is sent. The engine adds the item's index and makes the
 * NodeOperationError that n8n shows. Its message names the parameter in single quotes; whatever is
 * quoted in it, its texts stay short.
 */
export class InputError extends ExplainedError {
	/** @param hint what to do about it, one or two sentences */
	constructor(message: string, hint?: string) {
		super(
			shortened(message, longestTitle),
			hint === undefined ? undefined : shortened(hint, longestHint),
		);
		this.name = 'InputError';
	}
}
