import type { IDataObject } from 'n8n-workflow';

import { InputError, quoted } from '../engine/input-error';
import { group, type Condition, type Match, type Operator, type Tree, type Value } from './filter';
import {
	inputOf,
	inputParameters,
	nullTestByName,
	operatorByName,
	type BuilderOperator,
	type Input,
} from './inputs';
import type { FieldType, SearchTable } from './table';

/** The builder's choices for custom attributes: their type decides which inputs are shown. */
export const attributeChoices = {
	customText: { name: 'Text', type: 'string' },
	customNumber: { name: 'Number', type: 'number' },
	customBoolean: { name: 'True/False', type: 'boolean' },
	customDate: { name: 'Date', type: 'date' },
} as const satisfies Record<string, { name: string; type: FieldType }>;

function has<Key extends string>(object: Record<Key, unknown>, key: string): key is Key {
	return Object.hasOwn(object, key);
}

/** The rows that a fixed collection holds under a name; one row may stand without a list. */
function rowsOf(collection: unknown, name: string): IDataObject[] {
	if (typeof collection !== 'object' || collection === null) return [];
	const rows: unknown = (collection as IDataObject)[name];
	if (rows === undefined || rows === null) return [];
	return (Array.isArray(rows) ? rows : [rows]) as IDataObject[];
}

function readMatch(value: unknown): Match {
	return value === 'any' ? 'OR' : 'AND';
}

function isBlank(value: unknown): boolean {
	if (typeof value === 'string') return value.trim() === '';
	return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function readList(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'object')
		throw new InputError(
			`'Values' of a condition can't be ${quoted(value)}`,
			'Use an expression that gives a list.',
		);
	const parts = String(value).split(',');
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** An input's value; its default where n8n stored none, undefined where an expression gave nothing. */
function inputValue(row: IDataObject, name: string, whenUntouched: unknown): unknown {
	if (!(name in row)) return whenUntouched;
	return isBlank(row[name]) ? undefined : row[name];
}

/** The value that is shown for an input and an operator. */
function readValue(row: IDataObject, input: Input, operator: Operator): unknown {
	if (operator === 'IN' || operator === 'NIN') {
		const list = row[inputParameters[input].list ?? ''];
		return isBlank(list) ? undefined : readList(list);
	}
	switch (input) {
		case 'date':
			if (isBlank(row.date)) return undefined;
			return operator === '=' || operator === '!=' ? { dayOf: row.date } : row.date;
		case 'boolean':
			return inputValue(row, 'boolean', true);
		case 'number':
			return inputValue(row, 'number', 0);
		default:
			return isBlank(row.text) ? undefined : row.text;
	}
}

/** A choice in a condition; an object or a list from an expression is none. */
function choiceOf(row: IDataObject, name: string, title: string, fallback: string): string {
	const value = row[name] ?? fallback;
	if (typeof value !== 'object') return String(value).trim();
	throw new InputError(`'${title}' of a condition does not know ${quoted(value)}`);
}

function readField(row: IDataObject, table: SearchTable): Pick<Condition, 'field' | 'type'> {
	const choice = choiceOf(row, 'field', 'Field', table.defaultField);
	const custom = table.attributes;
	if (custom === undefined || !has(attributeChoices, choice)) return { field: choice };
	const attribute = choiceOf(row, 'attribute', 'Attribute', '');
	if (attribute === '')
		throw new InputError(
			`A condition on a ${custom.name.toLowerCase()} does not say which`,
			"Choose the attribute below 'Field'.",
		);
	const field = attribute.startsWith(custom.prefix) ? attribute : custom.prefix + attribute;
	return { field, type: attributeChoices[choice].type };
}

/**
 * The name of the operator that is shown for an input.
 *
 * @throws InputError for one that the input does not have, which only an expression can give
 */
function readOperator(row: IDataObject, field: string, input: Input): BuilderOperator {
	const { operator: name, defaultOperator, operators } = inputParameters[input];
	const choice = name in row ? row[name] : defaultOperator;
	const found = operators.find(({ value }) => value === choice);
	if (found !== undefined) return found.value;
	throw new InputError(
		isBlank(choice)
			? `The condition on '${field}' has no operator`
			: `The condition on '${field}' can't have the operator ${JSON.stringify(choice)}`,
		`Use one of: ${operators.map(({ value }) => value).join(', ')}.`,
	);
}

function readCondition(row: IDataObject, table: SearchTable): Condition {
	const { field, type } = readField(row, table);
	const input =
		inputOf[type ?? (Object.hasOwn(table.fields, field) ? table.fields[field].type : 'string')];
	const choice = readOperator(row, field, input);
	if (has(nullTestByName, choice))
		return { field, type, operator: nullTestByName[choice], value: null };
	const operator = operatorByName[choice];
	const value = readValue(row, input, operator);
	if (value === undefined)
		throw new InputError(
			`A condition on '${field}' has no value`,
			"Fill it in, or check the expression that should give it. To look for values that are not set, choose the operator 'Is Not Set'.",
		);
	return { field, type, operator, value: value as Value };
}

/**
 * Reads what the user put together in the builder.
 *
 * @param match how the groups belong together: `all` or `any`
 * @param groups the value of the fixed collection that `searchParameters` describes, as n8n stores
 * it: `{ group: [{ match, conditions: { condition: [{ field, textOperator, text, ... }] } }] }`
 * @throws InputError for conditions without a value, and when there is no condition at all
 */
export function readBuilder(match: unknown, groups: unknown, table: SearchTable): Tree<Condition> {
	const filled = rowsOf(groups, 'group')
		.map((row) => ({ match: readMatch(row.match), rows: rowsOf(row.conditions, 'condition') }))
		.filter(({ rows }) => rows.length > 0);
	if (filled.length === 0)
		throw new InputError(
			"'Filter Groups' holds no condition",
			`Add at least one condition. To read all ${table.records} use the operation 'Get Many'.`,
		);
	return group(
		readMatch(match),
		filled.map(({ match: inner, rows }) =>
			group(
				inner,
				rows.map((row) => readCondition(row, table)),
			),
		),
	);
}
