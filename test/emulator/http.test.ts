import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { json as streamJson } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmulator, TOKENS, type Emulator } from '../../dev/emulator';
import { errorOf, send } from './client';

describe('HTTP side of the emulator', () => {
	let emulator: Emulator;

	beforeEach(async () => {
		emulator = await startEmulator();
	});
	afterEach(async () => await emulator.close());

	describe('Version header', () => {
		it.each(['2.14', '2.15', '2.16', 'Preview'])('takes and echoes %s', async (version) => {
			const answer = await send(emulator, 'GET /me', { headers: { 'intercom-version': version } });
			expect(answer.status).toBe(200);
			expect(answer.headers.get('intercom-version')).toBe(version);
		});

		it.each(['preview', '1.0', '2.99'])('refuses %s', async (version) => {
			const answer = await send(emulator, 'GET /me', { headers: { 'intercom-version': version } });
			expect(errorOf(answer)).toBe(
				'400 intercom_version_invalid: The requested version could not be found',
			);
		});

		it('goes by the app when there is none, and notes that there was none', async () => {
			emulator.settings.defaultVersion = '2.14';
			const response = await fetch(`${emulator.url}/me`, {
				headers: { authorization: `Bearer ${emulator.token}` },
			});
			expect(response.headers.get('intercom-version')).toBe('2.14');
			expect(emulator.requests[0].headers).not.toHaveProperty('intercom-version');
		});
	});

	describe('Tokens', () => {
		it.each(['', 'unknown-token', 'constructor'])('refuses the token %p', async (token) => {
			const answer = await send(emulator, 'GET /me', { token });
			expect(errorOf(answer)).toBe('401 unauthorized: Access Token Invalid');
		});

		it('refuses a token of another region on a regional host, and routes it on the US host', async () => {
			emulator.settings.region = 'EU';
			emulator.settings.hostRegion = 'AU';
			expect((await send(emulator, 'GET /me')).status).toBe(401);
			emulator.settings.hostRegion = 'US';
			expect((await send(emulator, 'GET /me')).body).toMatchObject({ app: { region: 'EU' } });
		});

		it('names the missing permission', async () => {
			const answer = await send(emulator, 'GET /contacts', { token: TOKENS.withoutScopes });
			expect(errorOf(answer)).toBe(
				'403 forbidden: You do not have the required scope (read_users_and_companies) ' +
					'to access this resource',
			);
		});

		it('restricts what needs a plan, and only that', async () => {
			const token = TOKENS.restrictedPlan;
			const answer = await send(emulator, 'GET /messages/status?ruleset_id=1', { token });
			expect(errorOf(answer)).toBe('403 api_plan_restricted: Active subscription needed.');
			expect((await send(emulator, 'GET /contacts', { token })).status).toBe(200);
		});

		it('keeps tokens out of the recorded requests', async () => {
			await send(emulator, 'GET /me');
			expect(JSON.stringify(emulator.requests)).not.toContain(emulator.token);
			expect(emulator.requests[0].headers).toMatchObject({ authorization: '[redacted]' });
		});
	});

	describe('What it does not know', () => {
		it.each<[string, object | undefined, string]>([
			['GET /contactz', undefined, '404 emulator_unknown_route: The emulator has no GET /contactz'],
			[
				'PATCH /contacts/1',
				{},
				'404 emulator_unknown_route: The emulator has no PATCH /contacts/1',
			],
			[
				'GET /contacts?perpage=5',
				undefined,
				"400 emulator_unknown_query_parameter: GET /contacts has no query parameter 'perpage'",
			],
			[
				'GET /contacts?per_page=5&per_page=6',
				undefined,
				"400 emulator_repeated_query_parameter: The query parameter 'per_page' was sent more than once",
			],
			[
				'POST /contacts',
				{ email: 'a@example.com', emial: 'a@example.com' },
				"400 emulator_unknown_body_field: POST /contacts has no body field 'emial'",
			],
			[
				'POST /contacts/search',
				{ query: { field: 'name', operator: '=', value: 'A' }, pagination: { page: 2 } },
				"400 emulator_unknown_body_field: POST /contacts/search has no body field 'pagination.page'",
			],
			[
				'POST /contacts/1/archive',
				{ archived: true },
				'400 emulator_unexpected_body: POST /contacts/{contact_id}/archive takes no request body',
			],
			['POST /contacts', { email: 5 }, '400 parameter_invalid: email must be string'],
			['POST /contacts/merge', { from: '1' }, '400 parameter_not_found: into is required'],
		])('refuses %s %j', async (call, body, error) => {
			expect(errorOf(await send(emulator, call, { body }))).toBe(error);
		});

		it('refuses a body that is no JSON', async () => {
			const response = await fetch(`${emulator.url}/contacts`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${emulator.token}`,
					'content-type': 'application/json',
				},
				body: '{"email":',
			});
			expect(response.status).toBe(400);
			expect(await response.json()).toMatchObject({ errors: [{ code: 'bad_request' }] });
		});

		it('refuses a body on a GET', async () => {
			const request = httpRequest(`${emulator.url}/contacts`, {
				headers: { authorization: `Bearer ${emulator.token}`, 'content-length': 2 },
			});
			request.end('{}');
			const [response] = (await once(request, 'response')) as [IncomingMessage];
			expect(response.statusCode).toBe(400);
			expect(await streamJson(response)).toMatchObject({
				errors: [{ code: 'emulator_unexpected_body' }],
			});
		});

		it('takes an empty body that says it is JSON', async () => {
			const headers = { 'content-type': 'application/json' };
			const answer = await send(emulator, 'POST /contacts/1/archive', { headers });
			expect(errorOf(answer)).toBe('404 not_found: User Not Found');
		});
	});

	describe('Clock', () => {
		it('dates answers, windows and records by a clock that can be wrong', async () => {
			emulator.settings.clockSkewMilliseconds = 3_600_000;
			const answer = await send(emulator, 'POST /contacts', { body: { role: 'lead' } });
			const hourAhead = Date.now() + 3_500_000;
			expect(Date.parse(answer.headers.get('date') ?? '')).toBeGreaterThan(hourAhead);
			expect(Number(answer.headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(hourAhead);
			expect(answer.body).toMatchObject({ created_at: expect.any(Number) });
			const [contact] = emulator.state.contacts.values();
			expect(contact.created_at * 1000).toBeGreaterThan(hourAhead);
		});
	});

	describe('Latency', () => {
		it('makes every request take its time, within the jitter', async () => {
			Object.assign(emulator.settings, { latencyMilliseconds: 40, latencyJitter: 0.5 });
			await send(emulator, 'GET /me');
			await send(emulator, 'GET /me', { token: 'unknown-token' });
			for (const { startedAt, endedAt } of emulator.requests) {
				expect((endedAt ?? 0) - startedAt).toBeGreaterThanOrEqual(19);
			}
		});
	});

	describe('Records of what happened', () => {
		it('notes every request and tells listeners before the answer arrives', async () => {
			const seen: unknown[] = [];
			const stop = emulator.onExchange(({ request, response }) =>
				seen.push([request.operation, request.body, response.status, response.body]),
			);
			await send(emulator, 'POST /contacts/unknown%20id/tags?', { body: { id: '1' } });
			expect(seen).toEqual([
				[
					'POST /contacts/{contact_id}/tags',
					{ id: '1' },
					404,
					expect.objectContaining({ type: 'error.list' }),
				],
			]);
			expect(emulator.requests).toEqual([
				expect.objectContaining({
					method: 'POST',
					path: '/contacts/unknown%20id/tags',
					body: { id: '1' },
					status: 404,
				}),
			]);
			stop();
			await send(emulator, 'GET /me');
			expect(seen).toHaveLength(1);
		});
	});
});
