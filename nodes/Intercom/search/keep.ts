import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../engine/input-error';
import { isGroup, leavesOf, type Tree } from './filter';
import type { SearchTable } from './table';
import { isOpaque, isWidened, type DateTerm, type PlainTerm, type Term } from './term';
import { evaluate, evaluateDate } from './verdict';

/** Whether Intercom may have found a record by a moment that the user did not ask for. */
function isInMargin(term: DateTerm, record: IDataObject): boolean {
	return (
		evaluateDate(term, term.found, record) !== false &&
		evaluateDate(term, term.wanted, record) !== true
	);
}

/**
 * Makes the filter for the records that Intercom finds with a widened query; undefined where the
 * query is exact.
 *
 * What it guarantees: no record that the user's filter matches is dropped. A record that does not
 * match is dropped if that can be told, which is always so after `refuseUndecidable` and the
 * record's texts don't differ from the wanted ones just by case, accents or outer blanks.
 *
 * Why: Intercom has already decided that the widened filter holds. Unless a date of the record lies
 * in the margin between what was asked and what was wanted, both filters say the same. In a margin,
 * the wanted filter is evaluated with three values, and the record kept unless it is false. If it
 * stays undecided, then conditions that only Intercom can decide are left; they stand in a branch
 * without which the widened filter would be false, so Intercom found them true.
 */
export function recordFilter(tree: Tree<Term>): ((record: IDataObject) => boolean) | undefined {
	const widened = leavesOf<Term>(tree).filter(isWidened);
	if (widened.length === 0) return undefined;
	return (record) =>
		!widened.some((term) => isInMargin(term, record)) || evaluate(tree, record) !== false;
}

/**
 * Finds a widened date that stands beside a condition which only Intercom can decide, joined by OR.
 * A record whose date is in the margin may have been found for either, and nobody could tell.
 */
function undecidable(tree: Tree<Term>): { date: DateTerm; other: PlainTerm } | undefined {
	if (!isGroup(tree)) return undefined;
	for (const member of tree.match === 'OR' ? tree.of : []) {
		const date = leavesOf<Term>(member).find(isWidened);
		const siblings = tree.of.filter((sibling) => sibling !== member);
		const other = siblings.flatMap((sibling) => leavesOf<Term>(sibling)).find(isOpaque);
		if (date !== undefined && other !== undefined) return { date, other };
	}
	return tree.of.map(undecidable).find((found) => found !== undefined);
}

/**
 * Refuses filters whose result nobody could tell exactly. Only days are wide enough to matter: on
 * conversations and tickets the margin is one second, and records in it are kept.
 *
 * @throws InputError naming both fields and the ways out
 */
export function refuseUndecidable(tree: Tree<Term>, { dates, records }: SearchTable): void {
	const pair = dates === 'calendarDay' ? undecidable(tree) : undefined;
	if (pair === undefined) return;
	const date = pair.date.field;
	const other = pair.other.filter.field;
	throw new InputError(
		`'${date}' and '${other}' can't be joined by OR: Intercom compares dates of ${records} by day, and a record does not tell '${other}', so the result could not be exact to the second`,
		`Ask for whole days, for example ${date} >= '2026-01-31' or ${date} < '2026-02-01', or search twice and merge the results.`,
	);
}
