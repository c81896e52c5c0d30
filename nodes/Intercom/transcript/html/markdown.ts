import { mapLines } from '../lines';
import { isAddress, withoutScheme } from './addresses';
import { beginning, cutMark } from './plain';
import type { TextStyle } from './render';

/**
 * What Markdown could take for a link, an image, a definition, HTML or a character's name, and
 * backslashes before anything that could be escaped. A text's end counts too, because other text
 * may follow it. Marks for bold, italic and code are left alone: they change no more than the look.
 */
const markup = /\\(?=[!-/:-@[-`{-~]|$)|[[\]]|<(?=[a-z/!?]|$)|&(?=#?[a-z0-9]{1,31};)/gi;

/**
 * Beginnings of lines that Markdown, or one of its wide-spread extensions, takes for a heading, a
 * list, a quote, a table, a fence, a formula or a directive; and lines that only consist of signs,
 * which underline headings, draw rules and divide tables.
 */
const structure = /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|[>|]|`{3}|~{3}|:{3}|\${2}|[-=|:*_+\s]+$)/;

const numbered = /^(\d{1,9})(?=[.)](?:\s|$))/;

/** Whether a line begins with a sign or a digit at all; most do not, and need no closer look. */
const suspicious = /^\s*[-#+*>|`~:$=_\d]/;

function escapedLine(line: string): string {
	if (!suspicious.test(line)) return line;
	const content = line.trimStart();
	const escaped = structure.test(content) ? `\\${content}` : content.replace(numbered, '$1\\');
	return line.slice(0, line.length - content.length) + escaped;
}

const closing: ReadonlyMap<string, string> = new Map([
	['(', '%28'],
	[')', '%29'],
]);

/** An address that can stand in parentheses. */
function destination(address: string): string {
	return address.replace(
		/[\s()<>\\`]/g,
		(character) => closing.get(character) ?? encodeURIComponent(character),
	);
}

function around(mark: string): (text: string) => string {
	return (text) => mapLines(text, (line) => (line === '' ? line : mark + line + mark));
}

/** Whether anything in a text may be markup; most texts need no closer look. */
const hasMarkup = /[\\[\]<&]/;

function text(written: string): string {
	return hasMarkup.test(written) ? written.replace(markup, '\\$&') : written;
}

/** The longest run of backticks. */
function longestRun(code: string): number {
	let longest = 0;
	for (const [run] of code.matchAll(/`+/g)) longest = Math.max(longest, run.length);
	return longest;
}

/** A block of code in a text. */
interface CodeBlock {
	fence: string;
	/** Where its first fence begins. */
	start: number;
	/** Where the code begins. */
	code: number;
}

/** The block of code that a position lies in, its fences included; undefined where it lies in none. */
function codeBlockAt(markdown: string, position: number): CodeBlock | undefined {
	let open: CodeBlock | undefined;
	for (let start = 0; start < position;) {
		const found = markdown.indexOf('\n', start);
		const end = found < 0 ? markdown.length : found;
		const line = markdown.slice(start, end);
		// What is written is escaped, so a line of backticks alone is always a fence.
		if (open === undefined && /^`{3,}$/.test(line)) open = { fence: line, start, code: end + 1 };
		else if (open?.fence === line && end < position) open = undefined;
		start = end + 1;
	}
	return open;
}

/** Without a last word that only its ending kept from being a heading or a list. */
function withoutOpening(markdown: string): string {
	const word = /(?<!\S)(?:#{1,6}|[-+*]|\d{1,9}[.)])$/.exec(markdown.slice(-11));
	return word === null ? markdown : markdown.slice(0, -word[0].length).trimEnd();
}

/**
 * Markdown in which what somebody wrote is text and nothing else: headings are left to the
 * transcript, and no HTML passes.
 */
export const markdownStyle: TextStyle = {
	text,
	strong: around('**'),
	emphasis: around('_'),
	link: (label, address) => {
		if (!isAddress(address)) return label;
		const isSame = label === text(address) || label === text(withoutScheme(address));
		return isSame ? label : `[${label}](${destination(address)})`;
	},
	image: (description, address) =>
		isAddress(address) ? `![${text(description) || 'Image'}](${destination(address)})` : '',
	code: (code) => {
		const longest = longestRun(code);
		// A fence is three backticks, also where a line begins with code.
		if (longest > 1) return text(code);
		return longest === 0 ? `\`${code}\`` : `\`\` ${code} \`\``;
	},
	codeBlock: (code) => {
		const fence = '`'.repeat(Math.max(2, longestRun(code)) + 1);
		return `${fence}\n${code}\n${fence}`;
	},
	// An underline of the line before would make it a heading; asterisks underline nothing.
	rule: '***',
	paragraph: (written) => mapLines(written, escapedLine),
	cut: (markdown, length) => {
		const end = length - cutMark.length;
		const block = codeBlockAt(markdown, end);
		if (block === undefined) return withoutOpening(beginning(markdown, end)) + cutMark;
		const codeEnd = end - block.fence.length - 1;
		if (codeEnd > block.code) return `${beginning(markdown, codeEnd)}${cutMark}\n${block.fence}`;
		return markdown.slice(0, block.start) + cutMark.trimStart();
	},
};
