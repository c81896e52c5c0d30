import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../dev/emulator';
import { errorOf, send } from './client';

describe('Faults of the emulator', () => {
	let emulator: Emulator;

	beforeEach(async () => {
		emulator = await startEmulator();
	});
	afterEach(async () => await emulator.close());

	const createContact = () => send(emulator, 'POST /contacts', { body: { role: 'lead' } });

	it('answers with a status and body of choice, as often as asked for', async () => {
		emulator.failNext({ kind: 'status', status: 503, body: { down: true }, times: 2 });
		expect(await createContact()).toMatchObject({ status: 503, body: { down: true } });
		expect(await createContact()).toMatchObject({ status: 503 });
		expect(await createContact()).toMatchObject({ status: 200 });
		expect(emulator.state.contacts.size).toBe(1);
	});

	it('strikes only the requests that match', async () => {
		emulator.failNext({ kind: 'status', match: '^POST /contacts$' });
		expect((await send(emulator, 'GET /me')).status).toBe(200);
		expect(errorOf(await createContact())).toBe('500 server_error: Internal server error');
	});

	it('answers with nothing, or with a web page', async () => {
		emulator.failNext({ kind: 'emptyBody' });
		emulator.failNext({ kind: 'html' });
		expect(await createContact()).toMatchObject({ status: 200, body: undefined });
		const page = await createContact();
		expect(page.status).toBe(502);
		expect(page.headers.get('content-type')).toContain('text/html');
		expect(page.body).toContain('<html>');
	});

	it('drops the connection before or after the request was handled', async () => {
		emulator.failNext({ kind: 'reset' });
		await expect(createContact()).rejects.toThrow('fetch failed');
		expect(emulator.state.contacts.size).toBe(0);
		emulator.failNext({ kind: 'resetAfter' });
		await expect(createContact()).rejects.toThrow('fetch failed');
		expect(emulator.state.contacts.size).toBe(1);
		expect(emulator.requests).toMatchObject([
			{ status: null, body: { role: 'lead' } },
			{ status: null, body: { role: 'lead' } },
		]);
	});

	it('does not answer at all', async () => {
		emulator.failNext({ kind: 'timeout' });
		const answer = fetch(`${emulator.url}/me`, {
			headers: { authorization: `Bearer ${emulator.token}` },
			signal: AbortSignal.timeout(100),
		});
		await expect(answer).rejects.toThrow('aborted due to timeout');
	});
});
