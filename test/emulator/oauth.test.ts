import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CLIENT_SECRET, startEmulator, type Emulator } from '../../dev/emulator';
import { errorOf, field, send, type Answer } from './client';

const CALLBACK = 'https://n8n.example.com/rest/oauth2-credential/callback';
const OTHER = 'https://staging.example.com/callback';

let emulator: Emulator;
let client: { client_id: string; client_secret: string };

beforeEach(async () => {
	emulator = await startEmulator();
	const { oauthApp } = emulator.settings;
	oauthApp.redirectUrls = [CALLBACK, OTHER];
	client = { client_id: oauthApp.clientId, client_secret: oauthApp.clientSecret };
});
afterEach(async () => await emulator.close());

/** Opens the consent page. */
async function open(parameters: Record<string, string> = {}): Promise<Response> {
	const query = new URLSearchParams({ client_id: client.client_id, ...parameters });
	return await fetch(`${emulator.url}/oauth?${query}`);
}

/** Decides on the consent page. Returns the address that the browser is sent to. */
async function decide(
	decision: 'authorize' | 'deny',
	parameters: Record<string, string> = {},
): Promise<string> {
	const response = await fetch(`${emulator.url}/oauth`, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams({ client_id: client.client_id, ...parameters, decision }),
	});
	expect(response.status).toBe(302);
	return response.headers.get('location') ?? '';
}

/** A fresh code. */
async function consent(): Promise<string> {
	return /[?&]code=([^&]+)/.exec(await decide('authorize'))?.[1] ?? '';
}

/** Exchanges a code as an HTML form, which is how n8n does it. */
async function exchange(fields: Record<string, string>, headers = {}): Promise<Answer> {
	const response = await fetch(`${emulator.url}/auth/eagle/token`, {
		method: 'POST',
		headers,
		body: new URLSearchParams(fields),
	});
	return { status: response.status, headers: response.headers, body: await response.json() };
}

describe('The consent page', () => {
	it('names the app, the workspace and the permissions, and asks', async () => {
		emulator.settings.oauthApp.permissions = ['read_admins', 'read_tags'];
		const page = await open({ state: 'a"b', redirect_uri: OTHER, response_type: 'code' });
		expect([page.status, page.headers.get('content-type')]).toEqual([
			200,
			'text/html; charset=utf-8',
		]);
		const html = await page.text();
		for (const part of [client.client_id, emulator.state.appId, 'read_admins, read_tags'])
			expect(html).toContain(part);
		expect(html).toContain('name="state" value="a&quot;b"');
		expect(html.match(/name="decision" value="(authorize|deny)"/g)).toHaveLength(2);
	});

	it('sends the browser back with a code that ends in "=", and with the state unchanged', async () => {
		const state = 'eyJhIjoxfQ==+/&?';
		const url = await decide('authorize', { state, redirect_uri: OTHER });
		expect(url).toMatch(/^https:\/\/staging\.example\.com\/callback\?code=[A-Za-z0-9+/]+=+&state=/);
		expect(new URL(url).searchParams.get('state')).toBe(state);
	});

	it('goes to the first redirect URL where none is asked for', async () => {
		expect(await decide('authorize')).toMatch(`${CALLBACK}?code=`);
	});

	it('says so when consent is refused', async () => {
		expect(await decide('deny', { state: 's' })).toBe(`${CALLBACK}?error=access_denied&state=s`);
	});

	it.each([
		['an unknown app', { client_id: 'another' }, 404, 'no app with this client_id'],
		['an unregistered address', { redirect_uri: 'https://evil.example.com' }, 400, 'redirect_uri'],
	])('shows a page instead, and sends nobody away, for %s', async (_, wrong, status, words) => {
		const page = await open(wrong);
		expect([page.status, page.redirected]).toEqual([status, false]);
		expect(await page.text()).toContain(words);
		const decision = await fetch(`${emulator.url}/oauth`, {
			method: 'POST',
			redirect: 'manual',
			body: new URLSearchParams({ client_id: client.client_id, ...wrong, decision: 'authorize' }),
		});
		expect(decision.status).toBe(status);
	});

	it('refuses what Intercom does not know: scopes and PKCE', async () => {
		expect((await open({ scope: 'read_admins' })).status).toBe(400);
		expect((await open({ code_challenge: 'abc' })).status).toBe(400);
		expect((await open({ scope: '' })).status).toBe(200);
	});
});

describe('The token endpoint', () => {
	it('answers with the token under two names, no refresh token and no expiry', async () => {
		const answer = await exchange({ ...client, code: await consent() });
		const token = field(answer.body, 'token');
		expect(answer.status).toBe(200);
		expect(answer.body).toEqual({ token_type: 'Bearer', token, access_token: token });
		expect(Buffer.from(token, 'base64').toString()).toMatch(/^tok:/);
		expect((await send(emulator, 'GET /me', { token })).status).toBe(200);
	});

	it('takes JSON, and the other fields that OAuth2 clients send', async () => {
		const body = { ...client, code: await consent(), grant_type: 'authorization_code' };
		const json = await send(emulator, 'POST /auth/eagle/token', { body, token: '' });
		expect(json.status).toBe(200);
		expect(
			(await exchange({ ...body, code: await consent(), redirect_uri: CALLBACK })).status,
		).toBe(200);
	});

	it.each<[string, Record<string, string>]>([
		['an unknown code', { code: 'unknown' }],
		['a code without its "="', {}],
	])('refuses %s', async (_, wrong) => {
		const code = (await consent()).replace(/=+$/, '');
		expect(errorOf(await exchange({ ...client, code, ...wrong }))).toBe(
			'401 unauthorized: Unauthorized Code',
		);
	});

	it('refuses a code that was used, and leaves the token that it gave', async () => {
		const code = await consent();
		const { body } = await exchange({ ...client, code });
		expect(errorOf(await exchange({ ...client, code }))).toBe(
			'401 unauthorized: Unauthorized Code',
		);
		expect((await send(emulator, 'GET /me', { token: field(body, 'token') })).status).toBe(200);
	});

	it('refuses a code that is older than five minutes', async () => {
		const [early, late] = [await consent(), await consent()];
		emulator.settings.clockSkewMilliseconds = 299_000;
		expect((await exchange({ ...client, code: early })).status).toBe(200);
		emulator.settings.clockSkewMilliseconds = 301_000;
		expect(errorOf(await exchange({ ...client, code: late }))).toBe(
			'401 unauthorized: Unauthorized Code',
		);
	});

	it('refuses a wrong client, and does not use the code up', async () => {
		const code = await consent();
		for (const wrong of [{ client_secret: 'wrong' }, { client_id: 'wrong' }])
			expect((await exchange({ ...client, code, ...wrong })).status).toBe(401);
		expect((await exchange({ ...client, code })).status).toBe(200);
	});

	it('wants the client secret in the body, not in a header', async () => {
		const basic = Buffer.from(`${client.client_id}:${client.client_secret}`).toString('base64');
		const code = await consent();
		const answer = await exchange({ code }, { authorization: `Basic ${basic}` });
		expect(errorOf(answer)).toMatch('400 parameter_not_found: client_id is required');
	});

	it('refuses to refresh: there is no such grant', async () => {
		const refresh = { ...client, code: '', grant_type: 'refresh_token' };
		expect((await exchange(refresh)).status).toBe(400);
	});

	it('can be struck by faults, and does not count against the rate limit', async () => {
		const before = await send(emulator, 'GET /me');
		const code = await consent();
		emulator.failNext({ kind: 'status', status: 503, match: 'POST /auth/eagle/token' });
		expect((await exchange({ ...client, code })).status).toBe(503);
		const answer = await exchange({ ...client, code });
		expect(answer.headers.has('x-ratelimit-remaining')).toBe(false);
		const after = await send(emulator, 'GET /me');
		const left = ({ headers }: Answer) => Number(headers.get('x-ratelimit-remaining'));
		expect(left(before) - left(after)).toBeLessThanOrEqual(1);
	});
});

describe("The app's tokens", () => {
	it('have the permissions that the app had when consent was given', async () => {
		emulator.settings.oauthApp.permissions = ['read_admins'];
		const early = emulator.oauth.grant();
		emulator.settings.oauthApp.permissions = ['read_admins', 'read_tags'];
		const late = emulator.oauth.grant();
		expect((await send(emulator, 'GET /admins', { token: early })).status).toBe(200);
		expect(errorOf(await send(emulator, 'GET /tags', { token: early }))).toMatch('403 forbidden');
		expect((await send(emulator, 'GET /tags', { token: late })).status).toBe(200);
	});

	it.each(['unauthorized', 'token_revoked', 'token_blocked', 'token_expired'] as const)(
		'end with the app: 401 %s; other tokens live on',
		async (code) => {
			const token = emulator.oauth.grant();
			emulator.oauth.uninstall(code);
			expect(errorOf(await send(emulator, 'GET /me', { token }))).toBe(
				`401 ${code}: Access Token Invalid`,
			);
			expect((await send(emulator, 'GET /me')).status).toBe(200);
			const again = emulator.oauth.grant();
			expect((await send(emulator, 'GET /me', { token: again })).status).toBe(200);
		},
	);

	it('come from an app whose secret signs its notifications', () => {
		expect(emulator.settings.oauthApp.clientSecret).toBe(CLIENT_SECRET);
	});
});

it('is set up over HTTP, too', async () => {
	const oauthApp = { clientId: 'mine', permissions: ['read_tags'] };
	const changed = await send(emulator, 'PATCH /__emulator/settings', { body: { oauthApp } });
	expect(changed.body).toMatchObject({
		oauthApp: { ...oauthApp, redirectUrls: [CALLBACK, OTHER] },
	});
	const wrong = { oauthApp: { permissions: 'some' } };
	expect((await send(emulator, 'PATCH /__emulator/settings', { body: wrong })).status).toBe(400);
});
