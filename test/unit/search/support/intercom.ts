import type { IDataObject } from 'n8n-workflow';

import { localDate } from './calendar';

/** What a record is to Intercom: values by search field, some of which its API never shows. */
export type IndexedRecord = Record<string, string | number | boolean | null | string[]>;

/** How Intercom compares where its documentation leaves it open, or differs between endpoints. */
export interface Semantics {
	/** The workspace's zone for comparisons by calendar day; undefined to compare by the second. */
	dayTimezone?: string;
	/** By the second: whether `>` and `<` include the moment itself. */
	inclusive?: boolean;
	/** Whether `!=`, `NIN` and `!~` find records without a value. */
	negativesFindUnset: boolean;
	isDate: (field: string) => boolean;
}

type Scalar = string | number | boolean | null;

function compareDate(operator: string, actual: number, wanted: number, semantics: Semantics) {
	const { dayTimezone, inclusive } = semantics;
	const [a, b] =
		dayTimezone === undefined
			? [actual, wanted]
			: [localDate(actual, dayTimezone), localDate(wanted, dayTimezone)];
	switch (operator) {
		case '=':
			return a === b;
		case '>':
			return a > b || (inclusive === true && a === b);
		case '<':
			return a < b || (inclusive === true && a === b);
		default:
			throw new Error(`Intercom refuses ${operator} on dates`);
	}
}

function compareScalar(operator: string, actual: Scalar, wanted: Scalar): boolean {
	switch (operator) {
		case '=':
			return actual === wanted;
		case '~':
			return String(actual).includes(String(wanted));
		case '^':
			return String(actual).startsWith(String(wanted));
		case '$':
			return String(actual).endsWith(String(wanted));
		case '>':
			return Number(actual) > Number(wanted);
		case '>=':
			return Number(actual) >= Number(wanted);
		case '<':
			return Number(actual) < Number(wanted);
		case '<=':
			return Number(actual) <= Number(wanted);
		default:
			throw new Error(`Unknown operator ${operator}`);
	}
}

const opposites: Record<string, string> = { '!=': '=', NIN: 'IN', '!~': '~' };

function matchesFilter(
	filter: { field: string; operator: string; value: Scalar | Scalar[] },
	record: IndexedRecord,
	semantics: Semantics,
): boolean {
	const { field, operator, value } = filter;
	const actual = record[field] ?? null;
	if (value === null) return (operator === '=') === (actual === null);
	if (semantics.isDate(field)) {
		if (typeof actual !== 'number' || typeof value !== 'number') return false;
		return compareDate(operator, actual, value, semantics);
	}
	const opposite = opposites[operator];
	if (opposite !== undefined) {
		if (actual === null) return semantics.negativesFindUnset;
		return !matchesFilter({ field, operator: opposite, value }, record, semantics);
	}
	const held = Array.isArray(actual) ? actual : actual === null ? [] : [actual];
	const wanted = Array.isArray(value) ? value : [value];
	const single = operator === 'IN' ? '=' : operator;
	return held.some((one) => wanted.some((other) => compareScalar(single, one, other)));
}

/** Whether Intercom would find a record with a query, as its documentation describes search. */
export function finds(query: IDataObject, record: IndexedRecord, semantics: Semantics): boolean {
	const { operator, value } = query;
	const members = value as IDataObject[];
	if (operator === 'AND') return members.every((member) => finds(member, record, semantics));
	if (operator === 'OR') return members.some((member) => finds(member, record, semantics));
	return matchesFilter(query as unknown as Parameters<typeof matchesFilter>[0], record, semantics);
}

/** What Intercom's documentation limits: levels of groups and members per group. */
export function measure(query: IDataObject): { levels: number; largest: number; mixed: boolean } {
	if (query.operator !== 'AND' && query.operator !== 'OR')
		return { levels: 0, largest: 0, mixed: false };
	const members = query.value as IDataObject[];
	const inner = members.map(measure);
	const groups = inner.filter(({ levels }) => levels > 0).length;
	return {
		levels: 1 + Math.max(...inner.map(({ levels }) => levels)),
		largest: Math.max(members.length, ...inner.map(({ largest }) => largest)),
		mixed: (groups > 0 && groups < members.length) || inner.some(({ mixed }) => mixed),
	};
}
