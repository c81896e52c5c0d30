import type { IDataObject } from 'n8n-workflow';

import { toUnixSeconds } from '../engine/dates';
import { liesIn, type Span } from './days';
import { isGroup, type Operator, type Scalar, type Tree } from './filter';
import type { DateTerm, PlainTerm, Term } from './term';

/** True or false, or undefined where a record alone does not tell. */
type Verdict = boolean | undefined;

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
		const verdict = compareValue(opposite, actual, wanted);
		return verdict === undefined ? undefined : !verdict;
	}
	if (!Array.isArray(wanted)) return compareScalar(operator, actual, wanted);
	const verdicts = wanted.map((member) => compareScalar('=', actual, member));
	return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
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
 * Whether a record can match a filter: conditions that it does not tell are taken to hold, as is
 * "is not" for values that are not set, where Intercom's way is not documented.
 */
export function canMatch(tree: Tree<Term>, record: IDataObject): boolean {
	if (!isGroup(tree)) {
		const verdict =
			tree.kind === 'date' ? evaluateDate(tree, tree.wanted, record) : evaluatePlain(tree, record);
		return verdict !== false;
	}
	return tree.match === 'AND'
		? tree.of.every((member) => canMatch(member, record))
		: tree.of.some((member) => canMatch(member, record));
}
