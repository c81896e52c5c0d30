import { DateTime } from 'luxon';

/** Moments from `start` to before `end`, Unix seconds; infinite where a side is open. */
export interface Span {
	start: number;
	end: number;
}

const hour = 3600;

/** Whether a time zone is one that days can be computed in (an IANA name). */
export function isTimezone(timezone: string): boolean {
	return DateTime.fromSeconds(0, { zone: timezone }).isValid;
}

function startOfDay(moment: DateTime): DateTime {
	const start = moment.startOf('day');
	const before = start.minus({ seconds: 1 });
	// Where clocks go back at midnight, that midnight comes twice; the day starts with the first.
	if (!before.hasSame(start, 'day')) return start;
	return start.minus({ minutes: before.offset - start.offset });
}

/**
 * The calendar day that a moment lies in. It has 23 or 25 hours where clocks change.
 *
 * @param seconds Unix seconds
 */
export function dayContaining(seconds: number, timezone: string): Span {
	const start = startOfDay(DateTime.fromSeconds(seconds, { zone: timezone }));
	// 36 hours on it is about noon of the next day, whatever the clocks do in between.
	const end = startOfDay(start.plus({ hours: 36 }));
	return { start: start.toSeconds(), end: end.toSeconds() };
}

/**
 * The calendar day of a date such as `2026-01-31`; undefined where there is no such date.
 */
export function dayOfDate(date: string, timezone: string): Span | undefined {
	const noon = DateTime.fromISO(`${date}T12:00:00`, { zone: timezone });
	return noon.isValid ? dayContaining(noon.toSeconds(), timezone) : undefined;
}

/** Whether a moment, in Unix seconds, lies in one of the spans. */
export function liesIn(spans: readonly Span[], seconds: number): boolean {
	return spans.some(({ start, end }) => seconds >= start && seconds < end);
}

/** Half a day in seconds: from a midnight it leads to about noon of a neighbouring day. */
export const halfDay = 12 * hour;

/** Two days in seconds: more than any time zone can move the border of a day. */
export const twoDays = 48 * hour;
