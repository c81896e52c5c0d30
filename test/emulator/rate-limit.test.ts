import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../dev/emulator';
import { errorOf, send, type Answer } from './client';

/** Length of the windows in seconds: none ends while a test runs. */
const HOUR = 3600;

/** A moment in the middle of a window, in milliseconds. */
const MIDDLE = Date.UTC(2026, 0, 5, 12, 30);

const budgetOf = ({ headers }: Answer) =>
	['limit', 'remaining'].map((name) => headers.get(`x-ratelimit-${name}`)).join('/');

describe('Rate limit of the emulator', () => {
	let emulator: Emulator;

	beforeEach(async () => {
		emulator = await startEmulator({
			settings: {
				clockSkewMilliseconds: MIDDLE - Date.now(),
				rateLimit: { windowSeconds: HOUR, limit: 3, resetDelaySeconds: 0 },
			},
		});
	});
	afterEach(async () => await emulator.close());

	it('counts a window down and then refuses, until the window that Reset names', async () => {
		const answers: Answer[] = [];
		for (let call = 0; call < 4; call += 1) answers.push(await send(emulator, 'GET /me'));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
		expect(answers.map(budgetOf)).toEqual(['3/2', '3/1', '3/0', '3/0']);
		expect(errorOf(answers[3])).toBe(
			'429 rate_limit_exceeded: Exceeded rate limit of 3 in 3600_seconds',
		);
		const reset = Number(answers[3].headers.get('x-ratelimit-reset'));
		expect(reset * 1000).toBe(Date.UTC(2026, 0, 5, 13));

		emulator.settings.clockSkewMilliseconds = reset * 1000 - Date.now();
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('3/2');
	});

	it('can name a reset after the end of the window, as Intercom does', async () => {
		emulator.settings.rateLimit.resetDelaySeconds = 6;
		const resetOf = ({ headers }: Answer) => Number(headers.get('x-ratelimit-reset')) * 1000;
		const end = Date.UTC(2026, 0, 5, 13);
		await send(emulator, 'GET /me');
		const before = await send(emulator, 'GET /me');
		expect([budgetOf(before), resetOf(before)]).toEqual(['3/1', end + 6_000]);

		emulator.settings.clockSkewMilliseconds = end - Date.now();
		const after = await send(emulator, 'GET /me');
		expect(Date.parse(after.headers.get('date') ?? '')).toBeLessThan(resetOf(before));
		expect([budgetOf(after), resetOf(after)]).toEqual(['3/2', end + HOUR * 1000 + 6_000]);
	});

	it('lies 6 seconds after the end of a window of 10 seconds unless told otherwise', async () => {
		const live = await startEmulator();
		const answer = await send(live, 'GET /me');
		await live.close();
		expect(Number(answer.headers.get('x-ratelimit-reset')) % 10).toBe(6);
	});

	it('can be changed while it runs, hidden and switched off', async () => {
		await send(emulator, 'GET /me');
		emulator.settings.rateLimit.limit = 10;
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('10/8');
		emulator.settings.rateLimit.headers = false;
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('/');
		emulator.settings.rateLimit = { ...emulator.settings.rateLimit, limit: null, headers: true };
		for (let call = 0; call < 20; call += 1) {
			expect((await send(emulator, 'GET /me')).status).toBe(200);
		}
	});

	it('shares the budget with other apps', async () => {
		emulator.spendRateLimit(2);
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('3/0');
		emulator.settings.rateLimit.usedByOtherApps = 1;
		emulator.settings.clockSkewMilliseconds += HOUR * 1000;
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('3/1');
	});

	it('has narrower limits for families of routes', async () => {
		emulator.settings.rateLimit.limit = 100;
		emulator.settings.rateLimit.families = { search: 1 };
		const search = () =>
			send(emulator, 'POST /contacts/search', {
				body: { query: { field: 'name', operator: '=', value: 'A' } },
			});
		expect(budgetOf(await search())).toBe('1/0');
		expect(errorOf(await search())).toMatch(/^429 .* of 1 in/);
		expect(emulator.requests[1].body).toEqual(emulator.requests[0].body);
		expect(budgetOf(await send(emulator, 'GET /me'))).toBe('100/98');
	});
});
