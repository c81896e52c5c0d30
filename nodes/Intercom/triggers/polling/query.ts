import type { IDataObject } from 'n8n-workflow';

import { compareDates } from '../../search/date-term';
import type { Operator, Scalar, Tree } from '../../search/filter';
import { fitQuery } from '../../search/fit';
import type { SearchTable } from '../../search/table';
import type { WireFilter } from '../../search/term';

/** A query in Intercom's form as a tree, to be combined with others. */
function treeOf(query: IDataObject): Tree<WireFilter> {
	const { operator, field, value } = query;
	if (operator === 'AND' || operator === 'OR')
		return { match: operator, of: (value as IDataObject[]).map((part) => treeOf(part)) };
	return {
		field: String(field),
		operator: operator as Operator,
		value: value as Scalar | Scalar[],
	};
}

/** No zone is assumed: the query then holds in every one, and what it finds too much is dropped. */
const anyZone = { workspace: '', workflow: 'utc' };

/** Seconds that a date has to lie in. */
export interface DateRange {
	/** Unix seconds, not included. */
	after: number;
	/** Unix seconds, included; Infinity for no end. */
	upTo: number;
}

/**
 * Adds a range of dates to filters. Intercom finds at least what lies in the range: dates of
 * contacts compare by day, and `>` of conversations may include the second itself
 * (intercom-api.md §6). What it finds besides has to be dropped.
 *
 * @param filters queries in Intercom's form, all of which have to hold
 * @throws InputError when all together are more than Intercom takes
 */
export function queryInRange(
	filters: readonly IDataObject[],
	field: string,
	{ after, upTo }: DateRange,
	dates: SearchTable['dates'],
): IDataObject {
	const compare = (operator: Operator, value: number) =>
		compareDates({ field, operator, value }, field, dates, anyZone).sent;
	const range = upTo === Infinity ? [] : [compare('<=', upTo)];
	return fitQuery({
		match: 'AND',
		of: [compare('>', after), ...range, ...filters.map((filter) => treeOf(filter))],
	});
}
