import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import type { SendRequest } from '../../dev/emulator';
import { usePlayground } from './support/playground';
import { addressOf, Sink, startedBy, TRIGGER, webhookTrigger } from './support/trigger-workflows';

const playground = usePlayground();
let sink: Sink;
let trigger: INode;
let workflowId: string;

beforeAll(async () => {
	sink = await Sink.start();
	const { client } = playground();
	trigger = webhookTrigger(playground().credential);
	const workflow = await client.createWorkflow(startedBy('Live', trigger, sink));
	await client.activate(workflow);
	workflowId = workflow.id;
}, 120_000);

afterAll(async () => {
	await sink.stop();
});

async function send(request: Partial<SendRequest> = {}) {
	const url = addressOf(playground(), trigger);
	return await playground().emulator.webhooks.send({ url, ...request });
}

const runs = async () => (await playground().client.listExecutions(workflowId)).length;

describe('an activated workflow', () => {
	it('runs once for a signed notification', async () => {
		const { id, status, answer } = await send({ topic: 'contact.user.created' });
		expect([status, JSON.parse(answer)]).toEqual([200, { message: 'Accepted' }]);
		await sink.receive(1);
		const [contact] = playground().emulator.state.contacts.values();
		expect(sink.items).toMatchObject([
			{ notification_id: id, topic: 'contact.user.created', id: contact.id, email: contact.email },
		]);
		expect(await runs()).toBe(1);
	});

	it.each<[string, SendRequest['kind'], number, RegExp]>([
		['a forged one', 'forged', 401, /The signature does not match/],
		['an unsigned one', 'unsigned', 401, /carries no signature of Intercom/],
		['one that was changed on the way', 'tampered', 401, /The signature does not match/],
		// n8n reads JSON before the node sees it.
		['a truncated one', 'truncated', 422, /Failed to parse request body/],
		['an oversized one', 'oversized', 413, /The body is larger than 5242880 bytes/],
		['one that is larger than n8n takes', 'overLimit', 413, /The body is larger than n8n accepts/],
		// n8n reads JSON before the node sees it, and answers by itself.
		['JSON that is larger than n8n takes', 'overLimitJson', 500, /problem executing the workflow/],
		['one that is not JSON', 'notJson', 400, /not a notification of Intercom in JSON/],
		['one of another workspace', 'otherWorkspace', 403, /from workspace other_app/],
		['a ping', 'ping', 200, /Pong/],
		['the try-out of its address', 'head', 200, /^$/],
	])('does not run for %s', async (_, kind, status, message) => {
		const before = await runs();
		const delivery = await send({ kind });
		expect(delivery).toMatchObject({ status, answer: expect.stringMatching(message) });
		expect(await runs()).toBe(before);
	});

	it.each<SendRequest['kind']>(['forged', 'unsigned', 'tampered', 'overLimit'])(
		'asks nothing of Intercom for a request that is not signed: %s',
		async (kind) => {
			const { requests } = playground().emulator;
			const before = requests.length;
			await send({ kind });
			expect(requests.slice(before)).toEqual([]);
		},
	);

	it('does not run again for a replay, not even after a restart of n8n', async () => {
		const { id } = await send();
		await sink.receive(2);
		const before = await runs();
		const replay = { status: 200, answer: '{"message":"Ignored: already received"}' };
		expect(await send({ id })).toMatchObject(replay);
		await playground().n8n.restart();
		expect(await send({ id, attempt: 2 })).toMatchObject(replay);
		expect(await runs()).toBe(before);
		expect(await send()).toMatchObject({ status: 200, answer: '{"message":"Accepted"}' });
		await sink.receive(3);
	}, 120_000);

	it('runs once for copies of a notification that come at the same moment', async () => {
		const before = sink.items.length;
		const ids = Array.from({ length: 30 }, (_, index) => `notif_parallel_${index % 10}`);
		const deliveries = await Promise.all(ids.map(async (id) => await send({ id })));
		expect(deliveries.every(({ status }) => status === 200)).toBe(true);
		await sink.receive(before + 10);
		expect(sink.all('notification_id').slice(before).sort()).toEqual([...new Set(ids)].sort());
	});

	it('shows the ticket of a reply at the top, its part beside it', async () => {
		const topic = 'ticket.contact.replied';
		const before = sink.items.length;
		await send({ topic });
		await sink.receive(before + 1);
		expect(sink.items.filter((item) => item.topic === topic)).toMatchObject([
			{
				type: 'ticket',
				id: '494',
				actor_type: 'contact',
				ticket_part: { type: 'ticket_part' },
			},
		]);
	});
});

describe('"Listen for test event"', () => {
	it('shows what the emulator sends, as often as it is sent', async () => {
		const { client } = playground();
		const credential = playground().credential;
		const tested = webhookTrigger(credential, { topics: ['conversation.user.replied'] });
		const workflow = await client.createWorkflow(startedBy('Test', tested, sink));
		const url = addressOf(playground(), tested, 'webhook-test');
		const before = sink.items.length;
		for (const round of [1, 2]) {
			await client.listenForTestEvent(workflow, TRIGGER);
			await send({ url, kind: 'ping' });
			await send({ url, topic: 'conversation.user.replied', id: 'notif_test' });
			await sink.receive(before + round);
		}
		expect(sink.items.slice(before)).toMatchObject([
			{ notification_id: 'notif_test', type: 'conversation' },
			{ notification_id: 'notif_test', type: 'conversation' },
		]);
	});
});

describe('activation', () => {
	it('fails with words when the token is wrong', async () => {
		const { client, emulator } = playground();
		const credential = await client.createCredential('Wrong', 'intercomAccessTokenApi', {
			accessToken: 'wrong',
			baseUrl: emulator.url,
			clientSecret: 'secret',
		});
		const workflow = await client.createWorkflow(
			startedBy('Wrong token', webhookTrigger(credential), sink),
		);
		await expect(client.activate(workflow)).rejects.toThrow(
			/did not accept the access token|Access Token Invalid/,
		);
	});
});
