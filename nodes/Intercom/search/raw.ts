import type { IDataObject } from 'n8n-workflow';

import { parseJson } from '../engine/json';
import { InputError } from '../engine/input-error';
import type { Operator, Scalar } from './filter';
import { deepestGroups, largestGroup } from './fit';
import { listOperators, operatorNames, wireOperatorsOf } from './operators';
import { resolveField, type ResolvedField } from './resolve';
import type { FieldType, KnownAttributes, SearchTable } from './table';

const shapeHint =
	'Write {"field": "role", "operator": "=", "value": "user"}, or a group {"operator": "AND", "value": [...]}.';

/** The values that Intercom takes for each type of field; dates also as digits (2.16 line 8895). */
const isType: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
	string: (value) => typeof value === 'string',
	id: (value) => typeof value === 'string',
	integer: (value) => Number.isSafeInteger(value),
	number: (value) => Number.isFinite(value),
	boolean: (value) => typeof value === 'boolean',
	date: (value) =>
		Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d+$/.test(value)),
};

const typeNames: Readonly<Record<FieldType, string>> = {
	string: 'text',
	id: 'text',
	integer: 'a whole number',
	number: 'a number',
	boolean: 'true or false',
	date: 'a date in Unix seconds',
};

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOperator(value: unknown): value is Operator {
	return typeof value === 'string' && Object.hasOwn(operatorNames, value);
}

function fault(place: string, problem: string, hint?: string): InputError {
	return new InputError(`'JSON' ${place === '' ? '' : `at ${place} `}${problem}`, hint);
}

function refuseOtherKeys(object: object, known: string[], place: string): void {
	const other = Object.keys(object).find((key) => !known.includes(key));
	if (other !== undefined)
		throw fault(place, `has '${other}', which Intercom does not know`, shapeHint);
}

/** Reads queries of one table. */
class QueryReader {
	constructor(
		private readonly table: SearchTable,
		private readonly attributes?: KnownAttributes,
	) {}

	/**
	 * @param place the way to the part, e.g. `value[0].value[2]`
	 * @param depth how many groups the part stands in
	 */
	check(part: unknown, place: string, depth: number): void {
		if (!isObject(part)) throw fault(place, 'must be an object', shapeHint);
		if (part.operator === 'AND' || part.operator === 'OR') this.checkGroup(part, place, depth);
		else this.checkFilter(part, place);
	}

	private checkGroup(part: Record<string, unknown>, place: string, depth: number): void {
		refuseOtherKeys(part, ['operator', 'value'], place);
		const members = part.value;
		if (!Array.isArray(members) || members.length === 0)
			throw fault(
				place,
				`needs a list of filters as 'value' of ${String(part.operator)}`,
				shapeHint,
			);
		if (depth >= deepestGroups)
			throw fault(
				place,
				`nests groups more than ${deepestGroups} deep, which Intercom does not take`,
				'Write the filter as a formula: it is brought into a form that Intercom takes, where there is one.',
			);
		if (members.length > largestGroup)
			throw fault(
				place,
				`has a group of ${members.length}, and Intercom takes ${largestGroup} at most`,
				'Say several values of one field with IN, or split the group.',
			);
		const prefix = place === '' ? 'value' : `${place}.value`;
		members.forEach((member, index) => this.check(member, `${prefix}[${index}]`, depth + 1));
	}

	private checkFilter(part: Record<string, unknown>, place: string): void {
		refuseOtherKeys(part, ['field', 'operator', 'value'], place);
		const { field, operator, value } = part;
		if (typeof field !== 'string' || !('value' in part))
			throw fault(place, "needs 'field', 'operator' and 'value'", shapeHint);
		if (!isOperator(operator))
			throw fault(
				place,
				`has the operator ${JSON.stringify(operator)}, which Intercom does not know`,
				`Use ${Object.keys(operatorNames).join(' ')}.`,
			);
		const sample = { field, operator, value: (Array.isArray(value) ? value[0] : value) as Scalar };
		const resolved = resolveField(sample, this.table, this.attributes);
		this.checkOperator(resolved, operator, place);
		this.checkValue(resolved, operator, value, place);
	}

	private checkOperator(resolved: ResolvedField, operator: Operator, place: string): void {
		const allowed = resolved.operators ?? wireOperatorsOf(resolved.type, this.table.dates);
		if (allowed.includes(operator)) return;
		const isDate = resolved.type === 'date';
		throw fault(
			place,
			`searches '${resolved.field}' with ${operatorNames[operator]}, which Intercom refuses`,
			`Use ${listOperators(allowed)}${isDate ? ', or the builder or a formula, which take every comparison of dates' : ''}.`,
		);
	}

	private checkValue(
		{ field, type }: ResolvedField,
		operator: Operator,
		value: unknown,
		place: string,
	): void {
		const takesList = operator === 'IN' || operator === 'NIN';
		if (takesList !== Array.isArray(value) || (Array.isArray(value) && value.length === 0))
			throw fault(
				place,
				takesList
					? `needs a list of values for ${operatorNames[operator]}`
					: `has a list, which only IN and NIN take`,
			);
		const isNullTest = value === null && (operator === '=' || operator === '!=');
		const members: unknown[] = Array.isArray(value) ? value : [value];
		const wrong = isNullTest ? undefined : members.find((member) => !isType[type](member));
		if (wrong !== undefined)
			throw fault(
				place,
				`compares '${field}' with ${JSON.stringify(wrong)}, but it is ${typeNames[type]}`,
			);
	}
}

/**
 * Checks a query in Intercom's own form and gives it back as written. `{"query": ...}` as in
 * Intercom's documentation is taken as well.
 *
 * @param json the query, or text that holds it
 * @throws InputError naming the place, for everything that Intercom would refuse
 */
export function checkRawQuery(
	json: unknown,
	table: SearchTable,
	attributes?: KnownAttributes,
): IDataObject {
	let query = parseJson('JSON', json);
	if (isObject(query) && 'query' in query) {
		const other = Object.keys(query).find((key) => key !== 'query');
		if (other !== undefined)
			throw fault(
				'',
				`has '${other}' beside 'query'`,
				'Give only the query here. Sorting and the number of results have parameters of their own.',
			);
		query = query.query;
	}
	new QueryReader(table, attributes).check(query, '', 0);
	return query as IDataObject;
}
