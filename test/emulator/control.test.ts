import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startEmulator, type Emulator } from '../../dev/emulator';
import { send } from './client';

describe('Control of the emulator over HTTP', () => {
	let emulator: Emulator;

	beforeEach(async () => {
		emulator = await startEmulator();
	});
	afterEach(async () => await emulator.close());

	it('changes settings one by one and refuses unknown ones', async () => {
		const body = { searchLagMilliseconds: 5, rateLimit: { limit: 7, resetDelaySeconds: 0 } };
		const changed = await send(emulator, 'PATCH /__emulator/settings', { body });
		expect(changed.body).toMatchObject({
			searchLagMilliseconds: 5,
			rateLimit: { limit: 7, windowSeconds: 10, resetDelaySeconds: 0 },
		});
		expect(emulator.settings.rateLimit.limit).toBe(7);
		const wrong = await send(emulator, 'PATCH /__emulator/settings', { body: { lag: 5 } });
		expect(wrong.status).toBe(400);
		const read = await send(emulator, 'GET /__emulator/settings');
		expect(read.body).toEqual(changed.body);
	});

	it('seeds, counts and shows the state', async () => {
		const body = { contacts: 3, leads: 2, companies: 4 };
		const seeded = await send(emulator, 'POST /__emulator/seed', { body });
		expect(seeded.body).toEqual({ contacts: 5, companies: 4 });
		const counts = await send(emulator, 'GET /__emulator/state');
		expect(counts.body).toMatchObject({ contacts: 5, companies: 4, tags: 3 });
		const contacts = await send(emulator, 'GET /__emulator/state/contacts');
		expect(contacts.body).toHaveLength(5);
		expect((await send(emulator, 'GET /__emulator/state/nothing')).status).toBe(404);
	});

	it('shows and clears the requests, and is not among them', async () => {
		await send(emulator, 'GET /me');
		const shown = await send(emulator, 'GET /__emulator/requests');
		expect(shown.body).toMatchObject([{ method: 'GET', path: '/me', status: 200 }]);
		await send(emulator, 'DELETE /__emulator/requests');
		expect(emulator.requests).toEqual([]);
	});

	it('injects and clears faults, and spends budget', async () => {
		await send(emulator, 'POST /__emulator/faults', { body: { kind: 'status', status: 503 } });
		expect((await send(emulator, 'GET /me')).status).toBe(503);
		await send(emulator, 'POST /__emulator/faults', { body: { kind: 'status' } });
		await send(emulator, 'DELETE /__emulator/faults');
		await send(emulator, 'POST /__emulator/rate-limit/spend', { body: { requests: 1_000_000 } });
		expect((await send(emulator, 'GET /me')).status).toBe(429);
	});

	it('runs as a command that prints its address and token and stops when told to', async () => {
		const flags = ['--contacts', '5', '--limit', '0', '--window', '2'];
		const command = spawn(process.execPath, ['--import', 'tsx', 'dev/emulator/main.ts', ...flags]);
		const lines: string[] = [];
		for await (const line of createInterface(command.stdout)) {
			lines.push(line);
			if (lines.length === 2) break;
		}
		const [url, token] = lines.map((line) => line.slice(line.indexOf(': ') + 2));
		const answer = await send({ url, token }, 'GET /contacts');
		expect(answer.body).toMatchObject({ total_count: 5 });
		expect(answer.headers.has('x-ratelimit-limit')).toBe(false);
		command.kill('SIGTERM');
		expect(await once(command, 'exit')).toEqual([0, null]);
	});
});
