import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeType } from 'n8n-workflow';

import { CLIENT_SECRET } from '../../dev/emulator';
import type { Revocation } from '../../dev/emulator';
import { additionalDataFor } from '../support/additional-data';
import { loadCredentialTypes } from '../support/compiled-package';
import { SingleCredentialHelper, type StoredCredential } from '../support/credentials-helper';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, runNodeType, type NodeRun } from '../support/engine';
import { loadOptions } from '../support/methods';
import { HostedTrigger } from '../support/trigger';

const TYPE = 'intercomConnectionOAuth2Api';

let emulator: CheckedEmulator;
let token: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ contacts: 3 });
});

afterAll(async () => {
	await emulator.close();
});

beforeEach(() => {
	token = emulator.oauth.grant();
	emulator.requests.length = 0;
});

afterEach(() => {
	emulator.settings.oauthApp.permissions = 'all';
	emulator.assertClean();
});

/** What n8n has stored of a credential that was connected; `baseUrl` stands in for the region's host. */
function connected(data: Record<string, unknown> = {}): StoredCredential {
	return {
		type: TYPE,
		data: {
			clientId: 'emulator-client-id',
			clientSecret: CLIENT_SECRET,
			region: 'us',
			baseUrl: emulator.url,
			oauthTokenData: { token_type: 'Bearer', token, access_token: token },
			...data,
		},
	};
}

async function readContacts(credentials: StoredCredential): Promise<NodeRun> {
	const run = await runNode({
		parameters: { authentication: 'oAuth2', resource: 'contact', operation: 'getAll' },
		credentials,
	});
	expect(JSON.stringify(run.run)).not.toContain(token);
	return run;
}

const sent = () =>
	emulator.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);

describe('An operation with the OAuth2 credential', () => {
	it('sends the token that consent gave', async () => {
		const { json, error } = await readContacts(connected());
		expect(error).toBeUndefined();
		expect(json).toHaveLength(3);
		expect(sent()).toEqual(['GET /contacts 200']);
	});

	it('asks for the version of the credential', async () => {
		await readContacts(connected({ apiVersion: '2.15' }));
		expect(emulator.requests[0].headers).toMatchObject({ 'intercom-version': '2.15' });
	});

	it('fills drop-downs', async () => {
		const teams = await loadOptions({
			method: 'getTeams',
			parameters: { authentication: 'oAuth2', resource: 'contact', operation: 'get' },
			credentials: connected(),
		});
		expect(teams.map(({ name }) => name)).toContain('Support');
	});

	it.each<[string, Record<string, unknown>]>([
		['was never connected', { oauthTokenData: undefined }],
		['was disconnected', { oauthTokenData: {} }],
	])('says so where the credential %s, and sends nothing', async (_, data) => {
		const { error } = await readContacts(connected(data));
		expect(error).toMatchObject({
			message: 'The Intercom credential cannot be used',
			description:
				"It is not connected to Intercom. Open the credential in n8n, choose 'Connect' and authorize the app in Intercom.",
		});
		expect(emulator.requests).toEqual([]);
	});

	it.each<[Revocation, string]>([
		['unauthorized', 'Intercom did not accept the access token'],
		['token_revoked', 'The access token was revoked'],
		['token_blocked', 'The access token was revoked'],
		['token_expired', 'The access token was revoked'],
	])(
		'says how to connect again where Intercom answers %s, after one request',
		async (code, message) => {
			emulator.oauth.revoke(token, code);
			const { error } = await readContacts(connected());
			expect(error?.message).toBe(`${message} [item 0]`);
			expect(error?.description).toMatch(
				/^Open the credential in n8n and connect it again: 'Switch account', in n8n 1 'Reconnect'\./,
			);
			expect(error?.description).toMatch(
				new RegExp(
					`Intercom says: Access Token Invalid\\. Code: ${code}\\. HTTP status: 401\\. Request ID: \\S+\\.$`,
				),
			);
			expect(error?.description).not.toMatch(/paste|copy/i);
			expect(sent()).toEqual(['GET /contacts 401']);
		},
	);

	it('names the region where the token is not accepted', async () => {
		emulator.oauth.revoke(token, 'unauthorized');
		const { error } = await readContacts(connected());
		expect(error?.description).toContain(`the credential says '${new URL(emulator.url).host}'`);
	});

	it('says that a permission ticked later needs a new connection', async () => {
		emulator.settings.oauthApp.permissions = ['read_admins'];
		token = emulator.oauth.grant();
		const { error } = await readContacts(connected());
		expect(error?.message).toBe('The access token lacks a permission [item 0]');
		expect(error?.description).toMatch(
			/tick the permission under Configure > Authentication, and save\. A token keeps the permissions that it was given\. Open the credential in n8n and connect it again: 'Switch account', in n8n 1 'Reconnect'\. Intercom says:/,
		);
	});
});

describe('The polling trigger with the OAuth2 credential', () => {
	it('says how to connect again', async () => {
		emulator.oauth.revoke(token, 'token_revoked');
		const trigger = new HostedTrigger({
			className: 'IntercomPollingTrigger',
			parameters: { authentication: 'oAuth2' },
			credentials: connected(),
		});
		await expect(trigger.poll()).rejects.toMatchObject({
			message: 'The access token was revoked',
			description: expect.stringContaining('connect it again'),
		});
	});
});

describe('The webhook trigger with the OAuth2 credential', () => {
	it('checks signatures with its client secret', async () => {
		const trigger = new HostedTrigger({
			className: 'IntercomTrigger',
			parameters: { authentication: 'oAuth2', topics: ['*'] },
			credentials: connected(),
		});
		await trigger.activate();
		const { url, close } = await trigger.serve();
		try {
			expect(await emulator.webhooks.send({ url })).toMatchObject({ status: 200 });
			expect(await emulator.webhooks.send({ url, kind: 'forged' })).toMatchObject({ status: 401 });
			await trigger.settle();
			expect(trigger.runs).toHaveLength(1);
		} finally {
			await close();
		}
	});
});

describe('The addresses of the OAuth2 credential', () => {
	it.each([
		['us', 'https://app.intercom.com/oauth', 'https://api.intercom.io/auth/eagle/token'],
		['eu', 'https://app.eu.intercom.com/oauth', 'https://api.eu.intercom.io/auth/eagle/token'],
		['au', 'https://app.au.intercom.com/oauth', 'https://api.au.intercom.io/auth/eagle/token'],
		['', 'https://app.intercom.com/oauth', 'https://api.intercom.io/auth/eagle/token'],
	])('are those of the region %p', async (region, authUrl, accessTokenUrl) => {
		const helper = new SingleCredentialHelper(loadCredentialTypes(), connected({ region }));
		const fields = await helper.getDecrypted(
			additionalDataFor(helper),
			{ id: TYPE, name: 'Test credential' },
			TYPE,
		);
		expect(fields).toMatchObject({
			authUrl,
			accessTokenUrl,
			grantType: 'authorizationCode',
			authentication: 'body',
			scope: '',
		});
	});
});

/** A declarative node in which the user says which address to send the credential's token to. */
const askingNode: INodeType = {
	description: {
		displayName: 'Asking',
		name: 'asking',
		group: ['transform'],
		version: 1,
		description: 'Asks another host',
		defaults: { name: 'Asking' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: TYPE, required: true }],
		requestDefaults: { baseURL: '={{ $parameter.url }}' },
		properties: [
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{
				displayName: 'Request',
				name: 'request',
				type: 'hidden',
				default: '',
				routing: { request: { url: '/' } },
			},
		],
	},
};

describe('Other nodes with the OAuth2 credential', () => {
	let other: Server;
	let received: string[];
	let url: string;

	beforeEach(async () => {
		received = [];
		other = createServer((request, response) => {
			received.push(String(request.headers.authorization));
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
	});
	afterEach(async () => {
		other.closeAllConnections();
		await new Promise((resolve) => other.close(resolve));
	});

	it('send the token to no host but those of Intercom', async () => {
		const { error } = await runNodeType(askingNode, {
			parameters: { url },
			credentials: connected(),
			credentialTypes: loadCredentialTypes(),
		});
		expect(error?.message).toBe(
			`Domain not allowed: This credential is restricted from accessing ${new URL(url).host}. Only the following domains are allowed: api.intercom.io, api.eu.intercom.io, api.au.intercom.io`,
		);
		expect(received).toEqual([]);
	});
});
