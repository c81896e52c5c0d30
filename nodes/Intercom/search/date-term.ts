import { toUnixSeconds } from '../engine/dates';
import { InputError } from '../engine/input-error';
import { dayContaining, dayOfDate, halfDay, isTimezone, twoDays, type Span } from './days';
import { group, isWholeDay, type Condition, type Tree, type Value } from './filter';
import type { SearchTable } from './table';
import type { WireFilter } from './term';

/** The time zones that dates are read in, IANA names. */
export interface Timezones {
	/** Intercom's workspace: its days begin and end at this zone's midnights. */
	workspace: string;
	/** The workflow: times without an offset are meant here, as everywhere in n8n. */
	workflow: string;
}

/** A date as the user wrote it: a moment, or a day that was written without a time. */
type Moment = Span & { isDay: boolean };

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const dateFirst = /^(\d{4}-\d{2}-\d{2})(?:[T ]|$)/;
const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i;

function dayIn(date: string, { workspace, workflow }: Timezones, field: string): Moment {
	const day = dayOfDate(date, isTimezone(workspace) ? workspace : workflow);
	if (day === undefined)
		throw new InputError(
			`'${field}' is compared with '${date}', and there is no such date`,
			'Write year, month and day, for example 2026-01-31.',
		);
	return { ...day, isDay: true };
}

function wholeDay(dayOf: unknown, timezones: Timezones, field: string): Moment {
	const text = typeof dayOf === 'string' ? dayOf.trim() : '';
	const date = dateFirst.exec(text)?.[1];
	// A date picker's day is the day it shows, whatever zone the workflow is in.
	if (date !== undefined && !withOffset.test(text.slice(date.length)))
		return dayIn(date, timezones, field);
	const seconds = toUnixSeconds(dayOf, timezones.workflow, field);
	const { workspace, workflow } = timezones;
	return {
		...dayContaining(seconds, isTimezone(workspace) ? workspace : workflow),
		isDay: true,
	};
}

/**
 * The moments a value stands for: a date without a time is a day in the workspace's zone, anything
 * else one second.
 *
 * @throws InputError when it is no date
 */
function readMoment(value: Value, timezones: Timezones, field: string): Moment {
	if (isWholeDay(value)) return wholeDay(value.dayOf, timezones, field);
	const text = typeof value === 'string' ? value.trim() : '';
	if (dateOnly.test(text)) return dayIn(text, timezones, field);
	if (typeof value === 'boolean')
		throw new InputError(
			`'${field}' is a date and can't be compared with ${value}`,
			"Use a date such as '2026-01-31T09:30:00Z' or Unix seconds.",
		);
	const start = toUnixSeconds(value, timezones.workflow, field);
	return { start, end: start + 1, isDay: false };
}

/**
 * The moments that a comparison asks for. Before and after compare with the start of a day that was
 * written without a time; `=` and `!=` with the whole day. A date that is not set matches none.
 */
function momentsWanted(operator: Condition['operator'], moment: Moment): Span[] {
	const { start, end } = moment;
	const past = -Infinity;
	const future = Infinity;
	switch (operator) {
		case '=':
			return [{ start, end }];
		case '!=':
			return [
				{ start: past, end: start },
				{ start: end, end: future },
			];
		case '>':
			return [{ start: start + 1, end: future }];
		case '>=':
			return [{ start, end: future }];
		case '<':
			return [{ start: past, end: start }];
		default:
			return [{ start: past, end: start + 1 }];
	}
}

/** What Intercom is asked for one span of moments, and the moments it may find with that. */
interface Question {
	filters: WireFilter[];
	found: Span;
}

/**
 * A span in whole days of the workspace, the only dates that Intercom compares contacts by: `>`
 * finds what comes after the given moment's day, `<` what comes before it, `=` the day
 * (2.16 lines 8743-8757).
 */
function askForDays(field: string, { start, end }: Span, timezone: string): Question {
	const first = start === -Infinity ? undefined : dayContaining(start, timezone);
	const last = end === Infinity ? undefined : dayContaining(end - 1, timezone);
	const found = { start: first?.start ?? -Infinity, end: last?.end ?? Infinity };
	// Noon names its day even where Intercom's time zone data are an hour off.
	if (first !== undefined && first.end === last?.end)
		return { filters: [{ field, operator: '=', value: first.start + halfDay }], found };
	const filters: WireFilter[] = [];
	if (first !== undefined) filters.push({ field, operator: '>', value: first.start - halfDay });
	if (last !== undefined) filters.push({ field, operator: '<', value: last.end + halfDay });
	return { filters, found };
}

/** The same where the workspace's zone is unknown: wide enough for every zone there is. */
function askForDaysAnywhere(field: string, { start, end }: Span): Question {
	const filters: WireFilter[] = [];
	if (start !== -Infinity) filters.push({ field, operator: '>', value: start - twoDays });
	if (end !== Infinity) filters.push({ field, operator: '<', value: end + twoDays });
	return { filters, found: { start: start - twoDays, end: end + twoDays } };
}

/**
 * A span in seconds. Intercom documents `>` and `<` of conversations and tickets as "or equal"
 * (2.16 line 11702), so one second more than wanted may be found.
 */
function askForInstants(field: string, { start, end }: Span): Question {
	if (end - start === 1)
		return { filters: [{ field, operator: '=', value: start }], found: { start, end } };
	const filters: WireFilter[] = [];
	if (start !== -Infinity) filters.push({ field, operator: '>', value: start - 1 });
	if (end !== Infinity) filters.push({ field, operator: '<', value: end });
	return { filters, found: { start: start - 1, end: end + 1 } };
}

/** What finds at least the moments of a span; the workspace's zone decides what a day is. */
function askForSpan(
	field: string,
	span: Span,
	dates: SearchTable['dates'],
	workspace: string,
): Question {
	if (dates === 'instant') return askForInstants(field, span);
	return isTimezone(workspace)
		? askForDays(field, span, workspace)
		: askForDaysAnywhere(field, span);
}

/** The filters, to be joined by AND, that find at least the records whose date lies in a span. */
export function filtersForSpan(
	field: string,
	span: Span,
	dates: SearchTable['dates'],
	workspace: string,
): WireFilter[] {
	return askForSpan(field, span, dates, workspace).filters;
}

/**
 * Asks for every date that is set. Intercom refuses `!=` on the dates of contacts (2.16 line 8755),
 * so it is asked for what lies before or after the first days of 1970, which overlap.
 */
function askForAnyDate(field: string, dates: SearchTable['dates']): Tree<WireFilter> {
	if (dates === 'instant') return { field, operator: '!=', value: null };
	return group<WireFilter>('OR', [
		{ field, operator: '>', value: 0 },
		{ field, operator: '<', value: twoDays },
	]);
}

/** The wanted moments of a date condition, what to ask Intercom, and what that may find. */
export interface DateComparison {
	wanted: Span[];
	found: Span[];
	sent: Tree<WireFilter>;
}

/**
 * Says a comparison of dates in the comparisons that Intercom has. What is asked finds at least the
 * wanted moments; where it finds more, the node has to filter.
 *
 * @param condition with any operator but IN and NIN
 * @param field Intercom's name of the field
 * @throws InputError when the value is not a date
 */
export function compareDates(
	{ operator, value }: Condition,
	field: string,
	dates: SearchTable['dates'],
	timezones: Timezones,
): DateComparison {
	// `!= null`; `= null` is nothing that days matter for.
	if (value === null) {
		const always = [{ start: -Infinity, end: Infinity }];
		return { wanted: always, found: always, sent: askForAnyDate(field, dates) };
	}
	const wanted = momentsWanted(operator, readMoment(value, timezones, field));
	const questions = wanted.map((span) => askForSpan(field, span, dates, timezones.workspace));
	return {
		wanted,
		found: questions.map(({ found }) => found),
		sent: group<WireFilter>(
			'OR',
			questions.map(({ filters }) => group<WireFilter>('AND', filters)),
		),
	};
}
