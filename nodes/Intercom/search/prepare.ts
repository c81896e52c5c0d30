import type { IDataObject } from 'n8n-workflow';

import type { IntercomClient } from '../client/client';
import { InputError } from '../engine/input-error';
import type { OperationContext, Values } from '../engine/operation';
import { withAttributeIds } from './attribute-ids';
import { readBuilder } from './builder';
import {
	compileSearch,
	usesAttributes,
	usesDates,
	type CompiledSearch,
	type SearchInput,
} from './compile';
import { parseFormula } from './formula/formula';
import type { AttributeFields, FieldType, ListedAttribute, SearchTable } from './table';
import { workspaceOf } from './workspace';

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

/** The custom ones in a list of data attributes. */
function readDataAttributes(attributes: IDataObject[]): ListedAttribute[] {
	const custom = attributes.filter((attribute) => attribute.custom === true);
	return custom.map((attribute) => ({
		name: String(attribute.name),
		type: typeOfData[String(attribute.data_type)] ?? 'string',
	}));
}

async function fetchAttributes(
	client: IntercomClient,
	{ path, query, read = readDataAttributes }: NonNullable<AttributeFields['source']>,
): Promise<ListedAttribute[]> {
	return read(await client.records({ method: 'GET', path, query, repeatable: true }, 'data'));
}

/** What a search is prepared from: part of an operation's context, so that triggers can search, too. */
export type SearchContext = Pick<OperationContext, 'values' | 'client' | 'memory' | 'timezone'>;

/** The workspace's custom attributes, asked for once per execution. */
async function attributesOf(
	{ client, memory }: SearchContext,
	table: SearchTable,
): Promise<ListedAttribute[] | undefined> {
	const source = table.attributes?.source;
	if (source === undefined) return undefined;
	const name = `attributes of ${table.records}`;
	const asked = memory.get(name) ?? fetchAttributes(client, source);
	memory.set(name, asked);
	return await (asked as Promise<ListedAttribute[]>);
}

/**
 * Makes a search of what the user filled in for one item. Asks Intercom for the workspace's time
 * zone and its custom attributes only where the filter needs them.
 *
 * @throws InputError for everything that Intercom would refuse
 */
export async function prepareSearch(
	context: SearchContext,
	table: SearchTable,
): Promise<CompiledSearch> {
	const written = readSearchInput(context.values, table);
	const listed = usesAttributes(written, table) ? await attributesOf(context, table) : undefined;
	const byId = table.attributes?.searchedById === true;
	const input = listed && byId ? withAttributeIds(written, table, listed) : written;
	const attributes =
		listed && new Map(listed.map(({ name, id, type }) => [byId ? String(id) : name, type]));
	const timezone = usesDates(input, table, attributes)
		? (await workspaceOf(context.client)).timezone
		: context.timezone;
	return compileSearch(input, table, {
		timezone,
		workflowTimezone: context.timezone,
		attributes,
	});
}
