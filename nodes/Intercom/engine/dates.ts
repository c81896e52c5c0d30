import { DateTime } from 'luxon';

import { isMoment } from './data';
import { InputError, quoted } from './input-error';

/** Numbers from here on are milliseconds: as seconds they would lie after the year 5000. */
const firstMilliseconds = 100_000_000_000;

/** The years 1 to 9999 in Unix seconds: what calendars and ISO 8601 agree on. */
const [earliest, latest] = [-62_135_596_800, 253_402_300_799];

function fromNumber(value: number): number {
	return Math.floor(Math.abs(value) >= firstMilliseconds ? value / 1000 : value);
}

function fromText(text: string, timezone: string): number {
	// Digits are Unix time, unless they read as a year or as a day such as 20260131.
	const isCalendar = /^(19|20)\d\d(\d{4})?$/.test(text);
	if (!isCalendar && /^-?\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text));
	const formats = [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822];
	const parsed = formats
		.map((parse) => parse(text, { zone: timezone }))
		.find((date) => date.isValid);
	return parsed === undefined ? Number.NaN : Math.floor(parsed.toSeconds());
}

function secondsOf(value: unknown, timezone: string): number {
	if (typeof value === 'number') return fromNumber(value);
	if (typeof value === 'string') return fromText(value.trim(), timezone);
	return isMoment(value) ? Math.floor(value.valueOf() / 1000) : Number.NaN;
}

/**
 * A moment as Intercom wants it: whole Unix seconds.
 *
 * @param value an ISO date as n8n's date picker gives it, Unix seconds or milliseconds, a Date, or
 * the DateTime of an expression such as `{{ $now }}`
 * @param timezone the zone that a date without one is meant in, an IANA name
 * @param name the parameter, for the error
 * @throws InputError for anything else
 */
export function toUnixSeconds(value: unknown, timezone: string, name: string): number {
	const seconds = secondsOf(value, timezone);
	if (seconds >= earliest && seconds <= latest) return seconds;
	throw new InputError(
		`'${name}' is not a date: ${quoted(value)}`,
		'Give a date such as 2026-01-31T09:30:00Z, a Unix time in seconds, or an expression such as {{ $now }}.',
	);
}
