import { DateTime } from 'luxon';

import { InputError } from './input-error';

/** Numbers from here on are milliseconds: as seconds they would lie after the year 5000. */
const firstMilliseconds = 100_000_000_000;

function fromNumber(value: number): number {
	return Math.floor(value >= firstMilliseconds ? value / 1000 : value);
}

function hasMilliseconds(value: object): value is { toMillis(): number } {
	return 'toMillis' in value && typeof value.toMillis === 'function';
}

/**
 * A moment as Intercom wants it: whole Unix seconds (intercom-api.md §2 row 6).
 *
 * @param value an ISO date as n8n's date picker gives it, Unix seconds or milliseconds, a Date, or
 * the DateTime of an expression such as `{{ $now }}`
 * @param timezone the zone that a date without one is meant in, an IANA name
 * @param name the parameter, for the error
 * @throws InputError for anything else
 */
export function toUnixSeconds(value: unknown, timezone: string, name: string): number {
	let seconds = Number.NaN;
	if (typeof value === 'number') seconds = fromNumber(value);
	else if (value instanceof Date) seconds = fromNumber(value.getTime());
	else if (typeof value === 'object' && value !== null && hasMilliseconds(value))
		seconds = Math.floor(value.toMillis() / 1000);
	else if (typeof value === 'string') {
		const input = value.trim();
		if (/^-?\d+(\.\d+)?$/.test(input)) seconds = fromNumber(Number(input));
		else {
			const formats = [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822];
			const parsed = formats
				.map((parse) => parse(input, { zone: timezone }))
				.find((date) => date.isValid);
			if (parsed !== undefined) seconds = Math.floor(parsed.toSeconds());
		}
	}
	if (Number.isFinite(seconds)) return seconds;
	throw new InputError(
		`'${name}' is not a date: ${JSON.stringify(value)}`,
		'Give a date such as 2026-01-31T09:30:00Z, a Unix time in seconds, or an expression such as {{ $now }}.',
	);
}
