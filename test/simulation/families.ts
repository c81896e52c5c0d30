import * as fc from 'fast-check';

import { openInProcess } from './in-process';
import { play, type ClockFaults, type Scenario } from './scenario';

/**
 * How many scenarios are played per family. `SIMULATION_RUNS=1000` is the proof (half an hour), with other
 * scenarios each time; the default is a check, always with the same ones.
 */
const { SIMULATION_RUNS } = process.env;
const runs = SIMULATION_RUNS ? { numRuns: Number(SIMULATION_RUNS) } : { numRuns: 20, seed: 9 };

/** Which scenarios belong together. */
export type Family = Pick<Scenario, 'event' | 'oneAtATime' | 'changes'>;

/** Time zones with days of 23, 24 and 25 hours, and with odd offsets. */
const timezones = [
	'UTC',
	'America/New_York',
	'America/St_Johns',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Europe/Berlin',
	'Pacific/Apia',
	'Pacific/Auckland',
];

const rarely = fc.constantFrom(0, 0.01, 0.05);

const day = 86_400;

/** Clocks of which one at least is right, give or take a minute where a change is visible so much earlier. */
const clocks: fc.Arbitrary<ClockFaults> = fc.oneof(
	fc.constant({ date: 0, wrongDate: 0, own: 0 }),
	fc.record({
		date: fc.constantFrom(undefined, 0, -1_200, 1_200, -day, day),
		wrongDate: fc.constantFrom(0, 0.02, 0.5, 1),
		own: fc.constantFrom(-45, 0, 45),
	}),
	fc.record({
		date: fc.constant(0),
		wrongDate: fc.constant(0),
		own: fc.constantFrom(-365 * day, -day, -1_200, 1_200, day, 365 * day),
	}),
);

/**
 * Scenarios with everything that goes wrong: late and unordered index, days of any time zone, equal
 * times, pages that change while they are read, failing polls, web pages instead of answers, restarts,
 * crashes, damaged states, wrong clocks, backlogs longer than a poll, and a memory too small for a burst.
 */
function scenarios(family: Family): fc.Arbitrary<Scenario> {
	return fc
		.record({
			seed: fc.nat(),
			timezone: fc.constantFrom(...timezones),
			contacts: fc.integer({ min: 50, max: 250 }),
			longestLag: fc.constantFrom(0, 5, 60, 235),
			interval: fc.constantFrom(30, 60, 120, 300),
			burst: fc.integer({ min: 20, max: 160 }),
			sameSecond: fc.constantFrom(0, 0.3, 0.9),
			whileReading: fc.constantFrom(0, 0.2, 0.8),
			failing: fc.constantFrom(0, 0.1, 0.4),
			restarting: fc.constantFrom(0, 0.05, 0.3),
			dying: rarely,
			down: rarely,
			pagesForAnHour: fc.constantFrom(0, 0, 0.02),
			corrupting: fc.constantFrom(0, 0, 0.02),
			clocks,
			pageSize: fc.constantFrom(10, 50, 150),
			most: fc.constantFrom(30, 60, 500),
			mostSeen: fc.constantFrom(60, 150, 2_000),
		})
		.map(({ most, mostSeen, ...scenario }) => ({
			...family,
			...scenario,
			limits: { most, mostSeen, overlap: 300 },
		}));
}

/** Plays random scenarios of a family. A failure names the scenario, its smallest form and how to repeat it. */
export async function playMany(family: Family): Promise<void> {
	await fc.assert(
		fc.asyncProperty(scenarios(family), async (scenario) => {
			await play(scenario, openInProcess(scenario));
		}),
		{ ...runs, includeErrorInReport: true },
	);
}
