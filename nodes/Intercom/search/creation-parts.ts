import type { IDataObject } from 'n8n-workflow';

import { systemClock } from '../client/clock';
import type { ListParts } from '../engine/operation';
import { filtersForSpan } from './date-term';
import { dayContaining, isTimezone, type Span } from './days';
import type { Tree } from './filter';
import { fitIfPossible, fitQuery } from './fit';
import type { SearchTable } from './table';
import type { WireFilter } from './term';
import { workspaceOf, type Workspace } from './workspace';

const field = 'created_at';

/** Intercom was founded in 2011: no workspace is older. */
const founded = Date.UTC(2011, 0) / 1000;

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

/** Whether the oldest records come first; undefined where the order is not that of creation. */
function isOldestFirst(sort: IDataObject | undefined): boolean | undefined {
	if (sort === undefined) return false;
	return sort.field === field ? sort.order === 'ascending' : undefined;
}

/** The times that most records were created in. Only imported ones are older than the workspace. */
function usualSpan({ createdAt }: Workspace): Span {
	return { start: Math.max(createdAt ?? founded, founded), end: now() };
}

/**
 * Cuts a span into pieces of about equal length.
 *
 * @param usual the span that open ends are cut as
 * @param seamBefore the last moment, up to the given one, where a seam may be
 */
function cutSpan(
	{ start, end }: Span,
	count: number,
	usual: Span,
	seamBefore: (moment: number) => number,
): Span[] {
	const first = Math.max(start, usual.start);
	const last = Math.min(end, usual.end);
	if (first >= last) return [{ start, end }];
	const seams = new Set<number>();
	for (let index = 1; index < count; index += 1) {
		const seam = seamBefore(first + ((last - first) * index) / count);
		if (seam > start && seam < end) seams.add(seam);
	}
	const borders = [start, ...seams, end];
	return borders.slice(1).map((border, index) => ({ start: borders[index], end: border }));
}

/**
 * Cuts lists and searches by the time when their records were created. That never changes, so every
 * record lies in one part, however often it is updated meanwhile. Where Intercom compares by whole
 * days, the parts are whole days of the workspace's time zone, as Intercom itself reckons them; where
 * `>` and `<` may include the moment itself, neighbours share a second, and ids tell the records in
 * it apart (`readInParts`).
 *
 * A list can't be cut where it is sorted by anything else, where the filter has no room for two more
 * conditions in Intercom's form, or where the workspace's time zone is needed and not known.
 *
 * @param path the search that finds the records of the list
 * @param byDefault true for searches, whose parts come from the same index as the whole. False for
 *   lists: they know new, changed and archived records at once, a search only after minutes (2.16
 *   line 8734), so the user has to choose speed. `readInParts` then still fetches records that the
 *   search did not find yet, but does not undo what it finds in an old state.
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
			if (oldestFirst === undefined) return undefined;
			// The list can be read without, so it must not fail for this.
			const workspace = await workspaceOf(client).catch(() => ({ timezone: '' }));
			const { timezone } = workspace;
			if (dates === 'calendarDay' && !isTimezone(timezone)) return undefined;
			const own = query === undefined ? [] : [readQuery(query as IDataObject)];
			const filterFor = (span: Span): Tree<WireFilter> => ({
				match: 'AND',
				of: [...own, ...filtersForSpan(field, span, dates, timezone)],
			});
			const usual = usualSpan(workspace);
			// No span takes more filters than one that is closed on both sides.
			if (fitIfPossible(filterFor(usual)) === undefined) return undefined;
			const seamBefore = (moment: number) =>
				dates === 'instant' ? Math.floor(moment) : dayContaining(moment, timezone).start;
			return {
				whole: { start: -Infinity, end: Infinity },
				cut: (span, count) => {
					const spans = cutSpan(span, count, usual, seamBefore);
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
