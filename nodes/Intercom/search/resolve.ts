import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../engine/input-error';
import { isWholeDay, type Condition, type Operator, type Value } from './filter';
import { suggestNames } from './suggest';
import type { FieldType, KnownAttributes, SearchTable } from './table';

/** What a field's name stands for. */
export interface ResolvedField {
	field: string;
	type: FieldType;
	/** The operators Intercom takes, where they are fewer than the type's. */
	operators?: readonly Operator[];
	values?: readonly string[];
	/** The value in a record; undefined where the record does not tell. */
	read: (record: IDataObject) => unknown;
	/** Records never tell the value. */
	opaque: boolean;
}

/** ISO dates only: "Order 12" is text, whatever JavaScript's Date makes of it (peers.md §3b). */
const isoDate = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/i;

const ordering: readonly Operator[] = ['<', '<=', '>', '>='];

/** Reads a value that lies as deep in a record as the path is long; undefined where something is missing. */
function reader(path: readonly string[]): (record: IDataObject) => unknown {
	return (record) =>
		path.reduce<unknown>(
			(value, key) =>
				typeof value === 'object' && value !== null && Object.hasOwn(value, key)
					? (value as IDataObject)[key]
					: undefined,
			record,
		);
}

/** The type that a value lets expect, for custom attributes whose type nobody said. */
function typeOfValue(operator: Operator, value: Value): FieldType {
	if (isWholeDay(value)) return 'date';
	const sample = Array.isArray(value) ? value[0] : value;
	if (typeof sample === 'boolean') return 'boolean';
	if (typeof sample === 'number') return Number.isInteger(sample) ? 'integer' : 'number';
	const isDate = typeof sample === 'string' && isoDate.test(sample);
	return isDate && ordering.includes(operator) ? 'date' : 'string';
}

function unknownField(name: string, table: SearchTable, attributes?: KnownAttributes): InputError {
	const prefix = table.attributes?.prefix ?? '';
	const custom = [...(attributes?.keys() ?? [])].map((attribute) => prefix + attribute);
	const known = [...Object.keys(table.fields), ...custom];
	const suggestions = suggestNames(name, known, (full) =>
		prefix !== '' && full.startsWith(prefix) ? full.slice(prefix.length) : full,
	).map((suggestion) => `'${suggestion}'`);
	const general =
		prefix === ''
			? 'Use one of the fields that the builder offers.'
			: `Use one of the fields that the builder offers, or '${prefix}' followed by an attribute's name.`;
	const advice = table.advice ?? {};
	let hint = general;
	if (Object.hasOwn(advice, name)) hint = advice[name];
	else if (suggestions.length > 0) hint = `Did you mean ${suggestions.join(' or ')}?`;
	return new InputError(`Intercom has no search field '${name}' for ${table.records}`, hint);
}

/**
 * Finds out what a condition's field is. The types of custom attributes come from the workspace
 * where they are known, else from the user's choice, else from the value.
 *
 * @param attributes all custom attributes of the workspace, when they were asked for
 * @throws InputError with the nearest names when there is no such field
 */
export function resolveField(
	{ field, operator, value, type }: Condition,
	table: SearchTable,
	attributes?: KnownAttributes,
): ResolvedField {
	if (Object.hasOwn(table.fields, field)) {
		const { path = field, ...known } = table.fields[field];
		return {
			field,
			type: known.type,
			operators: known.operators,
			values: known.values,
			read: path === false ? () => undefined : reader(path.split('.')),
			opaque: path === false,
		};
	}
	const custom = table.attributes;
	if (custom === undefined || !field.startsWith(custom.prefix) || field === custom.prefix)
		throw unknownField(field, table, attributes);
	const name = field.slice(custom.prefix.length);
	if (attributes !== undefined && !attributes.has(name))
		throw unknownField(field, table, attributes);
	return {
		field,
		type: attributes?.get(name) ?? type ?? typeOfValue(operator, value),
		read: custom.path === undefined ? () => undefined : reader([custom.path, name]),
		opaque: custom.path === undefined,
	};
}
