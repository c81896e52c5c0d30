import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import { bareIdentifier } from '../client/identifier';
import { toUnixSeconds } from './dates';
import { InputError } from './input-error';
import type { Parameter, ParameterGroup } from './operation';

/**
 * Whether a field counts as left empty: no text, an empty list, an object without fields. `false`,
 * `0` and an explicit `null` do not.
 */
export function isEmpty(value: unknown): boolean {
	if (value === undefined || value === '') return true;
	if (typeof value !== 'object' || value === null) return false;
	const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
	return isPlain && Object.keys(value).length === 0;
}

function asObject(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function toText(parameter: Parameter, value: unknown): string {
	if (typeof value === 'object')
		throw new InputError(
			`'${parameter.displayName}' must be text`,
			'It holds a list or an object. Use an expression that gives text.',
		);
	return String(value);
}

function toNumber(parameter: Parameter, value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number))
		throw new InputError(
			`'${parameter.displayName}' must be a number, not ${JSON.stringify(value)}`,
		);
	const { minValue, maxValue, numberPrecision } = parameter.typeOptions ?? {};
	if (numberPrecision === 0 && !Number.isSafeInteger(number))
		throw new InputError(`'${parameter.displayName}' must be a whole number, not ${number}`);
	if (minValue !== undefined && number < minValue)
		throw new InputError(`'${parameter.displayName}' must be at least ${minValue}, not ${number}`);
	if (maxValue !== undefined && number > maxValue)
		throw new InputError(`'${parameter.displayName}' must be at most ${maxValue}, not ${number}`);
	return number;
}

function toBoolean(parameter: Parameter, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	const known = { true: true, false: false }[String(value).trim().toLowerCase()];
	if (known !== undefined) return known;
	throw new InputError(
		`'${parameter.displayName}' must be true or false, not ${JSON.stringify(value)}`,
	);
}

function toChoice(parameter: Parameter, value: unknown): unknown {
	const options = (parameter.options ?? []) as INodePropertyOptions[];
	if (options.length === 0 || parameter.typeOptions?.loadOptionsMethod !== undefined) return value;
	const option = options.find((candidate) => String(candidate.value) === String(value));
	if (option !== undefined) return option.value;
	const choices = options.map((candidate) => candidate.value).join(', ');
	throw new InputError(
		`'${parameter.displayName}' does not know ${JSON.stringify(value)}`,
		`Use one of: ${choices}.`,
	);
}

function toList(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	return String(value)
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function invalidJson(name: string, reason: unknown): InputError {
	const place = reason instanceof Error ? `${reason.message}.` : undefined;
	return new InputError(`'${name}' is not valid JSON`, place);
}

/**
 * Text as JSON.
 *
 * @throws InputError with the place of the mistake
 */
export function parseJson(name: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch (error) {
		throw invalidJson(name, error);
	}
}

function toIdentifier(parameter: Parameter, value: unknown): string {
	const picked = asObject(value).__rl === true ? asObject(value).value : value;
	if (picked === null || picked === undefined) return '';
	const identifier = bareIdentifier(toText(parameter, picked));
	// In a path these would point elsewhere.
	if (identifier !== '.' && identifier !== '..') return identifier;
	throw new InputError(`'${parameter.displayName}' is not an ID: '${identifier}'`);
}

function toInteger(parameter: Parameter, identifier: string): number | undefined {
	if (identifier === '') return undefined;
	if (/^\d{1,15}$/.test(identifier)) return Number(identifier);
	throw new InputError(
		`'${parameter.displayName}' must be a numeric ID, not ${JSON.stringify(identifier)}`,
	);
}

function toIntegers(parameter: Parameter, value: unknown): number[] {
	return toList(value).flatMap((part) => toInteger(parameter, toIdentifier(parameter, part)) ?? []);
}

/** The children of a collection that the user filled, converted, with their parameters. */
export function* children(
	parameter: Parameter,
	value: unknown,
	timezone: string,
): Generator<[Parameter, unknown]> {
	const filled = asObject(value);
	for (const child of (parameter.options ?? []) as Parameter[]) {
		if (!(child.name in filled)) continue;
		if (child.type === 'collection') yield* children(child, filled[child.name], timezone);
		else yield [child, convert(child, filled[child.name], timezone)];
	}
}

/** A fixed collection as rows: the children of each row by wire name. */
function toRows(parameter: Parameter, value: unknown, timezone: string): IDataObject[] {
	const rows: IDataObject[] = [];
	for (const group of (parameter.options ?? []) as ParameterGroup[]) {
		const filled = asObject(value)[group.name];
		for (const row of Array.isArray(filled) ? filled : filled === undefined ? [] : [filled]) {
			const inner: Parameter = { ...parameter, options: group.values };
			const entries = [...children(inner, row, timezone)].filter(([, field]) => !isEmpty(field));
			rows.push(
				Object.fromEntries(
					entries.map(([child, field]) => [wireName(child), field]),
				) as IDataObject,
			);
		}
	}
	return rows;
}

/**
 * Rows as one object, by one of their fields; see `Wire.keyedBy`.
 *
 * @throws InputError for a row without a key, and for two rows with the same
 */
function toKeyed(parameter: Parameter, rows: IDataObject[], keyedBy: string): IDataObject {
	const keyed: IDataObject = {};
	for (const { [keyedBy]: key, ...fields } of rows) {
		const name = String(key ?? '').trim();
		if (name === '')
			throw new InputError(
				`A row of '${parameter.displayName}' has no ${keyedBy}`,
				'Fill it in, or remove the row.',
			);
		if (name in keyed)
			throw new InputError(
				`'${parameter.displayName}' has two rows with the ${keyedBy} ${JSON.stringify(name)}`,
				'Remove one of them.',
			);
		const isBare = Object.keys(fields).length === 1 && 'value' in fields;
		keyed[name] = isBare ? fields.value : fields;
	}
	return keyed;
}

interface MappedColumn {
	id: string;
	displayName?: string;
	type?: string;
	removed?: boolean;
}

/** What the resource mapper holds, each value in its attribute's type. */
function toMappedObject(value: unknown, timezone: string): IDataObject {
	const mapper = asObject(value);
	const columns = (Array.isArray(mapper.schema) ? mapper.schema : []) as MappedColumn[];
	const entries = Object.entries(asObject(mapper.value)).flatMap(([id, field]) => {
		const column = columns.find((candidate) => candidate.id === id);
		// n8n keeps null for a field that was added to the form and not filled in.
		if (isEmpty(field) || field === null || column?.removed === true) return [];
		const type = { number: 'number', boolean: 'boolean', dateTime: 'dateTime' }[column?.type ?? ''];
		const displayName = column?.displayName ?? id;
		const child = { displayName, name: id, type: type ?? 'hidden', default: '' } as Parameter;
		return [[id, convert(child, field, timezone)]];
	});
	return Object.fromEntries(entries) as IDataObject;
}

/** The name a parameter has on the wire: its own in snake_case unless it says otherwise. */
export function wireName(parameter: Parameter): string {
	return (
		parameter.wire?.name ?? parameter.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
	);
}

/**
 * A parameter's value as Intercom wants it. What is left empty comes back as it is; an explicit
 * null stays null, which clears a field.
 *
 * @param timezone the workflow's zone, for dates without one
 * @throws InputError naming the parameter
 */
export function convert(parameter: Parameter, value: unknown, timezone: string): unknown {
	if (value === null) return null;
	if (isEmpty(value)) return typeof value === 'object' && !Array.isArray(value) ? undefined : value;
	const as = parameter.wire?.as;
	if (typeof as === 'function') return as(value);
	switch (as ?? parameter.type) {
		case 'id':
		case 'resourceLocator':
			return toIdentifier(parameter, value);
		case 'integerId':
			return toInteger(parameter, toIdentifier(parameter, value));
		case 'seconds':
		case 'dateTime':
			return toUnixSeconds(value, timezone, parameter.displayName);
		case 'isoDate':
			return new Date(toUnixSeconds(value, timezone, parameter.displayName) * 1000).toISOString();
		case 'commaList':
		case 'multiOptions':
			return toList(value);
		case 'integerIdList':
			return toIntegers(parameter, value);
		case 'commaText':
			return toList(value).join(',');
		case 'json':
			return parseJson(parameter.displayName, value);
		case 'string':
			return toText(parameter, value);
		case 'number':
			return toNumber(parameter, value);
		case 'boolean':
			return toBoolean(parameter, value);
		case 'options':
			return toChoice(parameter, value);
		case 'fixedCollection': {
			const rows = toRows(parameter, value, timezone);
			const keyedBy = parameter.wire?.keyedBy;
			return keyedBy === undefined || rows.length === 0 ? rows : toKeyed(parameter, rows, keyedBy);
		}
		case 'resourceMapper':
			return toMappedObject(value, timezone);
		default:
			return value;
	}
}
