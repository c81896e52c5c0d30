import { DateTime } from 'luxon';
import { parameterInvalid } from '../errors';
import type { DatePrecision, FieldType, Operator, Scalar, SearchField } from './fields';

/** Tells whether a record's value passes a filter. */
export type ValueTest = (value: Scalar) => boolean;

/**
 * Builds the test for one filter, after checking its value.
 * A field with several values passes a positive operator when one of them does, and a negative one
 * (`!=`, `NIN`, `!~`) when all of them do.
 * @param value the filter's value; null means "not set" (intercom-api.md §6)
 * @throws IntercomError 400 for a value of another type than the field's
 */
export function compileFilter<T>(
	name: string,
	field: SearchField<T>,
	operator: Operator,
	value: unknown,
	dates: DatePrecision,
): (record: T) => boolean {
	const test = compileTest(name, field, operator, value, dates);
	const negative = operator.startsWith('!') || operator === 'NIN';
	return (record) => {
		const held = field.read(record);
		if (!isList(held)) return test(held);
		if (held.length === 0) return test(null);
		return negative ? held.every(test) : held.some(test);
	};
}

/**
 * Brings a filter's value to the type of its field. Numbers may come as texts of digits (example
 * of 2.16 line 8888).
 * @throws IntercomError 400 when it is of another type
 */
export function readFilterValue<T>(name: string, field: SearchField<T>, value: unknown): Scalar {
	if (value === null) return null;
	const read = READERS[field.type](value);
	if (read === undefined) {
		throw parameterInvalid(
			`The value of ${name} must be ${EXPECTED[field.type]}, not ${JSON.stringify(value)}`,
			name,
		);
	}
	return typeof read === 'string' && field.normalize ? field.normalize(read) : read;
}

const READERS: Record<FieldType, (value: unknown) => Scalar | undefined> = {
	string: (value) => (typeof value === 'string' ? value : undefined),
	number: readNumber,
	date: readNumber,
	boolean: (value) => {
		if (typeof value === 'boolean') return value;
		return value === 'true' ? true : value === 'false' ? false : undefined;
	},
};

const EXPECTED: Record<FieldType, string> = {
	string: 'a text',
	number: 'a number',
	date: 'a Unix time in seconds',
	boolean: 'true or false',
};

function readNumber(value: unknown): number | undefined {
	if (typeof value === 'number') return value;
	if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
	return undefined;
}

function compileTest<T>(
	name: string,
	field: SearchField<T>,
	operator: Operator,
	value: unknown,
	dates: DatePrecision,
): ValueTest {
	if (operator === 'IN' || operator === 'NIN') {
		if (!Array.isArray(value)) {
			throw parameterInvalid(`The operator ${operator} needs a list of values`, name);
		}
		const wanted = new Set(value.map((entry) => readFilterValue(name, field, entry)));
		return operator === 'IN' ? (held) => wanted.has(held) : (held) => !wanted.has(held);
	}
	const wanted = readFilterValue(name, field, value);
	if (field.type === 'date' && dates.unit === 'day' && typeof wanted === 'number') {
		return compileDay(operator, wanted, dates.timezone);
	}
	return compileComparison(operator, wanted);
}

/**
 * A date filter by calendar day: `=` is the whole day, `>` begins with the next day, `<` ends
 * before the day (2.16 lines 8743-8754).
 */
function compileDay(operator: Operator, seconds: number, zone: string): ValueTest {
	const day = DateTime.fromSeconds(seconds, { zone }).startOf('day');
	if (!day.isValid) throw new Error(`settings.timezone: ${day.invalidExplanation}`);
	const start = day.toSeconds();
	const next = day.plus({ days: 1 }).toSeconds();
	if (operator === '>') return (held) => typeof held === 'number' && held >= next;
	if (operator === '<') return (held) => typeof held === 'number' && held < start;
	return (held) => typeof held === 'number' && held >= start && held < next;
}

function compileComparison(operator: Operator, wanted: Scalar): ValueTest {
	switch (operator) {
		case '!=':
			return (held) => held !== wanted;
		case '>':
			return ordered((held, limit) => held > limit, wanted);
		case '>=':
			return ordered((held, limit) => held >= limit, wanted);
		case '<':
			return ordered((held, limit) => held < limit, wanted);
		case '<=':
			return ordered((held, limit) => held <= limit, wanted);
		case '~':
			return textual((held, part) => held.includes(part), wanted);
		case '!~': {
			const contains = textual((held, part) => held.includes(part), wanted);
			return (held) => !contains(held);
		}
		case '^':
			return textual((held, part) => held.startsWith(part), wanted);
		case '$':
			return textual((held, part) => held.endsWith(part), wanted);
		default:
			return (held) => held === wanted;
	}
}

function ordered(compare: (held: number, limit: number) => boolean, wanted: Scalar): ValueTest {
	if (typeof wanted !== 'number') return () => false;
	return (held) => typeof held === 'number' && compare(held, wanted);
}

/** Texts are compared without regard to case (inferred; Intercom does not say). */
function textual(compare: (held: string, part: string) => boolean, wanted: Scalar): ValueTest {
	if (typeof wanted !== 'string') return () => false;
	const part = wanted.toLowerCase();
	return (held) => typeof held === 'string' && compare(held.toLowerCase(), part);
}

function isList(held: Scalar | readonly Scalar[]): held is readonly Scalar[] {
	return Array.isArray(held);
}
