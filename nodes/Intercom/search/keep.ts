import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../engine/input-error';
import { isGroup, leavesOf, type Tree } from './filter';
import type { SearchTable } from './table';
import { isOpaque, isWidened, type DateTerm, type PlainTerm, type Term } from './term';
import { canMatch, evaluateDate } from './verdict';

/** Whether Intercom may have found a record by a moment that the user did not ask for. */
function isInMargin(term: DateTerm, record: IDataObject): boolean {
	return (
		evaluateDate(term, term.found, record) !== false &&
		evaluateDate(term, term.wanted, record) !== true
	);
}

/** Whether a record that Intercom found with the widened form of a filter matches the filter. */
function matchesToo(tree: Tree<Term>, record: IDataObject): boolean {
	if (!isGroup(tree))
		return tree.kind === 'plain' || evaluateDate(tree, tree.wanted, record) !== false;
	if (tree.match === 'AND') return tree.of.every((member) => matchesToo(member, record));
	const inMargin = leavesOf<Term>(tree).some((term) => isWidened(term) && isInMargin(term, record));
	return !inMargin || canMatch(tree, record);
}

/**
 * Makes the filter for the records that Intercom finds with a widened query; undefined where the
 * query is exact.
 *
 * What it guarantees: no record that the user's filter matches is dropped, provided that Intercom
 * ignores nothing but case, accents, blanks and punctuation where it compares texts. A record that
 * does not match is dropped, after `refuseUndecidable`, unless its texts differ from the wanted ones
 * just by these.
 *
 * Why: Intercom has already decided that the widened filter holds. So all members of an AND hold in
 * their widened form; dates are compared again, and the rest is Intercom's word. Of an OR, Intercom
 * does not tell which member holds. That matters only where a date of the record lies in the margin
 * between what was asked and what was wanted. Then every member is compared with the record, and
 * the record is kept if one can match. If one can match only by conditions that the record does not
 * tell, Intercom found it true: all such conditions stand in this member, and without it the widened
 * OR would be false.
 */
export function recordFilter(tree: Tree<Term>): ((record: IDataObject) => boolean) | undefined {
	if (!leavesOf<Term>(tree).some(isWidened)) return undefined;
	return (record) => matchesToo(tree, record);
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
