import { formatViolation } from '../contract/contract';
import type { Contract, SentRequest } from '../contract/contract';
import { senselessTexts } from './hostile-values';
import { token } from './pretended-n8n';

/** The most characters that an error may have, title and description together. */
const longestError = 1_000;

/** What JavaScript says when a program is wrong; none of it helps a user. */
const javaScriptMessages = [
	/is not a function/,
	/is not iterable/,
	/is not a constructor/,
	/is not defined\b/,
	/is not valid JSON at/,
	/Cannot (read|set|mix|convert|destructure|access|create|assign|redefine|use)\b/,
	/Cannot add property/,
	/(Type|Range|Reference|Syntax|URI|Eval|Aggregate)Error/,
	/Maximum call stack/,
	/URI malformed/,
	/Invalid (time value|array length|string length|count value|date\b)/,
	/Unexpected (token|end of JSON|number|string|identifier)/,
	/in JSON at position/,
	/Expected .* in JSON/,
	/(Converting )?circular structure/i,
	/serialize a BigInt/,
	/Reduce of empty array/,
	/must be of type/,
	/Received (undefined|null|an instance|type|function)/,
	/\bERR_[A-Z]/,
	/Invalid (character|value) in header|Invalid value .* for header|Header name must be/,
	/toISOString|\.toString|\[native code\]|\[object \w+\]/,
	/undefined|\bNaN\b/,
	/\bat .+:\d+:\d+/,
	/out of range/,
	/Could not be cloned|DataCloneError/i,
	/this\.secret/,
];

/** What the node says when it can't tell what went wrong; the fuzz must never get that far. */
const ownFault = /fault in the Intercom node/i;

/** The text of an error as users see it. */
export function textOf(thrown: unknown): string {
	const { message, description } = thrown as { message?: string; description?: string | null };
	return [message, description].filter(Boolean).join('. ');
}

/** What is wrong with an error as an answer to bad input; empty when nothing is. */
export function faultsOfError(
	thrown: unknown,
	names: string[],
	hostile: unknown,
	hasAsked: boolean,
): string[] {
	const text = textOf(thrown);
	const faults: string[] = [];
	if (text.length > longestError) faults.push(`error of ${text.length} characters`);
	// What the user wrote may be quoted back.
	const own = typeof hostile === 'string' ? text.replaceAll(hostile, '') : text;
	const words = javaScriptMessages.find((pattern) => pattern.test(withoutQuotes(own)));
	if (words !== undefined) faults.push(`JavaScript's words: ${text.slice(0, 200)}`);
	if (ownFault.test(text)) faults.push(`unexplained: ${text.slice(0, 200)}`);
	if (text.includes(token)) faults.push('tells the token');
	// What only an answer shows, such as that nobody has this address, needs no parameter's name.
	if (!hasAsked && !names.some((name) => namesParameter(text, name)))
		faults.push(`names no parameter: ${text.slice(0, 200)}`);
	return faults;
}

/** Whether a text names a parameter: `'Lead External ID'`, or with the role left out `'External ID'`. */
function namesParameter(text: string, name: string): boolean {
	// A search names the field that a condition is about.
	if (name === 'Filter Groups' || name === 'Formula') return /'[^' ]+/.test(text);
	if (
		/^(The (content|content snippet|translation|metadata field|price)|There is nothing to update)\b/.test(
			text,
		)
	)
		return true;
	const words = name.split(' ');
	return words.some((_, first) => text.includes(`'${words.slice(first).join(' ')}'`));
}

/** A text without what it quotes with double quotes. */
function withoutQuotes(text: string): string {
	return text.replaceAll(/"[^"]*"/g, '');
}

function* textsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') yield value;
	else if (typeof value === 'object' && value !== null)
		for (const inner of Object.values(value)) yield* textsIn(inner);
}

/** What is wrong with a request; empty when nothing is. */
export function faultsOfRequest(
	request: SentRequest,
	hostile: unknown,
	contract: Contract | undefined,
): string[] {
	const faults: string[] = [];
	const segments = request.path.split('/').slice(1).map(decoded);
	const senseless = segments.find((segment) => segment === '' || isSenseless(segment));
	if (senseless !== undefined) faults.push(`${request.method} ${shortened(request.path)}`);
	for (const part of ['query', 'body'] as const)
		for (const text of textsIn(request[part]))
			if (isSenseless(text) && text !== hostile)
				faults.push(`sends ${JSON.stringify(text)} in the ${part}: ${shortened(request[part])}`);
	if (contract !== undefined)
		faults.push(
			...contract
				.checkRequest(request)
				.map((violation) => `${shortened(formatViolation(violation))}: ${shortened(request)}`),
		);
	return faults;
}

function isSenseless(text: string): boolean {
	return senselessTexts.includes(text.trim()) || /\[object \w+\]/.test(text);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

function shortened(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
	return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
