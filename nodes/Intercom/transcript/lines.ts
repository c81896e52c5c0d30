/** Whatever ends a line for a person, a model or a Markdown reader, which are more than `\n`. */
const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

/** Blanks that are not one space; most are, and need no change. */
const blanks = /[\s\u0085]{2,}|[^\S ]|\u0085/g;

/** The same text with `\n` as its only line break, so that nothing can begin a line unnoticed. */
export function withPlainBreaks(text: string): string {
	return text.replace(lineBreaks, '\n');
}

/** The same text with one space where there were blanks of any kind. */
export function withSingleSpaces(text: string): string {
	return text.replace(blanks, ' ');
}

/** Any value as text within one line; empty for none and for what is neither text nor a number. */
export function oneLine(value: unknown): string {
	if (value === null || value === undefined || typeof value === 'object') return '';
	return withSingleSpaces(String(value)).trim();
}

/** Text whose lines are each changed alone. */
export function mapLines(text: string, change: (line: string) => string): string {
	return text.includes('\n') ? text.split('\n').map(change).join('\n') : change(text);
}
