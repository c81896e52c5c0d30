import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { CLIENT_SECRET, type SendRequest } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { loadNode } from '../support/compiled-package';
import { loadOptions } from '../support/methods';
import { HostedTrigger, type TriggerOptions, type WebhookAddress } from '../support/trigger';

let emulator: CheckedEmulator;
const addresses: WebhookAddress[] = [];

beforeAll(async () => {
	emulator = await startCheckedEmulator({ contacts: 1, companies: 1 });
});

afterEach(async () => {
	await Promise.all(addresses.splice(0).map(async ({ close }) => await close()));
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

let workflows = 0;

interface Setup {
	parameters?: Record<string, unknown>;
	credentials?: TriggerOptions['credentials'] | null;
	mode?: 'webhook' | 'manual';
}

/** An activated trigger, and a way to send it webhooks. Each is a workflow of its own. */
async function listen({ parameters, credentials, mode }: Setup = {}) {
	workflows += 1;
	const trigger = new HostedTrigger({
		className: 'IntercomTrigger',
		parameters: { topics: ['*'], ...parameters },
		credentials:
			credentials === null
				? undefined
				: (credentials ?? emulator.credentials({ clientSecret: CLIENT_SECRET })),
		workflowId: `workflow-${workflows}`,
	});
	await trigger.activate(mode === 'manual' ? 'manual' : 'trigger');
	const address = await trigger.serve(mode);
	addresses.push(address);
	const send = async (request: Partial<SendRequest> = {}) => {
		const { status, answer, id } = await emulator.webhooks.send({ url: address.url, ...request });
		return { status, id, message: answer === '' ? '' : String(JSON.parse(answer).message) };
	};
	const items = () => trigger.runs.map(([[item]]) => item.json);
	return { trigger, address, send, items };
}

describe('a notification', () => {
	it('starts one run with a flat item, and is answered at once', async () => {
		const { send, items } = await listen();
		const { status, message, id } = await send({ topic: 'contact.user.created' });
		expect([status, message]).toEqual([200, 'Accepted']);
		const [contact] = emulator.state.contacts.values();
		expect(items()).toMatchObject([
			{
				topic: 'contact.user.created',
				notification_id: id,
				app_id: emulator.state.appId,
				type: 'contact',
				id: contact.id,
				email: contact.email,
			},
		]);
	});

	it('is accepted with the signature of calls about the app, too', async () => {
		const { send, items } = await listen();
		expect(await send({ kind: 'signedBody' })).toMatchObject({ status: 200, message: 'Accepted' });
		expect(items()).toHaveLength(1);
	});

	it('starts nothing when it is a ping or the try-out of the address', async () => {
		const { send, items } = await listen();
		expect(await send({ kind: 'head' })).toMatchObject({ status: 200, message: '' });
		expect(await send({ kind: 'ping' })).toMatchObject({ status: 200, message: 'Pong' });
		expect(items()).toEqual([]);
	});

	it('shows the ticket whichever way its topic wraps it', async () => {
		const { send, items } = await listen();
		for (const topic of ['ticket.closed', 'ticket.resolved']) await send({ topic });
		expect(items().map(({ type, id }) => [type, id])).toEqual([
			['ticket', '494'],
			['ticket', '494'],
		]);
	});
});

describe('a request that must not start anything', () => {
	it.each<[SendRequest['kind'], number, string]>([
		['unsigned', 401, 'The request carries no signature of Intercom'],
		['forged', 401, "The signature does not match: the request is not from the credential's app"],
		['tampered', 401, "The signature does not match: the request is not from the credential's app"],
		[
			'truncated',
			401,
			"The signature does not match: the request is not from the credential's app",
		],
		['oversized', 413, 'The body is larger than 5242880 bytes'],
		['overLimit', 413, 'The body is larger than n8n accepts'],
		['notJson', 400, 'The body is not a notification of Intercom in JSON'],
		[
			'otherWorkspace',
			403,
			'The notification is from workspace other_app, and this trigger takes only those of emulator_app',
		],
	])('is refused: %s', async (kind, status, message) => {
		const { send, items } = await listen();
		expect(await send({ kind })).toMatchObject({ status, message });
		expect(items()).toEqual([]);
	});

	it.each<SendRequest['kind']>([
		'unsigned',
		'forged',
		'tampered',
		'truncated',
		'oversized',
		'overLimit',
		'notJson',
	])('causes no request to Intercom, not even where n8n lost the workspace: %s', async (kind) => {
		const filters = { ignoredAdmins: ['me'] };
		const options = { fetchFullRecord: true };
		const { trigger, send } = await listen({ parameters: { filters, options } });
		trigger.stored = { 'node:Trigger': { active: true } };
		emulator.requests.length = 0;
		const { status } = await send({ kind });
		expect(status).toBeGreaterThanOrEqual(400);
		expect(emulator.requests).toEqual([]);
	});

	it('is asked about only after its signature was right, and about what the filters need', async () => {
		const { trigger, send, items } = await listen();
		trigger.stored = { 'node:Trigger': { active: true } };
		emulator.requests.length = 0;
		await send({ kind: 'ping' });
		expect(emulator.requests).toEqual([]);
		expect(await send()).toMatchObject({ status: 200, message: 'Accepted' });
		expect(emulator.requests.map(({ path }) => path)).toEqual(['/me']);
		expect(items()).toHaveLength(1);
	});

	it('asks nothing about the workspace where any will do', async () => {
		const { trigger, send } = await listen({ parameters: { workspace: 'any' } });
		trigger.stored = { 'node:Trigger': { active: true } };
		emulator.requests.length = 0;
		expect(await send({ kind: 'otherWorkspace' })).toMatchObject({ status: 200 });
		expect(emulator.requests).toEqual([]);
	});

	it('is one that came before: a replay, a repeated delivery', async () => {
		const { send, items } = await listen();
		const { id } = await send();
		for (const attempt of [1, 2])
			expect(await send({ id, attempt })).toMatchObject({
				status: 200,
				message: 'Ignored: already received',
			});
		expect(items()).toHaveLength(1);
	});

	it('is one of a topic that was not chosen', async () => {
		const { send, items } = await listen({
			parameters: {
				topics: ['contact.user.created', 'custom'],
				customTopics: 'new.topic, other.topic',
			},
		});
		expect(await send({ topic: 'contact.user.updated' })).toMatchObject({
			status: 200,
			message: 'Ignored: the trigger does not listen to contact.user.updated',
		});
		for (const topic of ['contact.user.created', 'new.topic', 'other.topic']) await send({ topic });
		expect(items().map(({ topic }) => topic)).toEqual([
			'contact.user.created',
			'new.topic',
			'other.topic',
		]);
	});
});

describe('each notification once', () => {
	it('holds for copies that arrive at the same moment', async () => {
		const { send, items } = await listen();
		const ids = Array.from({ length: 20 }, (_, index) => `notif_same_${index % 5}`);
		const answers = await Promise.all(ids.map(async (id) => await send({ id })));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(
			items()
				.map(({ notification_id }) => notification_id)
				.sort(),
		).toEqual([...new Set(ids)].sort());
	});

	it('holds across a restart, in which nothing is asked of Intercom', async () => {
		const { trigger, send } = await listen();
		const { id } = await send();
		emulator.requests.length = 0;
		const restarted = new HostedTrigger({
			className: 'IntercomTrigger',
			parameters: { topics: ['*'] },
			credentials: emulator.credentials({ clientSecret: CLIENT_SECRET }),
			// A new id stands for a new process, which has nothing in memory.
			workflowId: 'after-restart',
			staticData: trigger.stored,
		});
		await restarted.activate();
		const address = await restarted.serve();
		addresses.push(address);
		const { url } = address;
		const repeated = await emulator.webhooks.send({ url, id, attempt: 2 });
		expect(JSON.parse(repeated.answer)).toEqual({ message: 'Ignored: already received' });
		await emulator.webhooks.send({ url });
		expect(restarted.runs).toHaveLength(1);
		expect(emulator.requests).toEqual([]);
	});

	it('does not hold while listening for a test event: it may be sent again', async () => {
		const { send, items } = await listen({ mode: 'manual' });
		const { id } = await send();
		await send({ id });
		expect(items()).toHaveLength(2);
	});
});

describe('signatures are optional only where the user says so', () => {
	it('refuses to be activated without anything to check them with', async () => {
		await expect(listen({ credentials: emulator.credentials() })).rejects.toMatchObject({
			message: "The credential has no 'Client Secret' to check signatures with",
			description: expect.stringContaining("set 'Signature' to accept requests from anyone"),
		});
		const none = { parameters: { authentication: 'none' }, credentials: null };
		await expect(listen(none)).rejects.toMatchObject({
			message: "Signatures can't be checked without a credential",
		});
	});

	it('then takes unsigned requests, but still refuses wrong signatures', async () => {
		const { send, items } = await listen({ parameters: { signature: 'unsigned' } });
		expect(await send({ kind: 'unsigned' })).toMatchObject({ status: 200 });
		expect(await send({ kind: 'forged' })).toMatchObject({ status: 401 });
		expect(items()).toHaveLength(1);
	});

	it('needs neither a credential nor a request to Intercom then', async () => {
		emulator.requests.length = 0;
		const parameters = { authentication: 'none', signature: 'unsigned' };
		const { send, items } = await listen({ parameters, credentials: null });
		await send({ kind: 'otherWorkspace' });
		expect(items()).toMatchObject([{ app_id: 'other_app' }]);
		expect(emulator.requests).toEqual([]);
	});
});

describe('activation', () => {
	it('tries the token, and says what is wrong with it', async () => {
		const credentials = emulator.credentials({ accessToken: 'wrong', clientSecret: CLIENT_SECRET });
		await expect(listen({ credentials })).rejects.toMatchObject({
			message: 'Intercom did not accept the access token',
		});
	});

	it('may be tried again, and forgets the workspace when it is undone', async () => {
		const { trigger } = await listen();
		await trigger.activate();
		expect(trigger.stored).toMatchObject({
			'node:Trigger': { workspace: { id: 'emulator_app', name: 'Emulator Workspace' } },
		});
		await trigger.deactivate();
		expect(trigger.stored['node:Trigger']).not.toHaveProperty('workspace');
	});

	it('lets the panel show the workspace', async () => {
		const options = await loadOptions({
			nodeType: loadNode('IntercomTrigger'),
			method: 'getWorkspaces',
			credentials: emulator.credentials(),
		});
		expect(options).toEqual([
			{ name: 'Emulator Workspace (emulator_app, US)', value: 'credential' },
			{ name: 'Any Workspace That Has the App Installed', value: 'any' },
		]);
	});

	it.each(['any', 'other_app'])(
		'takes notifications of another workspace: %s',
		async (workspace) => {
			const { send, items } = await listen({ parameters: { workspace } });
			expect(await send({ kind: 'otherWorkspace' })).toMatchObject({ status: 200 });
			expect(items()).toHaveLength(1);
		},
	);
});

describe('filters', () => {
	it("leave out the credential's own admin, and bots", async () => {
		const filters = { ignoredAdmins: ['me'], ignoreBots: true };
		const { send, items } = await listen({ parameters: { filters } });
		const reason = (topic: string) => send({ topic }).then(({ message }) => message);
		expect(await reason('conversation.admin.replied')).toMatch(/^Ignored: done by an admin/);
		expect(await reason('conversation.operator.replied')).toBe('Ignored: done by a bot');
		expect(await reason('conversation.user.replied')).toBe('Accepted');
		expect(items().map(({ topic }) => topic)).toEqual(['conversation.user.replied']);
	});

	it('stop a workflow that calls the API from starting itself', async () => {
		const { send, items } = await listen({ parameters: { filters: { ignoredAdmins: ['me'] } } });
		for (const topic of ['api.request.completed', 'data_connector.execution.completed'])
			expect(await send({ topic })).toMatchObject({
				message: expect.stringMatching(/^Ignored: done by an admin/),
			});
		expect(items()).toEqual([]);
	});

	it('know a bot that is listed as an admin, and the pickers mark it', async () => {
		const [admin] = emulator.state.admins.values();
		const email = 'operator+emulator_app@intercom.io';
		const bot = { ...admin, id: '991267460', name: 'Fin', email };
		emulator.state.admins.set(bot.id, bot);
		const options = async (method: string, className = 'IntercomTrigger') =>
			await loadOptions({
				nodeType: loadNode(className),
				method,
				credentials: emulator.credentials(),
			});
		const marked = { name: `Fin – ${email} (bot)`, value: bot.id };
		expect(await options('getAdmins')).toContainEqual(marked);
		expect(await options('getAdmins', 'Intercom')).toContainEqual({
			name: 'Fin (bot)',
			value: bot.id,
		});
		const acting = await options('getActingAdmins');
		expect(acting.map(({ value }) => value)).not.toContain(bot.id);
		emulator.state.admins.delete(bot.id);

		const { send } = await listen({ parameters: { filters: { ignoreBots: true } } });
		const author = { type: 'admin', id: bot.id, email };
		const parts = [{ type: 'conversation_part', created_at: 1, author }];
		const item = {
			type: 'conversation',
			id: '1',
			conversation_parts: { conversation_parts: parts },
		};
		expect(await send({ topic: 'conversation.admin.closed', item })).toMatchObject({
			message: 'Ignored: done by a bot',
		});
	});

	it('keep conversations of a team and a source, and what has neither', async () => {
		const filters = { teamIds: ['5'], sourceTypes: ['email'] };
		const { send, items } = await listen({ parameters: { filters } });
		const conversation = (team_assignee_id: number, type: string) => ({
			type: 'conversation',
			team_assignee_id,
			source: { type },
		});
		const topic = 'conversation.user.created';
		await send({ topic, item: conversation(5, 'email') });
		await send({ topic, item: conversation(6, 'email') });
		await send({ topic, item: conversation(5, 'sms') });
		await send({ topic: 'contact.user.created' });
		expect(items().map(({ type }) => type)).toEqual(['conversation', 'contact']);
	});
});

describe('Fetch Full Record', () => {
	const parameters = { options: { fetchFullRecord: true } };

	it('gives the record as it is now, not as the notification has it', async () => {
		const { trigger, send, items } = await listen({ parameters });
		const [contact] = emulator.state.contacts.values();
		const item = { type: 'contact', id: contact.id, name: 'An old name' };
		expect(await send({ item })).toMatchObject({ status: 200, message: 'Accepted' });
		await trigger.settle();
		expect(items()).toMatchObject([
			{ topic: 'contact.user.created', id: contact.id, name: contact.name, role: contact.role },
		]);
	});

	it('gives the payload and the reason when the record is gone, so no notification is lost', async () => {
		const { trigger, send, items } = await listen({ parameters });
		await send({ item: { type: 'contact', id: '6762f0dd1bb69f9f2193ffff', name: 'Gone' } });
		await trigger.settle();
		expect(items()).toMatchObject([
			{
				name: 'Gone',
				full_record: 'The full record could not be read: Intercom could not find the contact',
			},
		]);
	});

	it('keeps what only the notification tells: whom a contact was merged from, which part was redacted', async () => {
		const { trigger, send, items } = await listen({ parameters });
		const [contact] = emulator.state.contacts.values();
		const merged_from = { type: 'contact', id: '6762f0dd1bb69f9f2193ffff' };
		const item = { type: 'contact', id: contact.id, merged_from, name: 'An old name' };
		await send({ topic: 'contact.merged', item });
		await trigger.settle();
		expect(items()).toMatchObject([{ id: contact.id, name: contact.name, merged_from }]);
	});

	it('gives the payload with its dates in the form of a full record when that is gone', async () => {
		const { trigger, send, items } = await listen({ parameters });
		const created_at = '2026-01-02T03:04:05.678Z';
		await send({ item: { type: 'contact', id: '6762f0dd1bb69f9f2193ffff', created_at } });
		await trigger.settle();
		expect(items()).toMatchObject([{ created_at: 1_767_323_045 }]);
	});

	it('gives the payload where there is nothing to fetch', async () => {
		const { send, items } = await listen({ parameters });
		await send({ topic: 'event.created', item: { type: 'event', event_name: 'invited-friend' } });
		expect(items()).toMatchObject([{ event_name: 'invited-friend' }]);
	});
});
