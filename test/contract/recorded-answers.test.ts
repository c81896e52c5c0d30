import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import findMyWay from 'find-my-way';
import type { HTTPMethod } from 'find-my-way';

import { defaultSettings } from '../../dev/emulator';
import { Clock } from '../../dev/emulator/clock';
import { RateLimit } from '../../dev/emulator/rate-limit';
import { startCheckedEmulator } from '../support/emulator';
import type { CheckedEmulator } from '../support/emulator';
import { exceptions, isMeant } from './recordings/exceptions';
import { readRecording, type RecordedRoute } from './recordings/recordings';
import { useRecordedRoutes } from './recordings/scenarios';
import { compareShapes, root, ShapeCollector } from './recordings/shape';
import type { Shape } from './recordings/shape';
import { Workspace } from './samples/workspace';

const recordings = readRecording<Record<string, RecordedRoute>>('shapes.json');
const routes = Object.keys(recordings);

const answers = new Map(routes.map((name) => [name, new ShapeCollector()]));
let emulator: CheckedEmulator;

/** Finds the recorded name of a request's route; undefined for a route that was not recorded. */
function routeFinder(): (method: string, path: string) => string | undefined {
	const router = findMyWay();
	for (const name of routes) {
		const [method, path] = name.split(' ');
		const pattern = path.split('{id}').reduce((start, end, index) => `${start}:id${index}${end}`);
		router.on(method as HTTPMethod, pattern, () => {}, name);
	}
	return (method, path) => router.find(method as HTTPMethod, path)?.store as string | undefined;
}

/** The emulator's answers on a route. */
function answered(name: string): Shape {
	return answers.get(name)?.shape ?? {};
}

/** What is different on a route and not meant, one line each. */
function unexplained(name: string, shape: Shape): string[] {
	return compareShapes(recordings[name].response, shape)
		.filter((found) => !exceptions.some((exception) => isMeant(exception, name, found)))
		.map(({ field, message }) => `${field} ${message}`);
}

/** The recorded fields in which the emulator agrees. */
function agreed(name: string): Array<[field: string, types: readonly string[]]> {
	const { response } = recordings[name];
	const different = compareShapes(response, answered(name)).map(({ field }) => field);
	return Object.entries(response).filter(([field]) => !different.includes(field));
}

beforeAll(async () => {
	emulator = await startCheckedEmulator();
	const routeOf = routeFinder();
	emulator.onExchange(({ request, response }) => {
		const name = routeOf(request.method, request.path);
		if (name !== undefined && response.status === 200) answers.get(name)?.add(response.body);
	});
	await useRecordedRoutes(new Workspace(emulator));
});
afterAll(async () => await emulator.close());

describe('The emulator answers as the live API did', () => {
	it.each(routes)('%s', (name) => {
		expect(unexplained(name, answered(name))).toEqual([]);
	});

	it('and as the description says', () => emulator.assertClean());

	it('without an exception, or a field of one, that no longer holds', () => {
		const meant = routes.flatMap((name) =>
			compareShapes(recordings[name].response, answered(name)).map((found) => ({ name, found })),
		);
		const unused = exceptions.flatMap((exception) =>
			exception.fields.filter(
				(field) =>
					!meant.some(({ name, found }) => isMeant({ ...exception, fields: [field] }, name, found)),
			),
		);
		expect(unused).toEqual([]);
	});
});

/** The reset that the emulator names in a window of that limit, at a time in Unix seconds. */
function resetAt(time: number, limit: number): number {
	const settings = defaultSettings();
	settings.rateLimit.limit = limit;
	settings.clockSkewMilliseconds = time * 1000 - Date.now();
	return Number(new RateLimit(settings, new Clock(settings)).take()['x-ratelimit-reset']);
}

describe('The emulator names the end of a window as the live API did', () => {
	it.each(routes)('%s', (name) => {
		for (const { date, limit, reset } of recordings[name].rate) {
			// A request counts when it comes in, and `Date` is written when it is answered, up to a second later.
			expect([resetAt(date, limit), resetAt(date - 1, limit)]).toContain(reset);
		}
	});
});

it('The recordings: where they are missing, the error says how to get them', () => {
	expect(() => readRecording('shapes.json', '/missing')).toThrow(
		/^No recordings of the live API.*INTERCOM_RECORDINGS.*Looked for \/missing\/shapes\.json$/,
	);
});

describe('A difference on any route is found', () => {
	const without = (shape: Shape, field: string): Shape =>
		Object.fromEntries(Object.entries(shape).filter(([name]) => name !== field));

	it.each(routes)('%s', (name) => {
		const shape = answered(name);
		for (const [field, types] of agreed(name)) {
			expect(unexplained(name, without(shape, field))).toContain(
				`${field} is missing (${types.join('|')})`,
			);
			const [type] = types;
			const changed = { ...shape, [field]: [type === 'string' ? 'number' : 'string'] };
			expect(unexplained(name, changed).join()).toContain(`${field} is never`);
		}
		const added = { ...shape, invented: ['string'] };
		expect(unexplained(name, added)).toEqual(['invented is not in recorded answers']);
		expect(unexplained(name, without(shape, root))).not.toEqual([]);
	});
});
