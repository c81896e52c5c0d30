import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { InputError } from '../../../nodes/Intercom/engine/input-error';
import {
	isGroup,
	isWholeDay,
	type Condition,
	type Operator,
	type Scalar,
	type Tree,
} from '../../../nodes/Intercom/search/filter';
import { parseFormula } from '../../../nodes/Intercom/search/formula/formula';
import { filters } from './support/arbitraries';
import { inputErrorOf } from './support/error';

const condition = (field: string, operator: Operator, value: Scalar | Scalar[]): Condition => ({
	field,
	operator,
	value,
});
const role = condition('role', '=', 'user');
const email = condition('email', '~', 'example');
const name = condition('name', '=', 'Support');

describe('operators', () => {
	it.each<[string, Operator, Scalar | Scalar[]]>([
		["a = 'x'", '=', 'x'],
		["a == 'x'", '=', 'x'],
		["a != 'x'", '!=', 'x'],
		["a <> 'x'", '!=', 'x'],
		['a < 1', '<', 1],
		['a <= 1', '<=', 1],
		['a > -1', '>', -1],
		['a >= 1.5', '>=', 1.5],
		["a ~ 'x'", '~', 'x'],
		["a CONTAINS 'x'", '~', 'x'],
		["a !~ 'x'", '!~', 'x'],
		["a not contains 'x'", '!~', 'x'],
		["a ^ 'x'", '^', 'x'],
		["a Starts With 'x'", '^', 'x'],
		["a $ 'x'", '$', 'x'],
		["a ENDS\n WITH 'x'", '$', 'x'],
		["a IN ['x', 'y']", 'IN', ['x', 'y']],
		["a in ('x','y')", 'IN', ['x', 'y']],
		['a NOT IN [1, 2]', 'NIN', [1, 2]],
		['a NIN [1]', 'NIN', [1]],
		['a IS NULL', '=', null],
		['a is not null', '!=', null],
		['a = null', '=', null],
		['a = TRUE', '=', true],
		['a = false', '=', false],
	])('%s', (formula, operator, value) => {
		expect(parseFormula(formula)).toEqual(condition('a', operator, value));
	});
});

describe('groups', () => {
	it.each<[string, Tree<Condition>]>([
		[
			"role = 'user' OR email ~ 'example' AND name = 'Support'",
			{ match: 'OR', of: [role, { match: 'AND', of: [email, name] }] },
		],
		[
			"(role = 'user' or email ~ 'example') and name = 'Support'",
			{ match: 'AND', of: [{ match: 'OR', of: [role, email] }, name] },
		],
		["((role='user'))", role],
		["role='user'AND email~'example'", { match: 'AND', of: [role, email] }],
	])('%s', (formula, tree) => {
		expect(parseFormula(formula)).toEqual(tree);
	});

	it('reads the example of the documentation', () => {
		expect(
			parseFormula(
				"role = 'user' AND (signed_up_at > '2023-01-01' OR custom_attributes.plan IN ['pro','team'])",
			),
		).toEqual({
			match: 'AND',
			of: [
				role,
				{
					match: 'OR',
					of: [
						condition('signed_up_at', '>', '2023-01-01'),
						condition('custom_attributes.plan', 'IN', ['pro', 'team']),
					],
				},
			],
		});
	});
});

describe('names and texts', () => {
	it.each([
		['custom_attributes."Plan name" = 1', 'custom_attributes.Plan name'],
		["custom_attributes.'Plan ''24' = 1", "custom_attributes.Plan '24"],
		['"custom_attributes.a.b" = 1', 'custom_attributes.a.b'],
		['custom_attributes.größe-2 = 1', 'custom_attributes.größe-2'],
	])('%s names %s', (formula, field) => {
		expect(parseFormula(formula)).toEqual(condition(field, '=', 1));
	});

	it.each([
		["a = 'it''s'", "it's"],
		["a = 'it\\'s'", "it's"],
		['a = "it\'s"', "it's"],
		['a = "say \\"hi\\""', 'say "hi"'],
		["a = ''", ''],
		["a = ''''", "'"],
		["a = 'C:\\temp\\\\x'", 'C:\\temp\\x'],
		["a = 'AND (b = 1'", 'AND (b = 1'],
		["a = 'two\nlines'", 'two\nlines'],
	])('%s holds %j', (formula, value) => {
		expect(parseFormula(formula)).toEqual(condition('a', '=', value));
	});
});

describe('what can not be read', () => {
	const at = (line: number, column: number) =>
		`'Formula' can't be read at line ${line}, column ${column}: `;

	it.each([
		['', `${at(1, 1)}it ends where a field such as role is expected`],
		[
			"role 'user'",
			`${at(1, 6)}'user' stands where an operator such as =, !=, IN or CONTAINS is expected`,
		],
		[
			"role =\n  = 'user'",
			`${at(2, 3)}= stands where a value such as 'user', 42, true or null is expected`,
		],
		["(role = 'user'", `${at(1, 15)}it ends where AND, OR or ')' is expected`],
		["role = 'user')", `${at(1, 14)}) stands where AND, OR or the end is expected`],
		["role = 'user' name = 'x'", `${at(1, 15)}name stands where AND, OR or the end is expected`],
		["role IN 'user'", `${at(1, 9)}'user' stands where a list such as ['pro', 'team'] is expected`],
		["role IN ['user'", `${at(1, 16)}it ends where a comma or ']' is expected`],
		[
			'role IN []',
			`${at(1, 10)}] stands where a value such as 'user', 42, true or null is expected`,
		],
		[
			"role = ['user']",
			`${at(1, 8)}[ stands where a value such as 'user', 42, true or null is expected`,
		],
		['role IS user', `${at(1, 9)}user stands where NULL is expected`],
		["custom_attributes. = 'x'", `${at(1, 20)}= stands where a name is expected`],
		['a = 1 AND', `${at(1, 10)}it ends where a field such as role is expected`],
		['a = #1', `${at(1, 5)}'#' has no meaning here`],
	])('%j', (formula, message) => {
		expect(inputErrorOf(() => parseFormula(formula)).message).toBe(message);
	});

	it.each([
		['role = user', "Put text in quotes: 'user'."],
		['created_at > 2023-01-01', "Write for example '2026-01-31' or '24h plan'."],
		['role = ‘user’', 'Use straight quotes: \' or ".'],
		["role = 'user", "Close the text with '. A quote inside text is written twice: ''."],
		[
			"NOT role = 'user'",
			"NOT can't stand before a condition. Use !=, NOT IN or NOT CONTAINS inside it.",
		],
		["role NOT STARTS WITH 'u'", 'After NOT comes IN or CONTAINS.'],
		[
			'external_id = 90071992547409930',
			"Put it in quotes to compare it as text: '90071992547409930'.",
		],
	])('%s is met with: %s', (formula, hint) => {
		expect(inputErrorOf(() => parseFormula(formula)).hint).toBe(hint);
	});

	it('refuses parentheses without end', () => {
		const formula = `${'('.repeat(100_000)}a = 1${')'.repeat(100_000)}`;
		expect(inputErrorOf(() => parseFormula(formula)).message).toBe(
			`${at(1, 51)}parentheses nest more than 50 deep`,
		);
	});

	it('answers any text with a filter or an InputError', () => {
		const pieces = fc.constantFrom(
			...[
				'a',
				'a.',
				'"b c"',
				"'x'",
				"'",
				'"',
				'\\',
				'1',
				'-',
				'1.5',
				'=',
				'!',
				'<',
				'>',
				'~',
				'^',
				'$',
			],
			...[
				'IN',
				'NOT',
				'IS',
				'NULL',
				'AND',
				'OR',
				'CONTAINS',
				'STARTS',
				'WITH',
				'(',
				')',
				'[',
				']',
				',',
			],
			...[' ', '\n', 'é', '😀', '‘'],
		);
		const texts = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(pieces).map((parts) => parts.join(' ')),
		);
		fc.assert(
			fc.property(texts, (formula) => {
				try {
					return parseFormula(formula) !== undefined;
				} catch (error) {
					return error instanceof InputError;
				}
			}),
			{ numRuns: 2000 },
		);
	});
});

/** Writes a filter as a formula; the tests' own, so that it and the reader check each other. */
function print(tree: Tree<Condition>): string {
	if (isGroup(tree)) return `(${tree.of.map(print).join(` ${tree.match} `)})`;
	const { field, operator, value } = tree;
	const words: Partial<Record<Operator, string>> = { NIN: 'NOT IN', '!~': 'NOT CONTAINS' };
	const show = (one: unknown) =>
		typeof one === 'string' ? `'${one.replace(/\\/g, '\\\\').replace(/'/g, "''")}'` : String(one);
	if (isWholeDay(value)) throw new Error('Formulas have no whole days');
	const list = Array.isArray(value) ? `[${value.map(show).join(', ')}]` : show(value);
	const quotedName = `"${field.replace(/\\/g, '\\\\').replace(/"/g, '""')}"`;
	return `${/^[a-z_.]+[a-z]$/.test(field) ? field : quotedName} ${words[operator] ?? operator} ${list}`;
}

/** A group of one stands for its member, in print as in the tree. */
function withoutSingles(tree: Tree<Condition>): Tree<Condition> {
	if (!isGroup(tree)) return tree;
	const of = tree.of.map(withoutSingles);
	return of.length === 1 ? of[0] : { match: tree.match, of };
}

describe('print and parse', () => {
	const scalar = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.constantFrom("'", '\\', "\\'", "''", '"', 'NULL', '1'),
		fc.integer(),
		fc
			.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
			.map((x) => Math.round(x * 100) / 100 + 0),
		fc.boolean(),
		fc.constant(null),
	);
	const fieldName = fc.oneof(
		fc.constantFrom('role', 'custom_attributes.plan', 'location.city'),
		fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `custom_attributes.${text}`),
	);
	const conditions: fc.Arbitrary<Condition> = fc.oneof(
		fc.record({
			field: fieldName,
			operator: fc.constantFrom<Operator>('=', '!=', '<', '<=', '>', '>=', '~', '!~', '^', '$'),
			value: scalar,
		}),
		fc.record({
			field: fieldName,
			operator: fc.constantFrom<Operator>('IN', 'NIN'),
			value: fc.array(scalar, { minLength: 1, maxLength: 4 }),
		}),
	);

	it('gives the same filter back', () => {
		fc.assert(
			fc.property(filters(conditions, 3), (tree) => {
				expect(parseFormula(print(tree))).toEqual(withoutSingles(tree));
			}),
			{ numRuns: 500 },
		);
	});
});
