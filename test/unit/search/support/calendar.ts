/** Dates in a time zone, from Node's own time zone data and not from the library under test. */

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of a moment (Unix seconds) as `2026-01-31`; such texts sort like the dates. */
export function localDate(seconds: number, timezone: string): string {
	const known = formatters.get(timezone);
	const formatter =
		known ??
		new Intl.DateTimeFormat('en-CA', {
			timeZone: timezone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
		});
	if (known === undefined) formatters.set(timezone, formatter);
	return formatter.format(seconds * 1000);
}

/** Zones with clock changes at midnight, half hours, a skipped day, far east and far west. */
export const timezones = [
	'UTC',
	'America/New_York',
	'America/Sao_Paulo',
	'America/Havana',
	'Asia/Beirut',
	'Asia/Kolkata',
	'Australia/Lord_Howe',
	'Europe/Dublin',
	'Pacific/Apia',
	'Pacific/Honolulu',
	'Pacific/Kiritimati',
];
