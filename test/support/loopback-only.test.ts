import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const preload = path.join(__dirname, '..', 'e2e', 'support', 'loopback-only.cjs');

let server: Server;
let url: string;

beforeAll(async () => {
	server = createServer((request, response) => {
		response.end(`${request.method} ${request.headers.host}${request.url}`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
});

/**
 * Runs a script in a process that the preload keeps on this machine. The script also prints the names
 * that were looked up and the addresses of the sockets that were opened.
 */
async function inProcess(script: string): Promise<{ printed: string[]; refused: string[] }> {
	const watch = `
		const { createHook } = require('node:async_hooks');
		const opened = [];
		createHook({ init: (id, type) => {
			if (/^(TCPCONNECTWRAP|GETADDRINFOREQWRAP|QUERYWRAP)$/.test(type)) opened.push(type);
		} }).enable();
		const print = (...values) => process.stdout.write(values.join(' ') + '\\n');
		process.on('exit', () => print('opened', opened.length));
		const failure = (error) => String(error.code ?? error.cause?.code ?? error);
	`;
	const { stdout, stderr } = await run(process.execPath, ['-e', watch + script], {
		env: {
			PATH: process.env.PATH,
			NODE_OPTIONS: `--require ${preload}`,
			STAND_INS: JSON.stringify({ 'api.intercom.io': url }),
		},
	});
	return { printed: stdout.trim().split('\n'), refused: stderr.trim().split('\n').filter(Boolean) };
}

const get = (address: string) => `
	require('${address.split(':')[0]}').get('${address}', (response) => {
		response.setEncoding('utf8').on('data', (text) => print(text));
	}).on('error', (error) => print(failure(error)));
`;

const fetchIt = (address: string) => `
	fetch('${address}').then((response) => response.text()).then(print, (error) => print(failure(error)));
`;

describe.each([
	['node:https', get],
	['fetch', fetchIt],
])('A process that is kept on this machine, with %s', (_, request) => {
	it('reaches the stand-in of a host under the name of the host', async () => {
		const { printed, refused } = await inProcess(request('https://api.intercom.io/me?a=1'));
		expect(printed).toEqual(['GET api.intercom.io/me?a=1', 'opened 1']);
		expect(refused).toEqual([]);
	});

	it('reaches loopback', async () => {
		const { printed } = await inProcess(request(`${url}/here`));
		expect(printed).toEqual([`GET ${new URL(url).host}/here`, 'opened 1']);
	});

	it.each([
		'https://example.com',
		'http://example.com',
		'http://192.0.2.1',
		'http://[2001:db8::1]',
	])('refuses %s before a name is looked up or a socket opened', async (address) => {
		const { printed, refused } = await inProcess(request(address));
		expect(printed).toEqual(['ELOOPBACKONLY', 'opened 0']);
		expect(refused).toEqual([expect.stringMatching(/^Loopback only: refused \S+$/)]);
	});
});

it('refuses plain HTTP to a host that has a stand-in, because the real one is never asked so', async () => {
	const { printed } = await inProcess(get('http://api.intercom.io/me'));
	expect(printed).toEqual(['ELOOPBACKONLY', 'opened 0']);
});

it('lets pipes through', async () => {
	const { printed } = await inProcess(`
		const { connect } = require('node:net');
		connect('/nowhere.sock').on('error', (error) => print(failure(error)));
	`);
	expect(printed[0]).toBe('ENOENT');
});
