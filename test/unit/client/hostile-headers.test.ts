import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readRateLimit } from '../../../nodes/Intercom/client/rate-limit-window';
import { Throttle } from '../../../nodes/Intercom/client/throttle';
import { VirtualClock } from './virtual-clock';

/** What a response says of the limit, and of the time. */
interface Told {
	status: number;
	headers: Record<string, string | undefined>;
}

const second = 1_000;
/** How long the gate may be shut without a look, and what timers are cut into. */
const longestShut = 121 * second;

const time = (milliseconds: number) => new Date(milliseconds).toUTCString();

/** Answers each request 50 ms later, and notes how long none comes. */
class Server {
	count = 0;
	refused = 0;
	/** The longest time in which nothing was sent and no answer was awaited. */
	longestSilence = 0;
	private underWay = 0;
	private idleSince: number;

	constructor(
		private readonly clock: VirtualClock,
		private readonly answer: (now: number, count: number) => Told,
	) {
		this.idleSince = clock.now();
	}

	async handle() {
		if (this.underWay === 0)
			this.longestSilence = Math.max(this.longestSilence, this.clock.now() - this.idleSince);
		this.underWay += 1;
		this.count += 1;
		const { count } = this;
		await this.clock.sleep(50);
		this.underWay -= 1;
		this.idleSince = this.clock.now();
		const { status, headers } = this.answer(this.clock.now(), count);
		if (status === 429) this.refused += 1;
		return readRateLimit(status, headers);
	}
}

/** Forty items want through at once, each again and again until time is up; a 429 is sent again. */
async function press(
	answer: (now: number, count: number) => Told,
	duration: number,
	count = Infinity,
): Promise<{ server: Server; served: number; took: number }> {
	const clock = new VirtualClock();
	const startsAt = clock.now();
	const server = new Server(clock, answer);
	const throttle = new Throttle(clock);
	const lane = Symbol('test');
	let served = 0;
	const worker = async () => {
		while (clock.now() < startsAt + duration && served < count) {
			const permit = await throttle.acquire({ lane });
			const reading = await server.handle();
			permit?.done(reading);
			if (!reading.refused) served += 1;
		}
	};
	await clock.runUntil(Promise.all(Array.from({ length: 40 }, worker)));
	return { server, served, took: clock.now() - startsAt };
}

const waits: fc.Arbitrary<string | undefined> = fc.constantFrom(
	undefined,
	'0',
	'1',
	'-1',
	'86400',
	'1e9',
	'1e400',
	'NaN',
	'soon',
	'',
	time(1_700_000_060_000),
	time(4_070_908_800_000),
	time(0),
	'Thu, 99 Foo 2099 25:61:61 GMT',
);

/** Ends of windows as wrong as can be, by the server's time. */
const resets = fc.constantFrom<Array<(now: number) => string | undefined>>(
	() => undefined,
	(now) => String(Math.ceil(now / 10_000) * 10),
	(now) => String(Math.ceil(now / 10_000) * 10_000),
	(now) => String(Math.floor(now / 1000) + 3_600),
	(now) => String(Math.floor(now / 1000) - 3_600),
	() => '4070908800',
	() => '10',
	() => '0',
	() => 'Infinity',
	() => '9'.repeat(400),
);

const dates = fc.constantFrom<Array<(now: number) => string | undefined>>(
	() => undefined,
	(now) => time(now),
	(now) => time(now + 1_200_000),
	(now) => time(now - 1_200_000),
	() => time(4_070_908_800_000),
	() => time(0),
	() => 'yesterday',
);

const hostile: fc.Arbitrary<Hostile> = fc.record({
	status: fc.constantFrom(200, 200, 429),
	retryAfter: waits,
	reset: resets,
	date: dates,
	remaining: fc.constantFrom(undefined, '0', '1', '50', '-1', '1e9', 'many'),
	limit: fc.constantFrom(undefined, '0', '100', '-5', '1e400'),
});

interface Hostile {
	status: number;
	retryAfter?: string;
	reset: (now: number) => string | undefined;
	date: (now: number) => string | undefined;
	remaining?: string;
	limit?: string;
}

function told({ status, retryAfter, reset, date, remaining, limit }: Hostile, now: number): Told {
	return {
		status,
		headers: {
			'retry-after': status === 429 ? retryAfter : undefined,
			'x-ratelimit-reset': reset(now),
			'x-ratelimit-remaining': remaining,
			'x-ratelimit-limit': limit,
			date: date(now),
		},
	};
}

/** Windows of ten seconds for 100 requests, told as they are. */
function honest(): (now: number) => Told {
	let window = -1;
	let spent = 0;
	return (now) => {
		const current = Math.floor(now / 10_000);
		if (current !== window) [window, spent] = [current, 0];
		spent += 1;
		return {
			status: spent > 100 ? 429 : 200,
			headers: {
				'x-ratelimit-limit': '100',
				'x-ratelimit-remaining': String(Math.max(0, 100 - spent)),
				'x-ratelimit-reset': String((current + 1) * 10),
				date: time(now),
			},
		};
	};
}

describe('The gate, when responses tell nonsense', () => {
	it('never stays shut for more than two minutes without a look', async () => {
		const property = fc.asyncProperty(
			fc.array(hostile, { minLength: 1, maxLength: 12 }),
			async (answers) => {
				// Some requests get through, so that the run ends.
				const answer = (now: number, count: number) => told(answers[count % answers.length], now);
				const { server } = await press(answer, 900 * second, 500);
				expect(server.longestSilence).toBeLessThanOrEqual(longestShut);
			},
		);
		await fc.assert(property, { numRuns: 40 });
	});

	it('looks a bounded number of times while everything is refused', async () => {
		const property = fc.asyncProperty(hostile, async (answer) => {
			const refusing = { ...answer, status: 429 };
			const { server } = await press((now) => told(refusing, now), 1_200 * second);
			// All at once, then looks that grow rarer (some 65 in twenty minutes), then one by each that still waits.
			expect(server.refused).toBeLessThanOrEqual(40 + 70 + 40);
			expect(server.longestSilence).toBeLessThanOrEqual(longestShut);
		});
		await fc.assert(property, { numRuns: 20 });
	});

	it('does not believe for ever in an end that is always a moment away', async () => {
		const almostOver = (now: number): Told => ({
			status: 429,
			headers: {
				date: time(now),
				'x-ratelimit-remaining': '0',
				'x-ratelimit-reset': String(Math.floor(now / 1000) + 0.001),
			},
		});
		const { server } = await press(almostOver, 1_200 * second);
		expect(server.refused).toBeLessThanOrEqual(250);
	});

	it('finds back to the windows as soon as responses tell the truth', async () => {
		const property = fc.asyncProperty(
			fc.array(hostile, { minLength: 1, maxLength: 8 }),
			async (answers) => {
				const truth = honest();
				const answer = (now: number, count: number) =>
					count <= answers.length ? told(answers[count - 1], now) : truth(now);
				const { server, took } = await press(answer, Infinity, 2_000);
				const refusals = answers.filter(({ status }) => status === 429).length;
				// Twenty windows, once the waits that were asked for are over: each refused look may ask for one.
				expect(took).toBeLessThanOrEqual(refusals * longestShut + 240 * second);
				expect(server.refused).toBeLessThan(answers.length + 120);
			},
		);
		await fc.assert(property, { numRuns: 40 });
	});

	it('keeps to the windows although a gateway shifts the time by 20 minutes', async () => {
		for (const shift of [-1_200_000, 1_200_000]) {
			const truth = honest();
			const answer = (now: number): Told => {
				const { status, headers } = truth(now);
				return { status, headers: { ...headers, date: time(now + shift) } };
			};
			const { took, server } = await press(answer, Infinity, 1_000);
			expect(took).toBeLessThanOrEqual(120 * second);
			expect(server.refused).toBeLessThan(10);
		}
	});

	it('understands a reset in milliseconds', async () => {
		const truth = honest();
		const answer = (now: number): Told => {
			const { status, headers } = truth(now);
			return {
				status,
				headers: { ...headers, 'x-ratelimit-reset': `${headers['x-ratelimit-reset']}000` },
			};
		};
		const { took, server } = await press(answer, Infinity, 1_000);
		expect(took).toBeLessThanOrEqual(110 * second);
		expect(server.refused).toBe(0);
	});
});

describe('A wait that a response asks for', () => {
	/** The gate after a refusal that asks for a wait. */
	async function refusedWith(headers: Record<string, string>) {
		const clock = new VirtualClock();
		const throttle = new Throttle(clock);
		const permit = await throttle.acquire({ lane: Symbol('first') });
		permit?.done(readRateLimit(429, headers));
		return { clock, throttle, startsAt: clock.now() };
	}

	it('is kept when it is a date', async () => {
		const headers = { 'retry-after': time(1_700_000_030_000), date: time(1_700_000_000_000) };
		const { clock, throttle, startsAt } = await refusedWith(headers);
		await clock.runUntil(throttle.acquire({ lane: Symbol('next') }));
		expect(clock.now() - startsAt).toBe(30_000);
	});

	it('of a day ends after two minutes, with a single look', async () => {
		const { clock, throttle, startsAt } = await refusedWith({ 'retry-after': '86400' });
		let looks = 0;
		const waiting = Array.from({ length: 10 }, async () => {
			const permit = await throttle.acquire({ lane: Symbol('next'), maxWait: 300 * second });
			if (permit === undefined) return false;
			looks += 1;
			await clock.sleep(50);
			expect(looks).toBeLessThanOrEqual(2);
			permit.done(readRateLimit(429, { 'retry-after': '86400' }));
			return true;
		});
		const results = await clock.runUntil(Promise.all(waiting));
		// One look after 120 seconds, another after 240, and no time for a third.
		expect(results.filter(Boolean)).toHaveLength(2);
		expect(clock.now() - startsAt).toBeLessThanOrEqual(300 * second);
	});

	it('of a day lets everything through as soon as the look succeeds', async () => {
		const { clock, throttle, startsAt } = await refusedWith({ 'retry-after': '86400' });
		const waiting = Array.from({ length: 10 }, async () => {
			const permit = await throttle.acquire({ lane: Symbol('next'), maxWait: 300 * second });
			await clock.sleep(50);
			permit?.done(readRateLimit(200, {}));
			return permit !== undefined;
		});
		expect(await clock.runUntil(Promise.all(waiting))).toEqual(Array.from(waiting, () => true));
		expect(clock.now() - startsAt).toBeLessThan(122 * second);
	});
});
