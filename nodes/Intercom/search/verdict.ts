import type { IDataObject } from 'n8n-workflow';

import { toUnixSeconds } from '../engine/dates';
import { liesIn, type Span } from './days';
import { isGroup, type Match, type Operator, type Scalar, type Tree } from './filter';
import type { DateTerm, PlainTerm, Term } from './term';

/** True or false, or undefined where a record alone does not tell. */
export type Verdict = boolean | undefined;

function not(verdict: Verdict): Verdict {
	return verdict === undefined ? undefined : !verdict;
}

/** True before undefined before false for OR; the other way round for AND. */
function joinVerdicts(match: Match, verdicts: Verdict[]): Verdict {
	const decisive = match === 'OR';
	if (verdicts.includes(decisive)) return decisive;
	return verdicts.includes(undefined) ? undefined : !decisive;
}

/** Letters and digits alone, without case and accents. */
function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

/**
 * Compares texts as far as Intercom's way is known. Intercom does not document whether case,
 * accents, blanks and punctuation (of phone numbers, say) count, so texts that differ only in these
 * are left undecided.
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

function compareValue(operator: Operator, actual: unknown, wanted: Scalar | Scalar[]): Verdict {
	if (actual === undefined) return undefined;
	const opposite = negated[operator];
	if (opposite !== undefined) {
		// Whether "is not" finds records without a value is not documented.
		if (actual === null && wanted !== null) return undefined;
		return not(compareValue(opposite, actual, wanted));
	}
	if (!Array.isArray(wanted)) return compareScalar(operator, actual, wanted);
	return joinVerdicts(
		'OR',
		wanted.map((member) => compareScalar('=', actual, member)),
	);
}

function evaluatePlain({ filter, read }: PlainTerm, record: IDataObject): Verdict {
	return compareValue(filter.operator, read(record), filter.value);
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

/** Whether a record's date lies in one of the spans, which are the term's `wanted` or `found`. */
export function evaluateDate({ read }: DateTerm, spans: Span[], record: IDataObject): Verdict {
	const seconds = readSeconds(read(record));
	if (seconds === undefined) return undefined;
	return seconds !== null && liesIn(spans, seconds);
}

/**
 * Whether a record matches a filter, as far as the record tells: conditions that it does not tell
 * count as undecided (Kleene's three-valued logic).
 */
export function evaluate(tree: Tree<Term>, record: IDataObject): Verdict {
	if (isGroup(tree))
		return joinVerdicts(
			tree.match,
			tree.of.map((member) => evaluate(member, record)),
		);
	return tree.kind === 'date'
		? evaluateDate(tree, tree.wanted, record)
		: evaluatePlain(tree, record);
}
