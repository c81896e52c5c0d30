import {
	group,
	type Condition,
	type Match,
	type Operator,
	type Scalar,
	type Tree,
	type Value,
} from '../filter';
import { formulaError, readTokens, type Token } from './tokens';

/** Parentheses may nest this deep; deeper ones are a mistake, not a filter. */
const deepestNesting = 50;

/** The operators by the symbol or the words that stand for them. */
const operatorBySpelling: Readonly<Record<string, Operator>> = {
	'=': '=',
	'==': '=',
	'!=': '!=',
	'<>': '!=',
	'<': '<',
	'<=': '<=',
	'>': '>',
	'>=': '>=',
	'~': '~',
	'!~': '!~',
	'^': '^',
	$: '$',
	IN: 'IN',
	NIN: 'NIN',
	'NOT IN': 'NIN',
	CONTAINS: '~',
	'NOT CONTAINS': '!~',
	'STARTS WITH': '^',
	'ENDS WITH': '$',
};

const constants: Readonly<Record<string, Scalar>> = { TRUE: true, FALSE: false, NULL: null };

const expected = {
	field: 'a field such as role',
	operator: 'an operator such as =, !=, IN or CONTAINS',
	value: "a value such as 'user', 42, true or null",
	list: "a list such as ['pro', 'team']",
	next: 'AND, OR or the end',
};

/**
 * Reads a formula by recursive descent:
 *
 *     filter    = all { OR all }
 *     all       = part { AND part }
 *     part      = "(" filter ")" | condition
 *     condition = field ( operator value | [ NOT ] IN list | IS [ NOT ] NULL )
 */
class FormulaReader {
	private readonly tokens: Token[];
	private position = 0;
	private nesting = 0;

	constructor(private readonly formula: string) {
		this.tokens = readTokens(formula);
	}

	read(): Tree<Condition> {
		const filter = this.readAny();
		if (this.current.kind !== 'end') throw this.unexpected(expected.next);
		return filter;
	}

	private get current(): Token {
		return this.tokens[this.position];
	}

	private take(): Token {
		const token = this.current;
		this.position += 1;
		return token;
	}

	/** Steps over a symbol or a keyword if it comes next. */
	private skip(text: string): boolean {
		if (!this.isNext(text)) return false;
		this.position += 1;
		return true;
	}

	private isNext(text: string, ahead = 0): boolean {
		const token = this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)];
		if (token.kind === 'symbol') return token.text === text;
		return token.kind === 'word' && token.text.toUpperCase() === text;
	}

	private unexpected(wanted: string, hint?: string) {
		const { kind, start, end } = this.current;
		const found = kind === 'end' ? 'it ends' : `${this.formula.slice(start, end)} stands`;
		return formulaError(this.formula, start, `${found} where ${wanted} is expected`, hint);
	}

	private readAny(): Tree<Condition> {
		return this.readMembers('OR', () => this.readMembers('AND', () => this.readPart()));
	}

	private readMembers(match: Match, readMember: () => Tree<Condition>): Tree<Condition> {
		const members = [readMember()];
		while (this.skip(match)) members.push(readMember());
		return group(match, members);
	}

	private readPart(): Tree<Condition> {
		const opening = this.current;
		if (!this.skip('(')) return this.readCondition();
		this.nesting += 1;
		if (this.nesting > deepestNesting)
			throw formulaError(
				this.formula,
				opening.start,
				`parentheses nest more than ${deepestNesting} deep`,
			);
		const filter = this.readAny();
		if (!this.skip(')')) throw this.unexpected("AND, OR or ')'");
		this.nesting -= 1;
		return filter;
	}

	private readCondition(): Condition {
		const field = this.readField();
		if (this.skip('IS')) {
			const operator = this.skip('NOT') ? '!=' : '=';
			if (!this.skip('NULL')) throw this.unexpected('NULL');
			return { field, operator, value: null };
		}
		const operator = this.readOperator();
		const value = operator === 'IN' || operator === 'NIN' ? this.readList() : this.readScalar();
		return { field, operator, value };
	}

	/** A field's name; after a dot it may stand in quotes: `custom_attributes."Plan name"`. */
	private readField(): string {
		if (this.isNext('NOT'))
			throw this.unexpected(
				expected.field,
				"NOT can't stand before a condition. Use !=, NOT IN or NOT CONTAINS inside it.",
			);
		const { kind, text, end } = this.current;
		if (kind !== 'word' && kind !== 'quoted') throw this.unexpected(expected.field);
		this.position += 1;
		if (kind === 'quoted' || !text.endsWith('.')) return text;
		if (this.current.kind !== 'quoted' || this.current.start !== end)
			throw this.unexpected('a name');
		return text + this.take().text;
	}

	private readOperator(): Operator {
		const words = this.tokens.slice(this.position, this.position + 2);
		const first = words[0].text.toUpperCase();
		const second = words.length > 1 ? words[1].text.toUpperCase() : '';
		for (const [spelling, length] of [
			[`${first} ${second}`, 2],
			[first, 1],
		] as const) {
			const isOperator = Object.hasOwn(operatorBySpelling, spelling);
			if (!isOperator || words.slice(0, length).some(({ kind }) => kind === 'quoted')) continue;
			this.position += length;
			return operatorBySpelling[spelling];
		}
		if (first === 'NOT')
			throw this.unexpected(expected.operator, 'After NOT comes IN or CONTAINS.');
		throw this.unexpected(expected.operator);
	}

	private readScalar(wanted = expected.value): Scalar {
		const { kind, text } = this.current;
		const constant = text.toUpperCase();
		let value: Scalar;
		if (kind === 'quoted') value = text;
		else if (kind === 'number') value = Number(text);
		else if (kind === 'word' && Object.hasOwn(constants, constant)) value = constants[constant];
		else if (kind === 'word') throw this.unexpected(wanted, `Put text in quotes: '${text}'.`);
		else throw this.unexpected(wanted);
		this.position += 1;
		return value;
	}

	private readList(): Value {
		const closing = this.skip('[') ? ']' : this.skip('(') ? ')' : undefined;
		if (closing === undefined) throw this.unexpected(expected.list);
		const values = [this.readScalar()];
		while (this.skip(',')) values.push(this.readScalar());
		if (!this.skip(closing)) throw this.unexpected(`a comma or '${closing}'`);
		return values;
	}
}

/**
 * Reads a filter such as
 * `role = 'user' AND (signed_up_at > '2023-01-01' OR custom_attributes.plan IN ['pro', 'team'])`.
 *
 * - operators: `=` `!=` `<` `<=` `>` `>=`, `IN` and `NOT IN` (or `NIN`) with a list in brackets,
 *   `CONTAINS` (`~`), `NOT CONTAINS` (`!~`), `STARTS WITH` (`^`), `ENDS WITH` (`$`), `IS NULL`,
 *   `IS NOT NULL`; keywords in any case
 * - values: text in single or double quotes (a quote inside is doubled or follows a backslash),
 *   numbers, `true`, `false`, `null`; dates are ISO text or Unix seconds
 * - names with other characters than letters, digits, `_`, `-` and `.` stand in quotes:
 *   `custom_attributes."Plan name"`
 * - AND binds before OR; parentheses group
 *
 * Fields, operators and values are checked later, by the compiler.
 *
 * @throws InputError with line and column, what is there and what should be
 */
export function parseFormula(formula: string): Tree<Condition> {
	return new FormulaReader(formula).read();
}
