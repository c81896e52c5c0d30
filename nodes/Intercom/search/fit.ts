import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../engine/input-error';
import { isGroup, leavesOf, type Match, type Tree } from './filter';
import type { WireFilter } from './term';

/** The largest group that Intercom takes (2.16 line 8741). */
export const largestGroup = 15;

/** Groups may stand in one other group (2.16 line 8740: "max 2 nested filters"). */
export const deepestGroups = 2;

/** More clauses than this hardly ever shrink to what fits, and every further one costs time. */
const mostClauses = 512;

/** The most clauses that one step may make before it drops the redundant ones. */
const mostCombinations = 4096;

/** Filters that stand together, each as one bit. */
type Clause = bigint;

function opposite(match: Match): Match {
	return match === 'AND' ? 'OR' : 'AND';
}

/** Drops clauses that hold all filters of another one: they change nothing. */
function withoutRedundant(clauses: Clause[]): Clause[] {
	const kept: Clause[] = [];
	for (const clause of clauses) {
		if (kept.some((other) => (clause & other) === other)) continue;
		for (let index = kept.length - 1; index >= 0; index -= 1)
			if ((kept[index] & clause) === clause) kept.splice(index, 1);
		kept.push(clause);
	}
	return kept;
}

/**
 * Says a filter in two levels: clauses joined by `top`, their filters joined by the opposite. That is
 * the disjunctive normal form for OR, the conjunctive one for AND.
 *
 * @returns undefined where there would be too many clauses
 */
function toClauses(
	tree: Tree<WireFilter>,
	top: Match,
	bitOf: (filter: WireFilter) => Clause,
): Clause[] | undefined {
	if (!isGroup(tree)) return [bitOf(tree)];
	let clauses: Clause[] = tree.match === top ? [] : [0n];
	for (const member of tree.of) {
		const own = toClauses(member, top, bitOf);
		if (own === undefined || own.length * clauses.length > mostCombinations) return undefined;
		clauses = withoutRedundant(
			tree.match === top
				? [...clauses, ...own]
				: clauses.flatMap((clause) => own.map((other) => clause | other)),
		);
		if (clauses.length > mostClauses) return undefined;
	}
	return clauses;
}

function inChunks<Item>(items: Item[]): Item[][] {
	const count = Math.ceil(items.length / largestGroup);
	return Array.from({ length: count }, (_, index) =>
		items.slice(index * largestGroup, (index + 1) * largestGroup),
	);
}

function asGroup(operator: Match, value: object[]): IDataObject {
	return { operator, value: value as IDataObject[] };
}

/** Filters of one operator: a group, or a group of groups where there are many. */
function layOutRow(match: Match, filters: WireFilter[]): IDataObject | undefined {
	if (filters.length === 1) return { ...filters[0] };
	const chunks = inChunks(filters);
	if (chunks.length === 1) return asGroup(match, filters);
	if (chunks.length > largestGroup) return undefined;
	return asGroup(
		match,
		chunks.map((chunk) => asGroup(match, chunk)),
	);
}

/**
 * Clauses as a query. A group holds either groups or filters, never both, as the description
 * demands (2.16 multiple_filter_search_request), so filters that stand alone share a group.
 *
 * @returns undefined where the limits do not allow it
 */
function layOut(top: Match, clauses: WireFilter[][]): IDataObject | undefined {
	if (clauses.length === 1) return layOutRow(opposite(top), clauses[0]);
	const alone = clauses.filter((clause) => clause.length === 1).flat();
	const together = clauses.filter((clause) => clause.length > 1);
	if (together.length === 0) return layOutRow(top, alone);
	const groups = [
		...inChunks(alone).map((chunk) => asGroup(top, chunk)),
		...together.map((clause) => asGroup(opposite(top), clause)),
	];
	const fits =
		groups.length <= largestGroup && together.every((clause) => clause.length <= largestGroup);
	return fits ? asGroup(top, groups) : undefined;
}

/**
 * Says a filter within Intercom's limits: groups in one outer group, at most 15 members each. Deeper
 * filters are multiplied out, to whichever form has fewer filters; repeated filters are said once.
 *
 * @returns Intercom's `query`, undefined where no form fits
 */
export function fitIfPossible(tree: Tree<WireFilter>): IDataObject | undefined {
	const filters = new Map<string, WireFilter>();
	for (const filter of leavesOf<WireFilter>(tree)) filters.set(JSON.stringify(filter), filter);
	const keys = [...filters.keys()];
	const bits = new Map(keys.map((key, index) => [key, 1n << BigInt(index)]));
	const bitOf = (filter: WireFilter) => bits.get(JSON.stringify(filter)) ?? 0n;
	const all = [...filters.values()];

	const own = isGroup(tree) ? tree.match : 'AND';
	const forms = [own, opposite(own)].flatMap((top) => {
		const clauses = toClauses(tree, top, bitOf)?.map((clause) =>
			all.filter((filter) => (clause & bitOf(filter)) !== 0n),
		);
		const query = clauses === undefined ? undefined : layOut(top, clauses);
		return query === undefined ? [] : [{ query, size: clauses?.flat().length ?? 0 }];
	});
	if (forms.length === 0) return undefined;
	return forms.reduce((best, form) => (form.size < best.size ? form : best)).query;
}

/**
 * Says a filter within Intercom's limits, as `fitIfPossible` does.
 *
 * @returns Intercom's `query`
 * @throws InputError when no form fits
 */
export function fitQuery(tree: Tree<WireFilter>): IDataObject {
	const query = fitIfPossible(tree);
	if (query !== undefined) return query;
	throw new InputError(
		`The filter is too complex for Intercom, which takes groups in one outer group and at most ${largestGroup} conditions per group`,
		"Say several values of one field with IN instead of OR, leave out what isn't needed, or search in several steps and merge the results.",
	);
}
