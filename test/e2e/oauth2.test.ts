import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import type { Page } from 'playwright-core';
import type { CredentialReference } from '../../dev/n8n/rest';
import { CredentialWindow } from './support/credential-window';
import { type Editor, useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { refusedHosts, standInsFor } from './support/stand-ins';
import { addressOf, Sink, startedBy, webhookTrigger } from './support/trigger-workflows';
import { chain, intercomNode, node, START } from './support/workflows';

const TYPE = 'intercomConnectionOAuth2Api';

const playground = usePlayground(standInsFor);
const openEditor = useEditor('file');
let editor: Editor;

beforeAll(async () => {
	const { n8n, emulator } = playground();
	emulator.settings.oauthApp.redirectUrls = [`${n8n.url}/rest/oauth2-credential/callback`];
	editor = await openEditor(playground());
	editor.page.context().setDefaultTimeout(60_000);
}, 120_000);

beforeEach(() => {
	playground().emulator.requests.length = 0;
});

/** Stores a credential that is not connected yet. */
async function store(data: Record<string, string> = {}): Promise<CredentialReference> {
	const { client, emulator } = playground();
	const { clientId, clientSecret } = emulator.settings.oauthApp;
	const fields = { clientId, clientSecret, region: 'us', ...data };
	return await client.createCredential(`OAuth2 ${data.region ?? ''}`, TYPE, fields);
}

async function openWindow(credential: CredentialReference): Promise<CredentialWindow> {
	return await CredentialWindow.open(editor, playground().emulator, credential);
}

/** Connects a stored credential in its window. */
async function connect(credential: CredentialReference): Promise<CredentialWindow> {
	const window = await openWindow(credential);
	await authorize(await window.connect());
	await window.waitUntilConnected();
	return window;
}

/** Gives consent; the page closes by itself. */
async function authorize(consent: Page): Promise<void> {
	const closed = consent.waitForEvent('close');
	await consent.getByRole('button', { name: 'Authorize access' }).click();
	await closed;
}

/** Decides on the consent page, closes it and returns the text that n8n showed there. */
async function decide(consent: Page, button: string): Promise<string> {
	const [answer] = await Promise.all([
		consent.waitForResponse(/\/rest\/oauth2-credential\/callback/),
		consent.getByRole('button', { name: button }).click(),
	]);
	const text = await answer.text();
	await consent.close();
	return text;
}

function readContacts(credential: CredentialReference): INode {
	return intercomNode('Read contacts', credential, {
		authentication: 'oAuth2',
		resource: 'contact',
		operation: 'getAll',
		limit: 2,
	});
}

async function run(last: INode) {
	const { client } = playground();
	return await client.runWorkflow(await client.createWorkflow(chain('OAuth2', last)), START);
}

/** The requests that n8n sent to Intercom itself, as `METHOD host/path status`. */
function sent(): string[] {
	return playground()
		.emulator.requests.filter(({ path }) => path !== '/oauth')
		.map(({ method, headers, path, status }) => `${method} ${headers.host}${path} ${status}`);
}

/** n8n's own node, which may use the credential for any address that the user enters. */
function httpRequest({ type, ...reference }: CredentialReference, url: string): INode {
	return node(
		'Ask',
		'n8n-nodes-base.httpRequest',
		{ url, authentication: 'predefinedCredentialType', nodeCredentialType: type, options: {} },
		{ typeVersion: 4.2, credentials: { [type]: reference } },
	);
}

describe('The OAuth2 credential', () => {
	it('connects a workspace, from the empty window to a request with the token', async () => {
		const { client, emulator, n8n } = playground();
		const { clientId, clientSecret } = emulator.settings.oauthApp;
		const window = await CredentialWindow.create(editor, emulator, 'Intercom OAuth2 API');
		expect(await window.fields()).toEqual(['clientId', 'clientSecret', 'region', 'apiVersion']);
		await window.fill('clientId', clientId);
		await window.fill('clientSecret', clientSecret);

		const consent = await window.connect();
		const callback = `${n8n.url}/rest/oauth2-credential/callback`;
		const { origin, pathname, searchParams } = new URL(consent.url());
		expect(origin + pathname).toBe('https://app.intercom.com/oauth');
		expect(Object.fromEntries(searchParams)).toEqual({
			client_id: clientId,
			redirect_uri: callback,
			response_type: 'code',
			scope: '',
			state: expect.stringMatching(/./),
		});
		await authorize(consent);
		await window.waitUntilConnected();
		await editor.capture('credential-oauth2');
		expect(window.asked).toEqual([
			'GET https://app.intercom.com/oauth',
			'POST https://app.intercom.com/oauth',
		]);
		expect(sent()).toEqual(['POST api.intercom.io/auth/eagle/token 200']);
		expect(emulator.requests.at(-1)?.body).toEqual({
			client_id: clientId,
			client_secret: clientSecret,
			code: expect.stringMatching(/=$/),
			grant_type: 'authorization_code',
			redirect_uri: callback,
		});

		const [{ id, name }] = (await client.listCredentials()).filter(({ type }) => type === TYPE);
		const credential = { id, name, type: TYPE };
		const { status, runData } = await run(readContacts(credential));
		expect(status).toBe('success');
		expect(runData['Read contacts'][0].data?.main[0]).toHaveLength(2);
		expect(sent().slice(1)).toEqual(['GET api.intercom.io/contacts 200']);
	});

	it('is connected again after its token was revoked', async () => {
		const { client, emulator } = playground();
		const credential = await store();
		await connect(credential);
		emulator.oauth.uninstall();
		emulator.requests.length = 0;

		const workflow = await client.createWorkflow(chain('Revoked', readContacts(credential)));
		await editor.openWorkflow(workflow.id);
		await editor.openNode('Read contacts');
		await editor.execute();
		await editor.output.getByText('The access token was revoked').first().waitFor();
		await editor.output.getByText("connect it again: 'Switch account'").first().waitFor();
		// No second try, and no attempt to refresh.
		expect(sent()).toEqual(['GET api.intercom.io/contacts 401']);

		await connect(credential);
		expect((await client.runWorkflow(workflow, START)).status).toBe('success');
		expect(sent().at(-1)).toBe('GET api.intercom.io/contacts 200');
	});

	it('stays unconnected where consent is refused', async () => {
		const credential = await store();
		const window = await openWindow(credential);
		const page = await decide(await window.connect(), 'Cancel');
		expect(page).toContain('Insufficient parameters for OAuth2 callback.');
		expect(page).toContain('access_denied');
		const { error } = await run(readContacts(credential));
		expect(error?.message).toBe('The Intercom credential cannot be used');
		expect(error?.description).toMatch(/not connected to Intercom\. Open the credential in n8n/);
		expect(sent()).toEqual([]);
	});

	it('stays unconnected with a wrong client secret, until it is put right', async () => {
		const { emulator } = playground();
		const credential = await store({ clientSecret: 'wrong-secret' });
		const window = await openWindow(credential);
		const page = await decide(await window.connect(), 'Authorize access');
		expect(page).toContain('HTTP status 401');
		expect(page).not.toContain('wrong-secret');
		expect(sent()).toEqual(['POST api.intercom.io/auth/eagle/token 401']);

		const reopened = await openWindow(credential);
		await reopened.fill('clientSecret', emulator.settings.oauthApp.clientSecret);
		await authorize(await reopened.connect());
		await reopened.waitUntilConnected();
		expect((await run(readContacts(credential))).status).toBe('success');
	});

	it('says what to do where the app lacks a permission', async () => {
		const { oauthApp } = playground().emulator.settings;
		oauthApp.permissions = ['read_admins'];
		const credential = await store();
		await connect(credential);
		oauthApp.permissions = 'all';
		const { error } = await run(readContacts(credential));
		expect(error?.message).toContain('The access token lacks a permission');
		expect(error?.description).toMatch(/tick the permission .+ connect it again/);
	});
});

describe('An OAuth2 credential for Europe', () => {
	let credential: CredentialReference;

	it('goes to the addresses of the region, from consent to requests', async () => {
		credential = await store({ region: 'eu' });
		const window = await connect(credential);
		await run(readContacts(credential));
		expect(window.asked).toEqual([
			'GET https://app.eu.intercom.com/oauth',
			'POST https://app.eu.intercom.com/oauth',
		]);
		expect(sent()).toEqual([
			'POST api.eu.intercom.io/auth/eagle/token 200',
			'GET api.eu.intercom.io/contacts 200',
		]);
	});

	it("lets n8n's HTTP Request node send the token to Intercom, and to others in n8n 1 only", async () => {
		const { emulator, n8n } = playground();
		const { runData } = await run(httpRequest(credential, 'https://api.eu.intercom.io/me'));
		expect(runData.Ask[0].data?.main[0]?.[0].json).toMatchObject({ type: 'admin' });
		// The emulator's own address is none of Intercom's.
		const { error } = await run(httpRequest(credential, `${emulator.url}/me`));
		const host = new URL(emulator.url).host;
		const leaked = sent().filter((request) => request.includes(host));
		if (n8n.major === '1') {
			// n8n 1 looks at the allowed domains only when it is redirected.
			expect(leaked).toEqual([`GET ${host}/me 200`]);
		} else {
			expect(leaked).toEqual([]);
			expect(error?.message).toMatch(/^Domain not allowed/);
		}
	});

	it('gives the webhook trigger the client secret that signatures are checked with', async () => {
		const { client, emulator } = playground();
		const sink = await Sink.start();
		try {
			const trigger = webhookTrigger(credential, { authentication: 'oAuth2' });
			const workflow = await client.createWorkflow(startedBy('Signed', trigger, sink));
			await client.activate(workflow);
			const url = addressOf(playground(), trigger);
			const signed = await emulator.webhooks.send({ url });
			expect(signed).toMatchObject({ status: 200, answer: '{"message":"Accepted"}' });
			for (const kind of ['forged', 'unsigned'] as const)
				expect(await emulator.webhooks.send({ url, kind })).toMatchObject({ status: 401 });
			await sink.receive(1);
			expect(sink.all('notification_id')).toEqual([signed.id]);
			await client.deactivate(workflow);
		} finally {
			await sink.stop();
		}
	});
});

describe('This test', () => {
	it('lets nothing leave this machine', () => {
		// n8n asks its own servers for news; that is refused like everything else.
		const refused = refusedHosts(playground().n8n.log());
		expect(refused.filter((host) => !host.endsWith('.n8n.io'))).toEqual([]);
	});
});
