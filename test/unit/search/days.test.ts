import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dayContaining, dayOfDate, isTimezone } from '../../../nodes/Intercom/search/days';
import { localDate, timezones } from './support/calendar';

const anyTime = fc.integer({ min: Date.UTC(1971, 0) / 1000, max: Date.UTC(2037, 11) / 1000 });

/** Moments around clock changes at midnight and around the day that Samoa left out. */
const edges = [
	'2018-11-04T03:00:00Z',
	'2023-11-05T04:30:00Z',
	'2021-03-28T00:00:00Z',
	'2011-12-30T10:00:00Z',
	'2024-04-06T15:00:00Z',
].map((text) => Date.parse(text) / 1000);
const aroundEdges = fc
	.tuple(fc.constantFrom(...edges), fc.integer({ min: -200_000, max: 200_000 }))
	.map(([edge, offset]) => edge + offset);

describe('the day of a moment', () => {
	it('begins and ends where the date changes, in every zone', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...timezones),
				fc.oneof(anyTime, aroundEdges),
				(zone, seconds) => {
					const { start, end } = dayContaining(seconds, zone);
					const date = localDate(seconds, zone);
					expect(start).toBeLessThanOrEqual(seconds);
					expect(end).toBeGreaterThan(seconds);
					expect([localDate(start, zone), localDate(end - 1, zone)]).toEqual([date, date]);
					expect(localDate(start - 1, zone) < date).toBe(true);
					expect(localDate(end, zone) > date).toBe(true);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it.each([
		['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z', 23],
		['2023-11-05', 'America/Havana', '2023-11-05T04:00:00Z', 25],
		['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z', 24],
		['2026-01-31', 'UTC', '2026-01-31T00:00:00Z', 24],
	])('%s in %s starts at %s and has %d hours', (date, zone, start, hours) => {
		const from = Date.parse(start) / 1000;
		expect(dayOfDate(date, zone)).toEqual({ start: from, end: from + hours * 3600 });
	});

	it('knows dates that do not exist', () => {
		expect(dayOfDate('2023-02-30', 'UTC')).toBeUndefined();
	});
});

it('tells time zones from other names', () => {
	expect([
		isTimezone('Europe/Dublin'),
		isTimezone('Eastern Time (US & Canada)'),
		isTimezone(''),
	]).toEqual([true, false, false]);
});
