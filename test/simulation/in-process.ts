import { IntercomError } from '../../dev/emulator/errors';
import { Answer } from '../../dev/emulator/route';
import { routes } from '../../dev/emulator/routes';
import { defaultSettings } from '../../dev/emulator/settings';
import { EmulatorState } from '../../dev/emulator/state';
import { SortedSource } from '../../nodes/Intercom/triggers/polling/sorted-source';
import type {
	Exchange,
	Source,
	WatchedRecords,
} from '../../nodes/Intercom/triggers/polling/source';
import { takeStep } from '../../nodes/Intercom/triggers/polling/step';
import { watchedResources } from '../../nodes/Intercom/triggers/polling/watches';
import { StateMachineHost } from './host';
import { Random } from './random';
import type { ClockFaults, Play, Scenario } from './scenario';
import { SimulatedClock, World } from './world';

/** Puts something else in the place of a part of the trigger, to see that the simulation notices. */
export interface Tampering {
	source?: (source: Source) => Source;
	step?: typeof takeStep;
}

/**
 * The state machine and its source on the emulator's own logic, without HTTP and on simulated time: a
 * million changes in a minute or two.
 */
export function openInProcess(
	scenario: Scenario,
	{ source: tamper = (source) => source, step = takeStep }: Tampering = {},
): (interrupt: () => void) => Play {
	return (interrupt) => {
		const settings = { ...defaultSettings(), timezone: scenario.timezone };
		const clock = new SimulatedClock(settings);
		const state = new EmulatorState({ seed: 1, clock, settings });
		const world = new World({
			state,
			now: () => clock.milliseconds(),
			pass: (milliseconds) => clock.pass(milliseconds),
		});

		const random = new Random(scenario.seed + 1);
		const exchange: Exchange = async ({ method, path, body }, expected = []) => {
			interrupt();
			world.reveal();
			const headers = { date: dateHeader(clock.milliseconds(), scenario.clocks, random) };
			// Only asked for its Date header.
			if (path === '/me') return { status: 200, headers, body: { type: 'admin' } };
			const route = routes.find(({ operation }) => operation === `${method} ${path}`);
			if (route === undefined) throw new Error(`The emulator has no ${method} ${path}`);
			try {
				const answer = route.handle({
					state,
					settings,
					clock,
					path,
					params: {},
					query: {},
					body: (body ?? {}) as object,
					version: '2.16',
				});
				if (answer instanceof Answer) return { status: answer.status, headers, body: answer.body };
				return { status: 200, headers, body: answer };
			} catch (error) {
				if (!(error instanceof IntercomError) || !expected.includes(error.status)) throw error;
				return { status: error.status, headers, body: error.body('request') };
			}
		};

		const source = tamper(new SortedSource(exchange, watchedBy(scenario)));
		const ownTime = () => world.seconds() + scenario.clocks.own;
		return { world, host: new StateMachineHost(source, scenario.limits, ownTime, step) };
	};
}

/** What a response says of the time, in milliseconds of the simulated clock. */
function dateHeader(
	now: number,
	{ date, wrongDate }: ClockFaults,
	random: Random,
): string | undefined {
	if (date === undefined) return undefined;
	const day = 86_400_000;
	const farOff = [Date.UTC(2099, 0), now + day, now - day];
	const told = random.chance(wrongDate) ? random.pick(farOff) : now + date * 1000;
	return new Date(told).toUTCString();
}

function watchedBy({ event: name, pageSize }: Scenario): WatchedRecords {
	const contacts = watchedResources.find(({ value }) => value === 'contact');
	const event = contacts?.events.find(({ value }) => value === name);
	if (contacts === undefined || event === undefined) throw new Error(`Contacts have no ${name}`);
	const filters = [{ field: 'role', operator: '=', value: 'lead' }];
	return { ...contacts, ...event, pageSize, filters };
}
