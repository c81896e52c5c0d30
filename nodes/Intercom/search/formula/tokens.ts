import { InputError } from '../../engine/input-error';

/** One piece of a formula. */
export interface Token {
	/** `word` is a name or keyword, `quoted` text in quotes, `end` stands after the last piece. */
	kind: 'word' | 'quoted' | 'number' | 'symbol' | 'end';
	/** What it means: for quoted text its content, quotes and escapes removed. */
	text: string;
	/** Where it starts in the formula, from 0. */
	start: number;
	/** Where the next character follows. */
	end: number;
}

/** Symbols, longest first. */
const symbols = ['<>', '==', '!=', '<=', '>=', '!~', '=', '<', '>', '~', '^', '$'].concat([
	'(',
	')',
	'[',
	']',
	',',
]);

const blank = /\s+/uy;
const word = /[\p{L}_][\p{L}\p{N}_.-]*/uy;
const number = /-?\d+(?:\.\d+)?/uy;
const wordLike = /[\p{L}\p{N}_:.+/-]/uy;
const curlyQuotes = '‘’‚“”„`´';

function match(pattern: RegExp, formula: string, at: number): string | undefined {
	pattern.lastIndex = at;
	return pattern.exec(formula)?.[0];
}

/**
 * The error for a formula that can't be read.
 *
 * @param at where, counted from 0
 * @param problem what is there and what should be, as the end of a sentence
 */
export function formulaError(
	formula: string,
	at: number,
	problem: string,
	hint?: string,
): InputError {
	const before = formula.slice(0, at).split('\n');
	const column = before[before.length - 1].length + 1;
	return new InputError(
		`'Formula' can't be read at line ${before.length}, column ${column}: ${problem}`,
		hint,
	);
}

/** Reads quoted text. `''` and `\'` stand for a quote, `\\` for a backslash; line breaks are allowed. */
function readQuoted(formula: string, start: number): Token {
	const quote = formula[start];
	let text = '';
	for (let at = start + 1; at < formula.length; at += 1) {
		const next = formula[at + 1];
		if (formula[at] === '\\' && (next === '\\' || next === "'" || next === '"')) {
			text += next;
			at += 1;
		} else if (formula[at] !== quote) {
			text += formula[at];
		} else if (next === quote) {
			text += quote;
			at += 1;
		} else {
			return { kind: 'quoted', text, start, end: at + 1 };
		}
	}
	throw formulaError(
		formula,
		start,
		`the quote ${quote} that starts here is never closed`,
		`Close the text with ${quote}. A quote inside text is written twice: ${quote}${quote}.`,
	);
}

function readNumber(formula: string, start: number, text: string): Token {
	const end = start + text.length;
	if (match(wordLike, formula, end) !== undefined)
		throw formulaError(
			formula,
			start,
			'dates and text must stand in quotes',
			"Write for example '2026-01-31' or '24h plan'.",
		);
	if (!text.includes('.') && !Number.isSafeInteger(Number(text)))
		throw formulaError(
			formula,
			start,
			`${text} is too large for a number`,
			`Put it in quotes to compare it as text: '${text}'.`,
		);
	return { kind: 'number', text, start, end };
}

function readToken(formula: string, start: number): Token {
	const character = formula[start];
	if (character === "'" || character === '"') return readQuoted(formula, start);
	const name = match(word, formula, start);
	if (name !== undefined) return { kind: 'word', text: name, start, end: start + name.length };
	const digits = match(number, formula, start);
	if (digits !== undefined) return readNumber(formula, start, digits);
	const symbol = symbols.find((candidate) => formula.startsWith(candidate, start));
	if (symbol !== undefined)
		return { kind: 'symbol', text: symbol, start, end: start + symbol.length };
	throw formulaError(
		formula,
		start,
		`'${String.fromCodePoint(formula.codePointAt(start) ?? 0)}' has no meaning here`,
		curlyQuotes.includes(character)
			? `Use straight quotes: ' or ".`
			: "Put text in straight quotes, for example 'pro & team'.",
	);
}

/**
 * The pieces of a formula, with a last one of kind `end`. Reads each character once.
 *
 * @throws InputError with line and column
 */
export function readTokens(formula: string): Token[] {
	const tokens: Token[] = [];
	let at = 0;
	for (;;) {
		at += match(blank, formula, at)?.length ?? 0;
		if (at >= formula.length) {
			tokens.push({ kind: 'end', text: '', start: formula.length, end: formula.length });
			return tokens;
		}
		const token = readToken(formula, at);
		tokens.push(token);
		at = token.end;
	}
}
