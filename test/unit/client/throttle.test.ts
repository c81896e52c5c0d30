import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CancelledError } from '../../../nodes/Intercom/client/clock';
import { Throttle } from '../../../nodes/Intercom/client/throttle';
import { RateLimitedServer, type ServerSettings } from './rate-limited-server';
import { VirtualClock } from './virtual-clock';

interface Result {
	server: RateLimitedServer;
	/** Milliseconds from the start to the last answer. */
	duration: number;
}

const usual: ServerSettings = {
	limit: 100,
	windowLength: 10_000,
	latency: () => 25,
	headers: true,
	clockAhead: 0,
	dateHeader: true,
};

/** Sends until everything is served; a 429 is sent again, as the client does. */
async function sendAll(
	throttle: Throttle,
	server: RateLimitedServer,
	count: number,
	concurrency: number,
): Promise<void> {
	const lane = Symbol('test');
	let left = count;
	const worker = async () => {
		while (left > 0) {
			left -= 1;
			for (;;) {
				const permit = await throttle.acquire({ lane });
				const reading = await server.handle();
				permit?.done(reading);
				if (!reading.refused) break;
			}
		}
	};
	await Promise.all(Array.from({ length: concurrency }, worker));
}

async function simulate(
	settings: Partial<ServerSettings>,
	count: number,
	concurrency = 40,
	startsAt = 1_700_000_000_000,
): Promise<Result> {
	const clock = new VirtualClock(startsAt);
	const server = new RateLimitedServer(clock, { ...usual, ...settings });
	const throttle = new Throttle(clock);
	await clock.runUntil(sendAll(throttle, server, count, concurrency));
	return { server, duration: clock.now() - startsAt };
}

const latencies = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 });

function cycle(values: number[]): () => number {
	let index = 0;
	return () => values[index++ % values.length];
}

describe('Throttle', () => {
	it('never passes the limit when it is alone', async () => {
		const property = fc.asyncProperty(
			fc.record({
				limit: fc.integer({ min: 5, max: 300 }),
				windowSeconds: fc.integer({ min: 1, max: 12 }),
				latency: latencies,
				count: fc.integer({ min: 1, max: 600 }),
				concurrency: fc.integer({ min: 1, max: 60 }),
				startsAt: fc.integer({ min: 1_700_000_000_000, max: 1_700_000_020_000 }),
				clockAhead: fc.constantFrom(0, 30_000, -30_000),
			}),
			async ({ limit, windowSeconds, latency, count, concurrency, startsAt, clockAhead }) => {
				const settings = { limit, windowLength: windowSeconds * 1000, clockAhead };
				const run = await simulate(
					{ ...settings, latency: cycle(latency) },
					count,
					concurrency,
					startsAt,
				);
				expect(run.server.served).toHaveLength(count);
				expect(run.server.refused).toBe(0);
			},
		);
		await fc.assert(property, { numRuns: 150 });
	});

	it('never idles while budget and work remain', async () => {
		const property = fc.asyncProperty(
			fc.record({
				limit: fc.integer({ min: 20, max: 300 }),
				windowSeconds: fc.integer({ min: 2, max: 10 }),
				windows: fc.integer({ min: 1, max: 6 }),
				latency: fc.integer({ min: 5, max: 50 }),
			}),
			async ({ limit, windowSeconds, windows, latency }) => {
				const windowLength = windowSeconds * 1000;
				const startsAt = Math.ceil(1_700_000_000_000 / windowLength) * windowLength;
				const settings = { limit, windowLength, latency: () => latency };
				const run = await simulate(settings, limit * windows, 40, startsAt);
				// A window is spent in rounds of at most 40; the last one also waits for its answers.
				const roundTrips = Math.ceil(limit / 40) + 3;
				// The Date header tells the server's clock to the second, so an opening may be seen that late.
				const floor = (windows - 1) * (windowLength + 1000);
				expect(run.duration).toBeLessThanOrEqual(floor + roundTrips * 2 * latency);
			},
		);
		await fc.assert(property, { numRuns: 100 });
	});

	it('finds the opening of the windows without headers, from the 429s alone', async () => {
		const run = await simulate({ headers: false, limit: 500, windowLength: 3000 }, 3000);
		expect(run.server.served).toHaveLength(3000);
		expect(run.duration).toBeLessThan(1.3 * 15_000);
	});

	it('works with a clock that is wrong and an answer that does not tell the time', async () => {
		for (const clockAhead of [30_000, -30_000]) {
			const settings = { clockAhead, dateHeader: false, limit: 500, windowLength: 3000 };
			const run = await simulate(settings, 1500);
			expect(run.server.served).toHaveLength(1500);
			expect(run.duration).toBeLessThan(60_000);
		}
	});

	it('follows a limit that changes, and a budget that others spend', async () => {
		const clock = new VirtualClock();
		const settings = { ...usual, limit: 500, windowLength: 3000 };
		const server = new RateLimitedServer(clock, settings);
		const others = async () => {
			for (let tick = 0; tick < 20; tick += 1) {
				await clock.sleep(700);
				server.spend(60);
				settings.limit = tick % 2 === 0 ? 250 : 500;
			}
		};
		const throttle = new Throttle(clock);
		await clock.runUntil(Promise.all([others(), sendAll(throttle, server, 2000, 40)]));
		expect(server.served).toHaveLength(2000);
		expect(server.refused).toBeLessThan(200);
	});

	it('lets an execution with one request pass a crowd of another', async () => {
		const clock = new VirtualClock();
		const server = new RateLimitedServer(clock, { ...usual, limit: 50 });
		const throttle = new Throttle(clock);
		const crowd = sendAll(throttle, server, 1000, 200);
		const single = (async () => {
			await clock.sleep(1000);
			const askedAt = clock.now();
			const permit = await throttle.acquire({ lane: Symbol('single') });
			permit?.done(await server.handle());
			return clock.now() - askedAt;
		})();
		const [waited] = await clock.runUntil(Promise.all([single, crowd]));
		expect(waited).toBeLessThanOrEqual(11_000);
	});

	it('lets go of a waiter when its execution is cancelled', async () => {
		const clock = new VirtualClock();
		const throttle = new Throttle(clock);
		const cancel = new AbortController();
		const permit = await throttle.acquire({ lane: Symbol('first') });
		permit?.done({ refused: true, retryAfter: 60_000 });
		const waiting = throttle.acquire({ lane: Symbol('second'), signal: cancel.signal });
		cancel.abort();
		await expect(waiting).rejects.toBeInstanceOf(CancelledError);
	});

	it('lets waiters with different patience wait side by side', async () => {
		const clock = new VirtualClock();
		const throttle = new Throttle(clock);
		const first = await throttle.acquire({ lane: Symbol('first') });
		first?.done({ refused: true });
		const patience = [300_000, 299_000, 20_000, 250_000];
		const waiting = patience.map(async (maxWait) => {
			const permit = await throttle.acquire({ lane: Symbol('other'), maxWait });
			permit?.done({ refused: false });
			return permit !== undefined;
		});
		expect(await clock.runUntil(Promise.all(waiting))).toEqual(patience.map(() => true));
	});

	it('gives up when the wait is longer than allowed, without waiting it out', async () => {
		const clock = new VirtualClock();
		const throttle = new Throttle(clock);
		const permit = await throttle.acquire({ lane: Symbol('first') });
		permit?.done({ refused: true, retryAfter: 60_000 });
		const startedAt = clock.now();
		expect(await throttle.acquire({ lane: Symbol('second'), maxWait: 5_000 })).toBeUndefined();
		expect(clock.now()).toBe(startedAt);
	});
});
