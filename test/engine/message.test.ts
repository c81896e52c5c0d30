import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;
let user: string;
let lead: string;

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	user = await contact({ role: 'user', email: 'reader@example.com' });
	lead = await contact({ role: 'lead', email: 'visitor@example.com' });
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function contact(fields: Record<string, unknown>): Promise<string> {
	const parameters = { resource: 'contact', operation: 'create', ...fields };
	const { json } = await runNode({ parameters, credentials: emulator.credentials() });
	return String(json[0].id);
}

async function send(
	parameters: Record<string, unknown>,
	items?: Array<Record<string, unknown>>,
): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'message', operation: 'send', ...parameters },
		items,
		credentials: emulator.credentials(),
	});
}

const lastBody = () => emulator.requests[emulator.requests.length - 1].body;

describe('Message: Send', () => {
	it('sends in the app, from the admin that the token belongs to, asked once', async () => {
		const before = emulator.requests.length;
		const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }];
		const run = await send({ contactId: byId(user), body: '={{ $json.text }}' }, items);
		expect(run.error).toBeUndefined();
		const requests = emulator.requests.slice(before);
		expect(requests.filter(({ path }) => path === '/me')).toHaveLength(1);
		const bodies = requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
		expect(bodies).toContainEqual({
			message_type: 'inapp',
			body: 'Two',
			from: { type: 'admin', id: expect.any(Number) },
			to: { type: 'user', id: user },
		});
		expect(run.json.map(({ body }) => body)).toEqual(items.map(({ text }) => text));
	});

	it('sends an email with copies, from the admin chosen', async () => {
		const [admin] = [...emulator.state.admins.values()];
		await send({
			messageType: 'email',
			contactId: byId(lead),
			recipientType: 'lead',
			subject: 'Hello',
			body: '<p>Hi</p>',
			template: 'personal',
			adminId: byId(admin.id),
			additionalFields: {
				cc: { recipient: [{ type: 'user', id: user }] },
				bcc: {
					recipient: [
						{ type: 'user', id: user },
						{ type: 'lead', id: lead },
					],
				},
				createConversationWithoutContactReply: true,
				createdAt: '2026-01-02T03:04:05Z',
			},
		});
		expect(lastBody()).toEqual({
			message_type: 'email',
			subject: 'Hello',
			body: '<p>Hi</p>',
			template: 'personal',
			from: { type: 'admin', id: Number(admin.id) },
			to: { type: 'lead', id: lead },
			cc: { type: 'user', id: user },
			bcc: [
				{ type: 'user', id: user },
				{ type: 'lead', id: lead },
			],
			create_conversation_without_contact_reply: true,
			created_at: 1767323045,
		});
	});

	it('sends to several users and leads at once', async () => {
		await send({
			contactId: byId(user),
			body: 'Hi all',
			additionalFields: { to: { recipient: [{ type: 'lead', id: lead }] } },
		});
		expect(lastBody()).toMatchObject({
			to: [
				{ type: 'user', id: user },
				{ type: 'lead', id: lead },
			],
		});
	});

	it('sends a WhatsApp template to a phone number', async () => {
		const components = [{ type: 'BODY', parameters: [{ type: 'text', text: '42' }] }];
		const run = await send({
			messageType: 'whatsapp',
			phone: '+353871234567',
			whatsAppTemplate: 'order_update',
			components: JSON.stringify(components),
			additionalFields: { recipientName: 'First Customer' },
		});
		expect(run.error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'whatsapp',
			template: 'order_update',
			locale: 'en',
			components,
			from: { type: 'admin', id: expect.any(Number) },
			to: { phone: '+353871234567', name: 'First Customer' },
		});
	});

	it('a message is sent once, also when its answer is lost', async () => {
		emulator.failNext({ kind: 'resetAfter', match: '^POST /messages' });
		const before = emulator.state.messages.size;
		const { error } = await send({ contactId: byId(user), body: 'Once' });
		expect(error?.description).toContain('may have been carried out all the same');
		expect(emulator.state.messages.size - before).toBe(1);
	});

	it('refuses a recipient without an ID before anything is sent', async () => {
		const before = emulator.requests.length;
		const { error } = await send({
			contactId: byId(user),
			body: 'Hi',
			additionalFields: { to: { recipient: [{ type: 'lead', id: '' }] } },
		});
		expect(error?.message).toBe("'Contact ID' of a recipient is empty [item 0]");
		expect(emulator.requests).toHaveLength(before);
	});

	it('says what to do about a contact that is too new', async () => {
		emulator.settings.messagingLagMilliseconds = 60_000;
		const { error } = await send({
			contactId: byId(await contact({ email: 'new@example.com' })),
			body: 'Hi',
		});
		expect(error?.description).toContain('Something created a moment ago can take');
		emulator.settings.messagingLagMilliseconds = 0;
	});
});
