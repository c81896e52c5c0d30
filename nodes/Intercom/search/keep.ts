import type { IDataObject } from 'n8n-workflow';

import { toUnixSeconds } from '../engine/dates';
import { InputError } from '../engine/input-error';
import { liesIn } from './days';
import { isGroup, leavesOf, type Operator, type Scalar, type Tree } from './filter';
import type { SearchTable } from './table';
import { holds, isWidened, type DateTerm, type PlainTerm, type Term } from './term';

/** True or false, or undefined where a record alone does not tell. */
type Verdict = boolean | undefined;

function not(verdict: Verdict): Verdict {
	return verdict === undefined ? undefined : !verdict;
}

/** True before undefined before false for OR; the other way round for AND. */
function joinVerdicts(match: 'AND' | 'OR', verdicts: Verdict[]): Verdict {
	const decisive = match === 'OR';
	if (verdicts.includes(decisive)) return decisive;
	return verdicts.includes(undefined) ? undefined : !decisive;
}

function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/**
 * Compares texts as far as Intercom's way is known. Intercom does not document whether case, accents
 * and blanks count, so texts that differ only in these are left undecided.
 */
function compareText(
	actual: string,
	wanted: string,
	holdsFor: (actual: string, wanted: string) => boolean,
): Verdict {
	if (holdsFor(actual, wanted)) return true;
	return holdsFor(fold(actual), fold(wanted)) ? undefined : false;
}

const textTests: Partial<Record<Operator, (actual: string, wanted: string) => boolean>> = {
	'=': (actual, wanted) => actual === wanted,
	'~': (actual, wanted) => actual.includes(wanted),
	'^': (actual, wanted) => actual.startsWith(wanted),
	$: (actual, wanted) => actual.endsWith(wanted),
};

const orderTests: Partial<Record<Operator, (actual: number, wanted: number) => boolean>> = {
	'<': (actual, wanted) => actual < wanted,
	'<=': (actual, wanted) => actual <= wanted,
	'>': (actual, wanted) => actual > wanted,
	'>=': (actual, wanted) => actual >= wanted,
};

/** Negated operators by the operator they negate. */
const negated: Partial<Record<Operator, Operator>> = { '!=': '=', NIN: 'IN', '!~': '~' };

function compareScalar(operator: Operator, actual: unknown, wanted: Scalar): Verdict {
	// Whether empty text counts as not set is not documented.
	if (wanted === null) return actual === '' ? undefined : actual === null;
	if (actual === null) return false;
	if (typeof actual === 'string' || (typeof actual === 'number' && typeof wanted === 'string')) {
		const test = textTests[operator];
		return test === undefined ? undefined : compareText(String(actual), String(wanted), test);
	}
	if (typeof actual === 'number' && typeof wanted === 'number')
		return operator === '=' ? actual === wanted : orderTests[operator]?.(actual, wanted);
	return typeof actual === 'boolean' && operator === '=' ? actual === wanted : undefined;
}

function evaluatePlain({ filter, read }: PlainTerm, record: IDataObject): Verdict {
	const actual = read(record);
	const { operator, value } = filter;
	if (actual === undefined) return undefined;
	const opposite = negated[operator];
	if (opposite !== undefined) {
		// Whether "is not" finds records without a value is not documented.
		if (actual === null && value !== null) return undefined;
		return not(evaluatePlain({ kind: 'plain', opaque: false, filter: { ...filter, operator: opposite }, read }, record));
	}
	if (!Array.isArray(value)) return compareScalar(operator, actual, value);
	return joinVerdicts(
		'OR',
		value.map((member) => compareScalar('=', actual, member)),
	);
}

/** A date of a record in Unix seconds, null where it is not set, undefined where that can't be told. */
function readSeconds(value: unknown): number | null | undefined {
	if (value === null || typeof value === 'number') return value;
	if (typeof value !== 'string') return undefined;
	try {
		return toUnixSeconds(value, 'utc', 'date');
	} catch {
		return undefined;
	}
}

function evaluateDate({ read }: DateTerm, spans: DateTerm['wanted'], record: IDataObject): Verdict {
	const seconds = readSeconds(read(record));
	if (seconds === undefined) return undefined;
	return seconds !== null && liesIn(spans, seconds);
}

function evaluate(tree: Tree<Term>, record: IDataObject): Verdict {
	if (isGroup(tree))
		return joinVerdicts(
			tree.match,
			tree.of.map((member) => evaluate(member, record)),
		);
	return tree.kind === 'date'
		? evaluateDate(tree, tree.wanted, record)
		: evaluatePlain(tree, record);
}

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
 * match is dropped if that can be told, which is always so when `undecidable` finds nothing and the
 * record's texts don't differ from the wanted ones just by case, accents or outer blanks.
 *
 * Why: Intercom has already decided that the widened filter holds. Unless a date of the record lies
 * in the margin between what was asked and what was wanted, both filters say the same. In a margin,
 * the wanted filter is evaluated with three values, and the record kept unless it is false. If it
 * stays undecided, then conditions that only Intercom can decide are left; they stand in a branch
 * without which the widened filter would be false, so Intercom found them true.
 */
export function recordFilter(tree: Tree<Term>): ((record: IDataObject) => boolean) | undefined {
	const terms = isGroup(tree) ? leavesOf(tree) : [tree];
	const widened = terms.filter(isWidened);
	if (widened.length === 0) return undefined;
	return (record) =>
		!widened.some((term) => isInMargin(term, record)) || evaluate(tree, record) !== false;
}

function isOpaque(term: Term): boolean {
	return term.kind === 'plain' && term.opaque;
}

/**
 * Finds a widened date that stands beside a condition which only Intercom can decide, joined by OR.
 * Such a filter would find records whose date is in the margin, and nobody could tell whether the
 * other condition is what they were found for.
 *
 * @returns the two fields, or undefined where every record can be decided
 */
function undecidable(tree: Tree<Term>): { date: string; other: string } | undefined {
	if (!isGroup(tree)) return undefined;
	if (tree.match === 'OR') {
		const dates = tree.of.filter((member) => holds(member, isWidened));
		const others = tree.of.filter((member) => holds(member, isOpaque));
		const [date] = dates;
		const other = others.find((member) => member !== date) ?? others[0];
		const isPair = date !== undefined && other !== undefined && (other !== date || dates.length > 1);
		if (isPair) {
			const dateTerm = leavesOf<Term>({ match: 'OR', of: dates.filter((member) => member !== other) }).find(isWidened);
			const otherTerm = leavesOf<Term>({ match: 'OR', of: [other] }).find(isOpaque);
			if (dateTerm !== undefined && otherTerm?.kind === 'plain')
				return { date: dateTerm.field, other: otherTerm.filter.field };
		}
	}
	return tree.of.map((member) => undecidable(member)).find((found) => found !== undefined);
}

/**
 * Refuses filters whose result nobody could tell exactly. Only days are wide enough to matter: on
 * conversations and tickets the margin is one second, and records in it are kept.
 *
 * @throws InputError naming both fields and the ways out
 */
export function refuseUndecidable(tree: Tree<Term>, table: SearchTable): void {
	const pair = table.dates === 'calendarDay' ? undecidable(tree) : undefined;
	if (pair === undefined) return;
	throw new InputError(
		`'${pair.date}' and '${pair.other}' can't be joined by OR: Intercom compares dates of ${table.records} by day, and '${pair.other}' can't be checked on the records to be exact to the second`,
		`Ask for whole days, for example ${pair.date} >= '2026-01-31' or ${pair.date} < '2026-02-01', or search twice and merge the results.`,
	);
}
