import type { IDataObject } from 'n8n-workflow';

import { systemClock } from '../client/clock';
import type { ListParts } from '../engine/operation';
import { filtersForSpan } from './date-term';
import { dayContaining, isTimezone, type Span } from './days';
import type { Tree } from './filter';
import { fitIfPossible, fitQuery } from './fit';
import { workspaceTimezone } from './prepare';
import type { SearchTable } from './table';
import type { WireFilter } from './term';

const field = 'created_at';

/** Intercom was founded in 2011. Only imported records are older; they share the first part. */
const earliest = Date.UTC(2011, 0) / 1000;

/** Unix seconds. */
function now(): number {
	return systemClock.now() / 1000;
}

/** A query in Intercom's own form as a filter. */
function readQuery(query: IDataObject): Tree<WireFilter> {
	const { operator, value } = query;
	if (operator === 'AND' || operator === 'OR')
		return { match: operator, of: (value as IDataObject[]).map(readQuery) };
	return query as unknown as WireFilter;
}

/**
 * Cuts a span of time into pieces of equal length, but for the seams.
 *
 * @param seamNear the nearest moment, in Unix seconds, where a seam may be
 */
function cutSpan(
	{ start, end }: Span,
	count: number,
	seamNear: (moment: number) => number,
): Span[] {
	const first = Math.max(start, earliest);
	const last = Math.min(end, now());
	const seams = new Set<number>();
	for (let index = 1; index < count; index += 1) {
		const seam = seamNear(first + ((last - first) * index) / count);
		if (seam > start && seam < end) seams.add(seam);
	}
	const borders = [start, ...seams, end];
	return borders.slice(1).map((border, index) => ({ start: borders[index], end: border }));
}

/** Whether the oldest records come first; undefined where the order is not that of creation. */
function isOldestFirst(sort: IDataObject | undefined): boolean | undefined {
	if (sort === undefined) return false;
	return sort.field === field ? sort.order === 'ascending' : undefined;
}

/**
 * Cuts lists and searches by the time when their records were created, which never changes: every
 * record lies in one part, however often it is updated meanwhile. Where Intercom compares by whole
 * days, the parts are whole days of the workspace's time zone, as Intercom itself reckons them; where
 * `>` and `<` may include the moment itself, neighbours share a second at most, and ids tell the
 * records in it apart (`readInParts`).
 *
 * A list can't be cut where it is sorted by anything else, where the filter has no room for two more
 * conditions in Intercom's form, or where the workspace's time zone is needed and not known.
 *
 * @param path the search that finds the records of the list
 * @param byDefault true for searches, whose parts come from the same index as the whole. False for
 *   lists: they know new, changed and archived records at once, a search only after minutes (2.16
 *   line 8734), so the user has to choose speed. `readInParts` then fetches what the search has
 *   not found yet, but not what it still has.
 */
export function creationParts(
	path: string,
	dates: SearchTable['dates'],
	{ byDefault }: { byDefault: boolean },
): ListParts {
	return {
		byDefault,
		of: async (request, client) => {
			const { query, sort } = request.body ?? {};
			const oldestFirst = isOldestFirst(sort as IDataObject | undefined);
			const timezone = dates === 'instant' ? '' : await workspaceTimezone(client);
			if (oldestFirst === undefined || (dates === 'calendarDay' && !isTimezone(timezone)))
				return undefined;
			const own = query === undefined ? [] : [readQuery(query as IDataObject)];
			const filterFor = (span: Span): Tree<WireFilter> => ({
				match: 'AND',
				of: [...own, ...filtersForSpan(field, span, dates, timezone)],
			});
			// No span takes more filters than one that is closed on both sides.
			if (fitIfPossible(filterFor({ start: earliest, end: now() })) === undefined) return undefined;
			const seamNear = (moment: number) =>
				dates === 'instant' ? Math.floor(moment) : dayContaining(moment, timezone).start;
			return {
				whole: { start: -Infinity, end: Infinity },
				cut: (span, count) => {
					const spans = cutSpan(span, count, seamNear);
					return oldestFirst ? spans : spans.reverse();
				},
				requestFor: (span) => ({
					...request,
					method: 'POST',
					path,
					body: { ...request.body, query: fitQuery(filterFor(span)) },
					list: { ...request.list, pagingIn: 'body' },
				}),
			};
		},
	};
}
