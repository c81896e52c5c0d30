import { InputError } from '../engine/input-error';
import { compareDates, type Timezones } from './date-term';
import { group, isWholeDay, type Condition, type Operator, type Scalar, type Tree } from './filter';
import { listOperators, operatorNames, operatorsOf } from './operators';
import { resolveField, type ResolvedField } from './resolve';
import type { FieldType, KnownAttributes, SearchTable } from './table';
import type { Term } from './term';

/** What the checks need to know besides the condition. */
export interface CheckOptions {
	table: SearchTable;
	timezones: Timezones;
	/** All custom attributes of the workspace, when they were asked for. */
	attributes?: KnownAttributes;
}

const typeNames: Readonly<Record<FieldType, string>> = {
	string: 'text',
	id: 'an ID',
	integer: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
	date: 'a date',
};

function show(value: unknown): string {
	return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function wrongValue({ field, type }: ResolvedField, value: unknown, hint?: string): InputError {
	return new InputError(
		`'${field}' is ${typeNames[type]} and can't be compared with ${show(value)}`,
		hint,
	);
}

/**
 * A value in the type that Intercom wants for a field. Numbers as text and text as numbers are
 * taken, because n8n's expressions mix them up; nothing else is guessed.
 *
 * @throws InputError when the value does not fit
 */
function toFieldType(resolved: ResolvedField, value: Scalar): Scalar {
	const { type, values } = resolved;
	// Expressions give objects, too, whatever the type says.
	if (typeof value === 'object') throw wrongValue(resolved, value);
	if (type === 'boolean') {
		const word = String(value).trim().toLowerCase();
		if (word !== 'true' && word !== 'false')
			throw wrongValue(resolved, value, 'Use true or false.');
		return word === 'true';
	}
	if (type === 'integer' || type === 'number') {
		const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
		const fits = type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
		if (typeof number !== 'number' || !fits) throw wrongValue(resolved, value);
		return number;
	}
	if (typeof value === 'boolean')
		throw wrongValue(resolved, value, `To search for the text, put it in quotes: '${value}'.`);
	const text = String(value);
	if (values !== undefined && !values.includes(text))
		throw new InputError(
			`'${resolved.field}' is never ${show(text)}`,
			`Use one of: ${values.join(', ')}.`,
		);
	return text;
}

/** Text operators look for parts, so the list of whole values does not hold for them. */
function withoutValues(resolved: ResolvedField): ResolvedField {
	return { ...resolved, values: undefined };
}

function checkOperator(resolved: ResolvedField, operator: Operator): void {
	const { field, type, operators } = resolved;
	const allowed = operators === undefined ? operatorsOf[type] : [...operators, 'IN', 'NIN'];
	if (allowed.includes(operator)) return;
	throw new InputError(
		`'${field}' is ${typeNames[type]} and can't be searched with ${operatorNames[operator]}`,
		`Use ${listOperators(operatorsOf[type].filter((known) => allowed.includes(known)))}.`,
	);
}

function checkOne(
	condition: Condition,
	resolved: ResolvedField,
	{ table, timezones }: CheckOptions,
): Term {
	const { operator, value } = condition;
	const { field, type, read, opaque } = resolved;
	const isNullTest = value === null && (operator === '=' || operator === '!=');
	if (value === null && !isNullTest)
		throw new InputError(
			`'${field}' can't be compared with null by ${operatorNames[operator]}`,
			'Use IS NULL for values that are not set, IS NOT NULL for those that are.',
		);
	if (type === 'date' && !(isNullTest && operator === '='))
		return { kind: 'date', field, read, ...compareDates(condition, field, table.dates, timezones) };
	if (isNullTest) return { kind: 'plain', filter: { field, operator, value: null }, read, opaque };
	if (isWholeDay(value)) throw wrongValue(resolved, value.dayOf);
	const lenient = operator === '=' || operator === '!=' || operator === 'IN' || operator === 'NIN';
	const target = lenient ? resolved : withoutValues(resolved);
	const typed = Array.isArray(value)
		? value.map((member) => toFieldType(target, member))
		: toFieldType(target, value);
	return { kind: 'plain', filter: { field, operator, value: typed }, read, opaque };
}

/**
 * Checks one condition and types its value. Lists that Intercom does not take (dates, tags, true or
 * false) become several conditions.
 *
 * @throws InputError naming the field when the field is unknown, the operator is not for its type or
 * the value does not fit
 */
export function checkCondition(condition: Condition, options: CheckOptions): Tree<Term> {
	const { operator, value } = condition;
	const resolved = resolveField(condition, options.table, options.attributes);
	checkOperator(resolved, operator);
	const takesList = operator === 'IN' || operator === 'NIN';
	if (takesList !== Array.isArray(value))
		throw new InputError(
			takesList
				? `'${resolved.field}' needs a list of values with ${operatorNames[operator]}`
				: `'${resolved.field}' can't be compared with a list by ${operatorNames[operator]}`,
			takesList ? undefined : 'Use IN to look for any of several values.',
		);
	if (!Array.isArray(value)) return checkOne(condition, resolved, options);
	if (value.length === 0)
		throw new InputError(`The list of values for '${resolved.field}' is empty`);
	if (value.includes(null))
		throw new InputError(
			`The list of values for '${resolved.field}' can't hold null`,
			'Add a condition with IS NULL instead.',
		);
	// The description's lists hold text and whole numbers only (2.16 line 33326).
	const isListType = resolved.type !== 'date' && resolved.type !== 'boolean';
	if (isListType && (resolved.operators ?? [operator]).includes(operator))
		return checkOne(condition, resolved, options);
	const single = operator === 'IN' ? '=' : '!=';
	return group(
		operator === 'IN' ? 'OR' : 'AND',
		value.map((member) =>
			checkOne({ ...condition, operator: single, value: member }, resolved, options),
		),
	);
}
