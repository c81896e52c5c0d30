import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	seedContacts(emulator.state, 320);
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function call(parameters: Record<string, unknown>): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'customAction', operation: 'call', ...parameters },
		credentials: emulator.credentials(),
	});
}

const last = () => emulator.requests[emulator.requests.length - 1];
const rows = (...pairs: Array<[string, string]>) => ({
	parameter: pairs.map(([name, value]) => ({ name, value })),
});

describe('Custom Action', () => {
	it('gives the answer of a single request', async () => {
		const { json } = await call({ path: '/me' });
		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject({ type: 'admin' });
	});

	it('writes with a body, and a path that lacks its slash', async () => {
		const body = '{ "role": "lead", "name": "By hand" }';
		const { json } = await call({ method: 'POST', path: 'contacts', body });
		expect(json[0]).toMatchObject({ role: 'lead', name: 'By hand' });
		expect(last()).toMatchObject({ method: 'POST', path: '/contacts' });
	});

	it('never repeats a write, not even where pages were asked for', async () => {
		const before = emulator.state.contacts.size;
		emulator.failNext({ kind: 'resetAfter', match: '^POST /contacts$' });
		const body = '{ "role": "lead", "name": "Once" }';
		const { error } = await call({
			method: 'POST',
			path: '/contacts',
			body,
			pagination: 'automatic',
			returnAll: true,
		});
		expect(error?.description).toContain('may have been carried out');
		expect(emulator.state.contacts.size).toBe(before + 1);
	});

	it("takes an address from Intercom's documentation, and sends it to the credential's host", async () => {
		await call({
			path: 'https://api.eu.intercom.io/contacts?per_page=5',
			query: rows(['starting_after', '']),
		});
		expect(last()).toMatchObject({ path: '/contacts', query: { per_page: '5' } });
		emulator.takeViolations();
	});

	it('reads all pages by itself, whatever their kind', async () => {
		const all = await call({ path: '/contacts', pagination: 'automatic', returnAll: true });
		expect(new Set(all.json.map(({ id }) => id)).size).toBe(emulator.state.contacts.size);
		const search = await call({
			method: 'POST',
			path: '/contacts/search',
			body: '{ "query": { "field": "role", "operator": "=", "value": "user" }, "pagination": { "per_page": 50 } }',
			pagination: 'automatic',
			limit: 120,
		});
		expect(new Set(search.json.map(({ id }) => id)).size).toBe(120);
		const admins = await call({ path: '/admins', pagination: 'automatic' });
		expect(admins.json.length).toBe(emulator.state.admins.size);
	});

	it('takes out the part at a response key, and gives lists as items', async () => {
		const { json } = await call({ path: '/admins', options: { responseKey: 'admins' } });
		expect(json).toHaveLength(emulator.state.admins.size);
		const [app] = (await call({ path: '/me', options: { responseKey: 'app' } })).json;
		expect(app).toHaveProperty('timezone');
	});

	it('gives status and headers on request', async () => {
		const { json } = await call({ path: '/me', options: { fullResponse: true } });
		expect(json[0]).toMatchObject({ status: 200, body: { type: 'admin' } });
		expect(json[0].headers).toHaveProperty('content-type');
	});

	it('sends headers of the user, but none that the credential sets', async () => {
		await call({ path: '/me', options: { headers: rows(['X-Trace', 'abc']) } });
		expect(last().headers).toMatchObject({ 'x-trace': 'abc', 'intercom-version': '2.16' });
		for (const name of ['Authorization', 'intercom-version', 'Host']) {
			const before = emulator.requests.length;
			const { error } = await call({ path: '/me', options: { headers: rows([name, 'x']) } });
			expect(error?.message).toBe(`'Headers' may not set "${name}" [item 0]`);
			expect(emulator.requests).toHaveLength(before);
		}
	});

	it.each([
		'https://intercom.example.com/contacts',
		'http://api.intercom.io/contacts',
		'//evil.example.com/contacts',
		'file:///etc/passwd',
		'/',
		'/contacts and more',
	])('refuses the path %s before anything is sent', async (path) => {
		const before = emulator.requests.length;
		const { error } = await call({ path });
		expect(error?.message).toContain("'Path' is not a path of Intercom's API");
		expect(emulator.requests).toHaveLength(before);
	});

	it('says what is wrong with a body that is no JSON', async () => {
		const { error } = await call({ method: 'POST', path: '/contacts', body: '{ "role": ' });
		expect(error?.message).toBe("'Body' is not valid JSON [item 0]");
		expect(error?.description).toBe('It ends too early, at line 1, column 11.');
	});

	it('a redirect is not followed', async () => {
		const headers = { location: 'https://elsewhere.example.com/' };
		emulator.failNext({ kind: 'status', status: 302, headers, body: {} });
		const { error } = await call({ path: '/me' });
		expect(error?.message).toBe('Intercom sent the request on to another address [item 0]');
		emulator.takeViolations();
	});
});
