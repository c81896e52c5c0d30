import type { IDataObject } from 'n8n-workflow';

import { checkCondition } from './check';
import { leavesOf, mapLeaves, type Condition, type Tree } from './filter';
import { fitQuery } from './fit';
import { recordFilter, refuseUndecidable } from './keep';
import { checkRawQuery } from './raw';
import { resolveField } from './resolve';
import type { KnownAttributes, SearchTable } from './table';

/** What to search for: a filter made by the builder or the formula, or a query in Intercom's own form. */
export type SearchInput = { filter: Tree<Condition> } | { query: unknown };

/** A search that is ready to be sent. */
export interface CompiledSearch {
	/** Intercom's `query`. */
	query: IDataObject;
	/** Drops records that Intercom finds besides what was asked for; absent where it finds none. */
	keep?: (record: IDataObject) => boolean;
}

/** What compiling needs to know besides the filter. */
export interface CompileOptions {
	/**
	 * The workspace's time zone, an IANA name, as `GET /me` tells it. With a name that is not one, the
	 * query is widened so far that it holds in every zone.
	 */
	timezone: string;
	/** The workflow's time zone, for times without an offset; by default the workspace's. */
	workflowTimezone?: string;
	/** All custom attributes of the workspace; without them types are taken from the values. */
	attributes?: KnownAttributes;
}

/**
 * Turns a filter into Intercom's query, checked so that Intercom takes it: known fields, operators
 * and values that fit their types, groups within the limits.
 *
 * Dates mean moments, to the second: `created_at > '2026-01-31T09:30:00Z'` finds what comes after
 * that. A date without a time stands for its day's first moment in the workspace's time zone with
 * `<`, `<=`, `>` and `>=`, and for the whole day with `=`, `!=`, `IN` and `NOT IN`. Intercom compares
 * the dates of contacts by whole days; the query then asks for the days in question and `keep` drops
 * the rest (see `recordFilter` for what that guarantees). A date that is not set matches `IS NULL`
 * only.
 *
 * A query in Intercom's own form is checked in the same way but sent as written: dates in it mean
 * what Intercom makes of them.
 *
 * @throws InputError for everything that Intercom would refuse, before anything is sent
 */
export function compileSearch(
	input: SearchInput,
	table: SearchTable,
	{ timezone, workflowTimezone = timezone, attributes }: CompileOptions,
): CompiledSearch {
	if ('query' in input) return { query: checkRawQuery(input.query, table, attributes) };
	const timezones = { workspace: timezone, workflow: workflowTimezone };
	const checked = mapLeaves(input.filter, (condition) =>
		checkCondition(condition, { table, timezones, attributes }),
	);
	refuseUndecidable(checked, table);
	const query = fitQuery(
		mapLeaves(checked, (term) => (term.kind === 'date' ? term.sent : term.filter)),
	);
	const keep = recordFilter(checked);
	return keep === undefined ? { query } : { query, keep };
}

function conditionsOf(input: SearchInput): Condition[] {
	return 'query' in input ? [] : leavesOf<Condition>(input.filter);
}

/** Whether a filter names custom attributes, so that their types are worth asking for. */
export function usesAttributes(input: SearchInput, table: SearchTable): boolean {
	const prefix = table.attributes?.prefix;
	if (prefix === undefined) return false;
	if ('query' in input) return JSON.stringify(input.query).includes(`"${prefix}`);
	return conditionsOf(input).some(({ field }) => field.startsWith(prefix));
}

/**
 * Whether a filter compares dates, so that the workspace's time zone matters.
 *
 * @throws InputError when a field is unknown
 */
export function usesDates(
	input: SearchInput,
	table: SearchTable,
	attributes?: KnownAttributes,
): boolean {
	return conditionsOf(input).some(
		(condition) =>
			condition.value !== null && resolveField(condition, table, attributes).type === 'date',
	);
}
