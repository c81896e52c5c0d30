import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { testCredential } from './credential-test';
import { runNodeType } from './engine';
import { loadOptions, resourceMapping, searchList } from './methods';
import { functionCredential, sampleCredential, sampleNode } from './sample-node';

let server: Server;
let url: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		const { authorization } = request.headers;
		response.statusCode = authorization === 'Bearer wrong' ? 401 : 200;
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ path: request.url, authorization }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
});

const stored = (data: Record<string, unknown> = {}) => ({
	type: 'sampleApi',
	data: { url, ...data },
});

describe('parameters', () => {
	it('are evaluated per item, with defaults, extracted values and the time zone', async () => {
		const { json, items, status } = await runNodeType(sampleNode, {
			parameters: {
				value: '={{ $json.email }}',
				locator: {
					__rl: true,
					mode: 'url',
					value: '=https://app.example.com/users/{{ $json.id }}/all',
				},
				fields: {
					mappingMode: 'defineBelow',
					value: { plan: '={{ null }}', seats: '={{ $itemIndex + 1 }}' },
				},
			},
			items: [
				{ email: 'buyer@example.com', id: 'a1' },
				{ email: 'seller@example.com', id: 'b2' },
			],
			timezone: 'Europe/Berlin',
			mode: 'manual',
		});
		const common = { timezone: 'Europe/Berlin', mode: 'manual' };
		expect(status).toBe('success');
		expect(json).toEqual([
			{ ...common, value: 'buyer@example.com', locator: 'a1', fields: { plan: null, seats: 1 } },
			{ ...common, value: 'seller@example.com', locator: 'b2', fields: { plan: null, seats: 2 } },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('fall back to their defaults', async () => {
		const { json } = await runNodeType(sampleNode, { parameters: {} });
		expect(json).toMatchObject([{ value: 'standard value', timezone: 'UTC', mode: 'trigger' }]);
	});

	it('that n8n would drop are refused', async () => {
		const misspelt = { operation: 'wait', value: 'a', locator: { mode: 'id', value: '' } };
		await expect(runNodeType(sampleNode, { parameters: misspelt })).rejects.toThrow(
			'value, locator',
		);
	});

	it('that are required and empty stop the workflow as in n8n', async () => {
		await expect(runNodeType(sampleNode, { parameters: { value: '' } })).rejects.toThrow(
			'Parameter "Value" is required',
		);
	});
});

describe('requests', () => {
	it('are signed by the credential, generically or by its own function', async () => {
		const parameters = { operation: 'request' };
		const generic = { credentials: stored(), credentialTypes: [sampleCredential] };
		const own = { credentials: stored({ token: 'mine' }), credentialTypes: [functionCredential] };
		const runs = await Promise.all([
			runNodeType(sampleNode, { parameters, ...generic }),
			runNodeType(sampleNode, { parameters, ...own }),
		]);
		expect(runs.map(({ json }) => json)).toEqual([
			[{ path: '/echo', authorization: 'Bearer standard-token' }],
			[{ path: '/echo', authorization: 'Function mine' }],
		]);
	});

	it('without a stored credential end in the error that n8n shows', async () => {
		const { error, status } = await runNodeType(sampleNode, {
			parameters: { operation: 'request' },
		});
		expect(status).toBe('error');
		expect(error?.message).toBe('Node does not require credentials');
	});
});

describe('failing items', () => {
	const items = [{ id: 1 }, { id: 2 }];

	it('stop the workflow', async () => {
		const { error, status, json } = await runNodeType(sampleNode, {
			parameters: { operation: 'fail' },
			items,
		});
		expect(status).toBe('error');
		expect(json).toEqual([]);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'Contact not found',
			description: 'Check the id',
			httpCode: '404',
			context: { itemIndex: 0 },
		});
	});

	it('stay in line with continueRegularOutput', async () => {
		const { json, error } = await runNodeType(sampleNode, {
			parameters: { operation: 'fail' },
			items,
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(json).toEqual([{ error: 'Contact not found' }, { error: 'Contact not found' }]);
	});

	it('go to the error output with continueErrorOutput', async () => {
		const { json, errorItems } = await runNodeType(sampleNode, {
			parameters: { operation: 'fail' },
			items,
			onError: 'continueErrorOutput',
		});
		expect(json).toEqual([]);
		expect(errorItems.map((item) => item.json)).toEqual([
			{ id: 1, error: 'Contact not found' },
			{ id: 2, error: 'Contact not found' },
		]);
	});

	it('are tried again with Retry On Fail', async () => {
		let tries = 0;
		const flaky = {
			...sampleNode,
			execute: async () => {
				tries += 1;
				if (tries < 3) throw new Error('busy');
				return [[{ json: { tries } }]];
			},
		};
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { json } = await runNodeType(flaky, { parameters: {}, node });
		expect(json).toEqual([{ tries: 3 }]);
	});
});

it('cancels an execution', async () => {
	const { status } = await runNodeType(sampleNode, {
		parameters: { operation: 'wait' },
		abortAfterMilliseconds: 20,
	});
	expect(status).toBe('canceled');
});

describe('methods', () => {
	const types = { nodeType: sampleNode, credentialTypes: [sampleCredential] };

	it('search lists with a filter, a page and the current parameters', async () => {
		const list = await searchList({
			...types,
			method: 'searchThings',
			parameters: { operation: 'wait' },
			credentials: stored(),
			filter: 'abc',
		});
		expect(list).toEqual({
			results: [{ name: `abc of wait at ${url}`, value: 'a' }],
			paginationToken: 'next',
		});
	});

	it('load options over HTTP', async () => {
		const options = await loadOptions({ ...types, method: 'getThings', credentials: stored() });
		expect(options).toEqual([{ name: 'Bearer standard-token', value: 'a' }]);
	});

	it('map resources, and say when they are missing', async () => {
		const { fields } = await resourceMapping({ ...types, method: 'getFields' });
		expect(fields).toMatchObject([{ id: 'plan' }]);
		await expect(loadOptions({ ...types, method: 'getOthers' })).rejects.toThrow('getOthers');
	});
});

describe('credential test', () => {
	it.each([
		['accepts a good token', {}, { status: 'OK', message: 'Connection successful!' }],
		[
			'shows the status of a refusal',
			{ token: 'wrong' },
			{ status: 'Error', message: 'Unauthorized' },
		],
		[
			'shows a broken connection',
			{ url: 'http://127.0.0.1:1' },
			{ status: 'Error', message: 'ECONNREFUSED' },
		],
	])('%s', async (_title, data, result) => {
		expect(await testCredential(stored(data), [sampleCredential])).toEqual(result);
	});

	it('applies the rules of the test', async () => {
		const message = 'This token belongs to another region';
		const type = {
			...sampleCredential,
			test: {
				request: { baseURL: url, url: '/me' },
				rules: [{ type: 'responseCode' as const, properties: { value: 401, message } }],
			},
		};
		expect(await testCredential(stored({ token: 'wrong' }), [type])).toEqual({
			status: 'Error',
			message,
		});
	});
});
