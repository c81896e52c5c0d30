import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isGroup, type Match, type Tree } from '../../../nodes/Intercom/search/filter';
import { fitQuery } from '../../../nodes/Intercom/search/fit';
import type { WireFilter } from '../../../nodes/Intercom/search/term';
import { inputErrorOf } from './support/error';
import { measure } from './support/intercom';

const leaf = (name: string): WireFilter => ({ field: name, operator: '=', value: true });
const all = (...of: Array<Tree<WireFilter>>): Tree<WireFilter> => ({ match: 'AND', of });
const any = (...of: Array<Tree<WireFilter>>): Tree<WireFilter> => ({ match: 'OR', of });
const names = (count: number, prefix = 'f') =>
	Array.from({ length: count }, (_, index) => leaf(`${prefix}${index}`));

/** A query in short: names of fields, `&` and `|` with their members. */
function brief(query: IDataObject): string {
	const { operator, value, field } = query;
	if (operator !== 'AND' && operator !== 'OR') return String(field);
	return `${operator === 'AND' ? '&' : '|'}(${(value as IDataObject[]).map(brief).join(' ')})`;
}

describe('what fits as it is', () => {
	it.each<[string, Tree<WireFilter>]>([
		['a', leaf('a')],
		['&(a b)', all(leaf('a'), leaf('b'))],
		['|(&(a b) &(c d))', any(all(leaf('a'), leaf('b')), all(leaf('c'), leaf('d')))],
		['&(|(a b) |(c d))', all(any(leaf('a'), leaf('b')), any(leaf('c'), leaf('d')))],
	])('%s', (expected, tree) => {
		expect(brief(fitQuery(tree))).toBe(expected);
	});
});

describe('what is brought into form', () => {
	it.each<[string, string, Tree<WireFilter>]>([
		[
			'lone filters share a group',
			'&(&(a b) |(c d))',
			all(leaf('a'), any(leaf('c'), leaf('d')), leaf('b')),
		],
		[
			'nested groups of one kind are one',
			'&(a b c)',
			all(leaf('a'), all(leaf('b'), all(leaf('c')))),
		],
		['repeated filters are said once', '&(a b)', all(leaf('a'), leaf('b'), leaf('a'))],
		['what another member implies is left out', 'a', any(leaf('a'), all(leaf('a'), leaf('b')))],
		[
			'three levels become two',
			'&(&(a) |(b c) |(b d))',
			all(leaf('a'), any(leaf('b'), all(leaf('c'), leaf('d')))),
		],
	])('%s', (_, expected, tree) => {
		expect(brief(fitQuery(tree))).toBe(expected);
	});

	it('splits long lists of one kind into groups', () => {
		expect(measure(fitQuery(any(...names(225))))).toEqual({ levels: 2, largest: 15, mixed: false });
	});
});

describe('what does not fit', () => {
	it.each<[string, Tree<WireFilter>]>([
		['too many filters', any(...names(226))],
		['too many alternatives beside a condition', all(leaf('a'), leaf('b'), any(...names(16)))],
		[
			'groups that multiply',
			any(
				...['a', 'b', 'c', 'd'].map((prefix) =>
					all(
						leaf(prefix),
						any(
							all(...names(4, prefix)),
							all(...names(4, prefix + prefix)),
							...names(4, `${prefix}x`),
						),
					),
				),
			),
		],
	])('%s', (_, tree) => {
		expect(inputErrorOf(() => fitQuery(tree))).toEqual({
			message:
				'The filter is too complex for Intercom, which takes groups in one outer group and at most 15 conditions per group',
			hint: "Say several values of one field with IN instead of OR, leave out what isn't needed, or search in several steps and merge the results.",
		});
	});
});

describe('every query', () => {
	const fields = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
	const trees = fc.letrec<{ tree: Tree<WireFilter> }>((tie) => ({
		tree: fc.oneof(
			{ maxDepth: 4, depthIdentifier: 'tree' },
			fc.constantFrom(...fields).map(leaf),
			fc.record({
				match: fc.constantFrom<Match>('AND', 'OR'),
				of: fc.array(tie('tree'), { minLength: 1, maxLength: 4, depthIdentifier: 'tree' }),
			}),
		),
	})).tree;

	function holdsIn(tree: Tree<WireFilter>, truths: Set<string>): boolean {
		if (!isGroup(tree)) return truths.has(tree.field);
		return tree.match === 'AND'
			? tree.of.every((member) => holdsIn(member, truths))
			: tree.of.some((member) => holdsIn(member, truths));
	}

	function queryHoldsIn(query: IDataObject, truths: Set<string>): boolean {
		const members = query.value as IDataObject[];
		if (query.operator === 'AND') return members.every((member) => queryHoldsIn(member, truths));
		if (query.operator === 'OR') return members.some((member) => queryHoldsIn(member, truths));
		return truths.has(String(query.field));
	}

	it('keeps the limits and means the same', () => {
		let fitted = 0;
		fc.assert(
			fc.property(trees, (tree) => {
				let query: IDataObject;
				try {
					query = fitQuery(tree);
				} catch {
					return;
				}
				fitted += 1;
				const { levels, largest, mixed } = measure(query);
				expect(levels).toBeLessThanOrEqual(2);
				expect(largest).toBeLessThanOrEqual(15);
				expect(mixed).toBe(false);
				for (let mask = 0; mask < 2 ** fields.length; mask += 1) {
					const truths = new Set(fields.filter((_, index) => (mask >> index) % 2 === 1));
					expect(queryHoldsIn(query, truths)).toBe(holdsIn(tree, truths));
				}
			}),
			{ numRuns: 300 },
		);
		expect(fitted).toBeGreaterThan(250);
	});
});
