import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { Conversation } from '../../dev/emulator';
import { byId, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun, type RunNodeOptions } from '../support/engine';

let emulator: CheckedEmulator;
let workspace: Workspace;
let contact: string;
let conversation: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
	contact = await workspace.user({ email: 'customer@example.com', external_id: 'customer-42' });
	conversation = await newConversation();
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function newConversation(body = 'Where is my order?'): Promise<string> {
	const from = { type: 'user', id: contact };
	const message = await workspace.send('POST', '/conversations', { from, body });
	return String(message.conversation_id);
}

async function run(
	operation: string,
	parameters: Record<string, unknown>,
	options: Partial<RunNodeOptions> = {},
): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'conversation',
			operation,
			conversationId: byId(conversation),
			...parameters,
		},
		credentials: emulator.credentials(),
		...options,
	});
}

function stored(id = conversation): Conversation {
	const found = emulator.state.conversations.get(id);
	if (found === undefined) throw new Error(`No conversation ${id}`);
	return found;
}

function lastPart(id = conversation) {
	return stored(id).parts[stored(id).parts.length - 1];
}

const lastBody = () => emulator.requests[emulator.requests.length - 1].body;

describe('Conversation: Reply', () => {
	it('answers as the admin that the token belongs to, who is asked for once', async () => {
		const before = emulator.requests.length;
		const items = [{ text: 'One moment' }, { text: 'It is on its way' }];
		const { error, json } = await run('reply', { body: '={{ $json.text }}' }, { items });
		expect(error).toBeUndefined();
		const requests = emulator.requests.slice(before);
		expect(requests.filter(({ path }) => path === '/me')).toHaveLength(1);
		expect(lastBody()).toEqual({
			message_type: 'comment',
			type: 'admin',
			admin_id: workspace.admin,
			body: 'It is on its way',
		});
		expect(json.map(({ id, state }) => ({ id, state }))).toEqual(
			items.map(() => ({ id: conversation, state: 'open' })),
		);
	});

	it('keeps the order of items about the same conversation', async () => {
		const items = Array.from({ length: 8 }, (_, index) => ({ text: `Step ${index}` }));
		const id = await newConversation();
		await run('reply', { conversationId: byId(id), body: '={{ $json.text }}' }, { items });
		expect(stored(id).parts.map(({ body }) => body)).toEqual(
			items.map(({ text }) => `<p>${text}</p>`),
		);
	});

	it('answers as the teammate chosen, at the time given, without notifications', async () => {
		const [, other] = [...emulator.state.admins.values()];
		await run('reply', {
			body: '<p>Hello</p>',
			adminId: byId(other.id),
			additionalFields: { createdAt: '2026-01-31T09:30:00Z', skipNotifications: true },
		});
		expect(lastBody()).toMatchObject({
			admin_id: other.id,
			created_at: 1769851800,
			skip_notifications: true,
		});
		expect(lastPart().author.name).toBe(other.name);
	});

	it.each([
		['id', { contactId: () => byId(contact) }, { intercom_user_id: () => contact }],
		['externalId', { externalId: () => 'customer-42' }, { user_id: () => 'customer-42' }],
		['email', { email: () => 'customer@example.com' }, { email: () => 'customer@example.com' }],
	])('answers in the name of a contact, named by %s', async (contactBy, given, sent) => {
		const values = (fields: Record<string, () => unknown>) =>
			Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value()]));
		const { error } = await run('reply', {
			replyAs: 'user',
			contactBy,
			...values(given),
			body: 'Thank you',
		});
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'comment',
			type: 'user',
			body: 'Thank you',
			...values(sent),
		});
		expect(lastPart().author.id).toBe(contact);
	});

	it("takes last for the latest conversation of the contact, and opens it if it's closed", async () => {
		const latest = await newConversation('A second question');
		await run('close', { conversationId: byId(latest) });
		const { error, json } = await run('reply', {
			conversationId: byId('last'),
			replyAs: 'user',
			contactId: byId(contact),
			body: 'One more thing',
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ id: latest, state: 'open' });
	});

	it('says what is wrong when the conversation does not exist', async () => {
		const { error } = await run('reply', { conversationId: byId('1'), body: 'Hi' });
		expect(error?.message).toBe('Intercom could not find the conversation [item 0]');
		expect(error?.description).toContain('Check the ID.');
	});

	it('never sends a reply again after an unclear failure', async () => {
		const before = stored().parts.length;
		emulator.failNext({ kind: 'resetAfter', match: `POST /conversations/${conversation}/reply` });
		const { error } = await run('reply', { body: 'Only once' });
		expect(error?.description).toContain('Look in Intercom before you run it again');
		expect(stored().parts).toHaveLength(before + 1);
	});
});

const file = (name: string, text: string) => ({
	data: Buffer.from(text).toString('base64'),
	mimeType: 'text/plain',
	fileName: name,
});

describe('Attachments', () => {
	it('sends binary data as files, and addresses', async () => {
		const { error } = await run(
			'reply',
			{
				body: 'See attached',
				additionalFields: {
					attachmentFields: 'data, second',
					attachmentUrls: ['https://example.com/map.png'],
				},
			},
			{
				inputData: [
					{
						json: {},
						binary: { data: file('terms.txt', 'The terms'), second: file('map.txt', 'Turn left') },
					},
				],
			},
		);
		expect(error).toBeUndefined();
		const names = lastPart().attachments.map(({ name }) => name);
		expect(names).toEqual(['map.png', 'terms.txt', 'map.txt']);
		const [, first] = lastPart().attachments;
		expect(emulator.state.files.get(String(first.file_id))?.data.toString()).toBe('The terms');
	});

	it('refuses an eleventh file before anything is sent', async () => {
		const before = emulator.requests.length;
		const attachmentFields = Array.from({ length: 11 }, (_, index) => `file${index}`).join();
		const { error } = await run('reply', { body: 'Hi', additionalFields: { attachmentFields } });
		expect(error?.message).toBe(
			"'Attachment Field Names' names 11 attachments, but Intercom takes at most 10 [item 0]",
		);
		expect(emulator.requests.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('refuses what is no web address', async () => {
		const { error } = await run('addNote', {
			body: 'Hi',
			additionalFields: { attachmentUrls: ['ftp://example.com/map.png'] },
		});
		expect(error?.message).toBe(
			'\'Attachment URLs\' holds something that is not a web address: "ftp://example.com/map.png" [item 0]',
		);
	});

	it('names the binary field that the item lacks', async () => {
		const { error } = await run('reply', {
			body: 'Hi',
			additionalFields: { attachmentFields: 'report' },
		});
		expect(error?.message).toContain("'report'");
	});
});

describe('Conversation: Add Note', () => {
	it('writes what only teammates see', async () => {
		const { error } = await run('addNote', { body: '<p>Refund <b>agreed</b></p>' });
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'note',
			type: 'admin',
			admin_id: workspace.admin,
			body: '<p>Refund <b>agreed</b></p>',
		});
		expect(lastPart()).toMatchObject({ part_type: 'note', body: '<p>Refund <b>agreed</b></p>' });
	});
});

describe('Conversation: Send Quick Reply', () => {
	const buttons = (...button: Array<Record<string, string>>) => ({ replyOptions: { button } });

	it('offers answers with UUIDs, and a contact can press one', async () => {
		const { error } = await run('sendQuickReply', buttons({ text: 'Yes' }, { text: 'No' }));
		expect(error).toBeUndefined();
		const [yes, no] = lastPart().metadata.quick_reply_options ?? [];
		expect([yes.text, no.text]).toEqual(['Yes', 'No']);
		expect(yes.uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		expect(yes.uuid).not.toBe(no.uuid);
		const answer = await run('reply', {
			replyAs: 'user',
			contactId: byId(contact),
			additionalFields: { replyOptions: { choice: yes } },
		});
		expect(answer.error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'quick_reply',
			type: 'user',
			intercom_user_id: contact,
			reply_options: [{ text: 'Yes', uuid: yes.uuid }],
		});
		expect(lastPart().metadata.quick_reply_uuid).toBe(yes.uuid);
	});

	const choose = async (choice: { text: string; uuid: string }, body?: string) =>
		await run('reply', {
			replyAs: 'user',
			contactId: byId(contact),
			...(body !== undefined && { body }),
			additionalFields: { replyOptions: { choice } },
		});

	it('lets the contact press a button without a message of their own', async () => {
		await run('sendQuickReply', buttons({ text: 'Yes' }));
		const [yes] = lastPart().metadata.quick_reply_options ?? [];
		const { error } = await choose(yes);
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'quick_reply',
			type: 'user',
			intercom_user_id: contact,
			reply_options: [yes],
		});
		expect(lastPart().metadata.quick_reply_uuid).toBe(yes.uuid);
	});

	it('sends the message of the contact along with the button', async () => {
		await run('sendQuickReply', buttons({ text: 'Yes' }));
		const [yes] = lastPart().metadata.quick_reply_options ?? [];
		const { error } = await choose(yes, 'Yes, in green please');
		expect(error).toBeUndefined();
		expect(lastBody()).toEqual({
			message_type: 'comment',
			type: 'user',
			intercom_user_id: contact,
			body: 'Yes, in green please',
			reply_options: [yes],
		});
		expect(lastPart()).toMatchObject({
			body: '<p>Yes, in green please</p>',
			metadata: { quick_reply_uuid: yes.uuid },
		});
	});

	it.each([
		[
			'a UUID that is none',
			() => choose({ text: 'Yes', uuid: 'first' }),
			'\'UUID\' is not a UUID: "first" [item 0]',
		],
		[
			'a button without its UUID',
			() => choose({ text: 'Yes', uuid: '' }),
			"'Chosen Quick Reply' has no UUID [item 0]",
		],
		[
			'a button without its text',
			() => choose({ text: '', uuid: 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb' }),
			"'Chosen Quick Reply' has no text [item 0]",
		],
		[
			'a contact who neither writes nor presses a button',
			() => run('reply', { replyAs: 'user', contactId: byId(contact), body: '' }),
			"'Message' is empty [item 0]",
		],
		[
			'a button with a UUID that is none',
			() => run('sendQuickReply', buttons({ text: 'Yes', uuid: 'first' })),
			'\'UUID\' is not a UUID: "first" [item 0]',
		],
	])('refuses %s before anything is sent', async (_title, act, message) => {
		const before = emulator.requests.length;
		const { error } = await act();
		expect(error?.message).toBe(message);
		expect(emulator.requests).toHaveLength(before);
	});

	it('keeps the UUIDs that the user gives', async () => {
		const uuid = 'a5e1c524-5ddd-4c3e-9328-6bca5d6e3edb';
		await run('sendQuickReply', buttons({ text: 'Yes', uuid }));
		expect(lastBody()).toMatchObject({ reply_options: [{ text: 'Yes', uuid }] });
	});

	it('refuses a button without text', async () => {
		const { error } = await run('sendQuickReply', buttons({ text: 'Yes' }, { text: '' }));
		expect(error?.message).toBe("A button of 'Buttons' has no text [item 0]");
	});
});
