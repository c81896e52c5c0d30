import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import { recordsIn } from '../client/paginate';
import { InputError } from '../engine/input-error';
import type { OperationContext, Values } from '../engine/operation';
import { readBuilder } from './builder';
import {
	compileSearch,
	usesAttributes,
	usesDates,
	type CompiledSearch,
	type SearchInput,
} from './compile';
import { parseFormula } from './formula/formula';
import type { AttributeFields, FieldType, KnownAttributes, SearchTable } from './table';

/** Intercom's data types of attributes (2.16 data_attribute); anything else is compared as text. */
const typeOfData: Readonly<Record<string, FieldType>> = {
	string: 'string',
	integer: 'integer',
	float: 'number',
	boolean: 'boolean',
	date: 'date',
};

/**
 * Reads the parameters that `searchParameters` describes.
 *
 * @throws InputError when the formula can't be read or a condition is incomplete
 */
export function readSearchInput(values: Values, table: SearchTable): SearchInput {
	switch (values.filterBy) {
		case 'formula': {
			const formula = String(values.formula ?? '');
			if (formula.trim() === '')
				throw new InputError("'Formula' is empty", "Write a condition such as role = 'user'.");
			return { filter: parseFormula(formula) };
		}
		case 'json':
			return { query: values.query };
		default:
			return { filter: readBuilder(values.match, values.filterGroups, table) };
	}
}

async function fetchAttributes(
	client: IntercomClient,
	{ path, query }: NonNullable<AttributeFields['source']>,
): Promise<KnownAttributes> {
	const answer = await client.send({ method: 'GET', path, query, repeatable: true });
	const custom = recordsIn(answer, 'data').filter((attribute) => attribute.custom === true);
	return new Map(
		custom.map((attribute) => [
			String(attribute.name),
			typeOfData[String(attribute.data_type)] ?? 'string',
		]),
	);
}

/** The workspace's custom attributes, asked for once per execution. */
async function attributesOf(
	{ client, memory }: OperationContext,
	table: SearchTable,
): Promise<KnownAttributes | undefined> {
	const source = table.attributes?.source;
	if (source === undefined) return undefined;
	const name = `attributes of ${table.records}`;
	const asked = memory.get(name) ?? fetchAttributes(client, source);
	memory.set(name, asked);
	return await (asked as Promise<KnownAttributes>);
}

/** The workspace's time zone, an IANA name; empty where Intercom does not tell. */
export async function workspaceTimezone(client: IntercomClient): Promise<string> {
	const { app } = await client.me();
	return String((app as IDataObject | null | undefined)?.timezone ?? '');
}

/**
 * Makes a search of what the user filled in for one item. Asks Intercom for the workspace's time
 * zone and its custom attributes only where the filter needs them.
 *
 * @throws InputError for everything that Intercom would refuse
 */
export async function prepareSearch(
	context: OperationContext,
	table: SearchTable,
): Promise<CompiledSearch> {
	const input = readSearchInput(context.values, table);
	const attributes = usesAttributes(input, table) ? await attributesOf(context, table) : undefined;
	const timezone = usesDates(input, table, attributes)
		? await workspaceTimezone(context.client)
		: context.timezone;
	return compileSearch(input, table, {
		timezone,
		workflowTimezone: context.timezone,
		attributes,
	});
}
