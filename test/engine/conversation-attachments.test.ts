import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { IBinaryData } from 'n8n-workflow';

import { byId, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;
let workspace: Workspace;
let conversation: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
});

beforeEach(async () => {
	const from = { type: 'user', id: await workspace.user() };
	const message = await workspace.send('POST', '/conversations', { from, body: 'Hello' });
	conversation = String(message.conversation_id);
});

afterEach(() => {
	expect(emulator.state.leakedTokens).toBe(0);
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function attach(name: string, content: Buffer, messageType = 'comment'): Promise<void> {
	await workspace.send('POST', `/conversations/${conversation}/reply`, {
		message_type: messageType,
		type: 'admin',
		admin_id: workspace.admin,
		body: 'See attached',
		attachment_files: [{ content_type: 'application/pdf', name, data: content.toString('base64') }],
	});
}

async function run(parameters: Record<string, unknown> = {}): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'conversation',
			operation: 'downloadAttachments',
			conversationId: byId(conversation),
			...parameters,
		},
		credentials: emulator.credentials(),
	});
}

const content = ({ data }: IBinaryData) => Buffer.from(data, 'base64').toString();

describe('Conversation: Download Attachments', () => {
	it('puts all files into one item, and sends no token to where they stand', async () => {
		await attach('terms.pdf', Buffer.from('The terms'));
		await attach('internal.pdf', Buffer.from('The margin'), 'note');
		const { items, error } = await run();
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		const { attachment_0: first, attachment_1: second } = items[0].binary ?? {};
		expect([content(first), content(second)]).toEqual(['The terms', 'The margin']);
		expect(first).toMatchObject({ fileName: 'terms.pdf', mimeType: 'application/pdf' });
		expect(items[0].json).toEqual({
			conversation_id: conversation,
			attachments: [
				{
					field: 'attachment_0',
					name: 'terms.pdf',
					content_type: 'application/pdf',
					size: 9,
					part_id: expect.any(String),
					created_at: expect.any(Number),
					role: 'teammate',
				},
				expect.objectContaining({ field: 'attachment_1', name: 'internal.pdf', size: 10 }),
			],
			skipped: [],
		});
	});

	it('makes an item of each file, without those of notes', async () => {
		await attach('a.pdf', Buffer.from('A'));
		await attach('internal.pdf', Buffer.from('The margin'), 'note');
		await attach('b.pdf', Buffer.from('B'));
		const { items } = await run({ filesInto: 'itemPerFile', options: { includeNotes: false } });
		expect(items.map(({ json, binary }) => [json.name, content(binary!.data)])).toEqual([
			['a.pdf', 'A'],
			['b.pdf', 'B'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	it('gives an item without files where there are none', async () => {
		const { json } = await run();
		expect(json).toEqual([{ conversation_id: conversation, attachments: [], skipped: [] }]);
	});

	const megabyte = 1_000_000;

	it('leaves out what is larger than allowed, without fetching it', async () => {
		await attach('large.pdf', Buffer.alloc(1.5 * megabyte, 1));
		await attach('small.pdf', Buffer.from('small'));
		const { json } = await run({ options: { maxFileSize: 1 } });
		expect(json[0].attachments).toEqual([expect.objectContaining({ name: 'small.pdf' })]);
		expect(json[0].skipped).toEqual([
			expect.objectContaining({ name: 'large.pdf', reason: 'Larger than 1.0 MB' }),
		]);
	});

	it('stops reading a file that is larger than Intercom said', async () => {
		await attach('liar.pdf', Buffer.from('tiny'));
		const [[id, file]] = [...emulator.state.files].slice(-1);
		emulator.state.files.set(id, { ...file, data: Buffer.alloc(2 * megabyte, 1) });
		emulator.settings.fileLengths = false;
		const { json, error } = await run({ options: { maxFileSize: 1 } });
		emulator.settings.fileLengths = true;
		expect(error).toBeUndefined();
		expect(json[0].skipped).toEqual([expect.objectContaining({ name: 'liar.pdf' })]);
	});

	it('keeps within the total', async () => {
		await attach('one.pdf', Buffer.alloc(0.7 * megabyte, 1));
		await attach('two.pdf', Buffer.alloc(0.7 * megabyte, 1));
		const { json } = await run({ options: { maxTotalSize: 1 } });
		expect(json[0].attachments).toEqual([expect.objectContaining({ name: 'one.pdf' })]);
		expect(json[0].skipped).toEqual([
			expect.objectContaining({
				name: 'two.pdf',
				reason: 'Larger than what is left of the total of 1.0 MB',
			}),
		]);
	});

	it('says so when an address has expired', async () => {
		await attach('terms.pdf', Buffer.from('The terms'));
		emulator.state.files.clear();
		const { error } = await run();
		expect(error?.message).toBe("The file 'terms.pdf' could not be downloaded [item 0]");
		expect(error?.description).toBe(
			'Its address has expired or the file was deleted. Run the node again to get a fresh address.',
		);
		expect(JSON.stringify(error)).not.toContain('signature');
	});

	it('follows the file store when it sends on to another address', async () => {
		await attach('terms.pdf', Buffer.from('The terms'));
		emulator.settings.fileRedirects = true;
		const { items, error } = await run();
		emulator.settings.fileRedirects = false;
		expect(error).toBeUndefined();
		expect(content(items[0].binary!.attachment_0)).toBe('The terms');
	});
});
