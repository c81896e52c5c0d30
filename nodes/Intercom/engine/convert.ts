import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { isBlank, isEmpty, isFields, sendable } from './data';
import { toUnixSeconds } from './dates';
import { InputError, quoted } from './input-error';
import { parseJson, requireShape } from './json';
import type { Parameter, ParameterGroup } from './operation';
import {
	hasFixedChoices,
	toBoolean,
	toChoice,
	toIdentifier,
	toInteger,
	toNumber,
	toNumericId,
	toText,
} from './scalars';

/** A list of texts, or text with commas as one; what is empty in it is left out. */
function toList(parameter: Parameter, value: unknown): string[] {
	const parts = Array.isArray(value)
		? value.map((part) => toText(parameter, part))
		: toText(parameter, value).split(',');
	return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** What was ticked in a list of choices: known ones, or IDs where the choices are loaded. */
function toChoices(parameter: Parameter, value: unknown): unknown[] {
	return toList(parameter, value).map((part) => toChoice(parameter, part));
}

function toIntegers(parameter: Parameter, value: unknown): number[] {
	return toList(parameter, value).flatMap((part) => toInteger(parameter, part) ?? []);
}

function toJson(parameter: Parameter, value: unknown): unknown {
	const parsed = parseJson(parameter.displayName, value);
	const shape = parameter.wire?.shape;
	if (shape !== undefined && parsed !== null) requireShape(parameter.displayName, parsed, shape);
	return parsed;
}

/**
 * The fields of a collection or of a row of one.
 *
 * @throws InputError for what is no object
 */
function fieldsOf(parameter: Parameter, value: unknown): Record<string, unknown> {
	if (isBlank(value)) return {};
	if (isFields(value)) return value;
	throw new InputError(
		`'${parameter.displayName}' can't be ${quoted(value)}`,
		'Add its fields one by one.',
	);
}

/** The children of a collection that the user filled, converted, with their parameters. */
export function* children(
	parameter: Parameter,
	value: unknown,
	timezone: string,
): Generator<[Parameter, unknown]> {
	const filled = fieldsOf(parameter, value);
	for (const child of (parameter.options ?? []) as Parameter[]) {
		if (!Object.hasOwn(filled, child.name)) continue;
		const field = filled[child.name];
		if (child.type === 'collection') yield* children(child, field, timezone);
		// An optional choice that an expression leaves empty is one that was not made.
		else if (!(hasFixedChoices(child) && isBlank(field)))
			yield [child, convert(child, field, timezone)];
	}
}

function toRow(parameters: Parameter[], row: Record<string, unknown>, timezone: string) {
	const given = parameters.filter(
		(child) => Object.hasOwn(row, child.name) || hasFixedChoices(child),
	);
	const entries = given
		.map((child) => [wireName(child), convert(child, row[child.name], timezone)] as const)
		.filter(([, field]) => !(isEmpty(field) || field === null));
	return Object.fromEntries(entries) as IDataObject;
}

/** A fixed collection as rows: the children of each row by wire name. */
function toRows(parameter: Parameter, value: unknown, timezone: string): IDataObject[] {
	const filled = fieldsOf(parameter, value);
	return ((parameter.options ?? []) as ParameterGroup[]).flatMap(({ name, values }) => {
		const rows = Object.hasOwn(filled, name) ? filled[name] : [];
		return (Array.isArray(rows) ? rows : [rows]).map((row) =>
			toRow(values, fieldsOf(parameter, row), timezone),
		);
	});
}

/**
 * Rows as one object, by one of their fields; see `Wire.keyedBy`.
 *
 * @throws InputError for a row without a key or without a value, and for two rows with one key
 */
function toKeyed(parameter: Parameter, rows: IDataObject[], keyedBy: string): IDataObject {
	const keyed = new Map<string, unknown>();
	for (const { [keyedBy]: key, ...fields } of rows) {
		const name = String(key ?? '').trim();
		if (name === '')
			throw new InputError(
				`A row of '${parameter.displayName}' has no ${keyedBy}`,
				'Fill it in, or remove the row.',
			);
		if (keyed.has(name))
			throw new InputError(
				`'${parameter.displayName}' has two rows with the ${keyedBy} ${quoted(name)}`,
				'Remove one of them.',
			);
		if (Object.keys(fields).length === 0)
			throw new InputError(
				`The row ${quoted(name)} of '${parameter.displayName}' has no value`,
				'Fill it in, or remove the row.',
			);
		const isBare = Object.keys(fields).length === 1 && 'value' in fields;
		keyed.set(name, isBare ? fields.value : fields);
	}
	return Object.fromEntries(keyed) as IDataObject;
}

interface MappedColumn {
	id: string;
	displayName?: string;
	type?: string;
	options?: INodePropertyOptions[];
	removed?: boolean;
}

/** How the columns of a resource mapper are converted, by their type; others hold text. */
const columnTypes: Readonly<Record<string, Pick<Parameter, 'type' | 'wire'>>> = {
	array: { type: 'string', wire: { as: 'commaList' } },
	boolean: { type: 'boolean' },
	dateTime: { type: 'dateTime' },
	number: { type: 'number' },
};

/** How a column is converted; one that is true or false is a choice of the two. Undefined for text. */
function columnType({ type = '', options = [] }: Partial<MappedColumn> = {}) {
	const isTruth = options.length > 0 && options.every(({ value }) => typeof value === 'boolean');
	return columnTypes[type === 'options' && isTruth ? 'boolean' : type];
}

/** What the resource mapper holds, each value in its attribute's type. */
function toMappedObject(parameter: Parameter, value: unknown, timezone: string): IDataObject {
	const mapper = fieldsOf(parameter, value);
	const columns = (Array.isArray(mapper.schema) ? mapper.schema : []) as MappedColumn[];
	const entries = Object.entries(fieldsOf(parameter, mapper.value)).flatMap(([id, field]) => {
		const column = columns.find((candidate) => candidate.id === id);
		// n8n keeps null for a field that was added to the form and not filled in.
		if (isEmpty(field) || field === null || column?.removed === true) return [];
		const displayName = column?.displayName ?? id;
		const known = columnType(column);
		const child = { displayName, name: id, default: '', ...(known ?? { type: 'string' as const }) };
		// Without a known type a number stays one; only text has to be made of other things.
		const isPlain = known === undefined && ['number', 'boolean'].includes(typeof field);
		return [[id, isPlain ? sendable(displayName, field) : convert(child, field, timezone)]];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** The name a parameter has on the wire: its own in snake_case unless it says otherwise. */
export function wireName(parameter: Parameter): string {
	return (
		parameter.wire?.name ?? parameter.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
	);
}

/** A value in its parameter's own type, for a conversion that only this parameter needs. */
function inOwnType(parameter: Parameter, value: unknown): unknown {
	switch (parameter.type) {
		case 'string':
			return Array.isArray(value)
				? value.map((part) => toText(parameter, part))
				: toText(parameter, value);
		case 'options':
			return toChoice(parameter, value);
		case 'multiOptions':
			return toChoices(parameter, value);
		case 'number':
			return toNumber(parameter, value);
		case 'boolean':
			return toBoolean(parameter, value);
		default:
			return value;
	}
}

/**
 * A parameter's value as Intercom wants it. What is left empty comes back as it is; an explicit
 * null stays null, which clears a field. A choice must be made.
 *
 * @param timezone the workflow's zone, for dates without one
 * @throws InputError naming the parameter
 */
export function convert(parameter: Parameter, value: unknown, timezone: string): unknown {
	const given = sendable(parameter.displayName, value);
	if (hasFixedChoices(parameter)) return toChoice(parameter, given);
	if (given === null) return null;
	if (isEmpty(given)) return isFields(given) ? undefined : given;
	const as = parameter.wire?.as;
	if (typeof as === 'function') return as(inOwnType(parameter, given));
	switch (as ?? parameter.type) {
		case 'id':
		case 'resourceLocator':
			return toIdentifier(parameter, given);
		case 'numericId':
			return toNumericId(parameter, given);
		case 'integerId':
			return toInteger(parameter, given);
		case 'seconds':
		case 'dateTime':
			return toUnixSeconds(given, timezone, parameter.displayName);
		case 'isoDate':
			return new Date(toUnixSeconds(given, timezone, parameter.displayName) * 1000).toISOString();
		case 'commaList':
			return toList(parameter, given);
		case 'multiOptions':
			return toChoices(parameter, given);
		case 'integerIdList':
			return toIntegers(parameter, given);
		case 'commaText':
			return (parameter.type === 'multiOptions' ? toChoices : toList)(parameter, given).join(',');
		case 'json':
			return toJson(parameter, given);
		case 'string':
			return toText(parameter, given);
		case 'fixedCollection': {
			const rows = toRows(parameter, given, timezone);
			const keyedBy = parameter.wire?.keyedBy;
			return keyedBy === undefined || rows.length === 0 ? rows : toKeyed(parameter, rows, keyedBy);
		}
		case 'resourceMapper':
			return toMappedObject(parameter, given, timezone);
		default:
			return inOwnType(parameter, given);
	}
}
