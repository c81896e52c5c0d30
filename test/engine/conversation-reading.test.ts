import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Conversation } from '../../dev/emulator';
import { byId, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { searchList } from '../support/methods';

let emulator: CheckedEmulator;
let workspace: Workspace;
let contact: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
	contact = await workspace.user({ name: 'First Customer', email: 'first@example.com' });
});

beforeEach(() => {
	emulator.state.conversations.clear();
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

/** Changes what the emulator stores. */
function change(id: string, fields: Partial<Conversation>): void {
	const { conversations } = emulator.state;
	const conversation = conversations.get(id);
	if (conversation === undefined) throw new Error(`No conversation ${id}`);
	conversations.set(id, { ...conversation, ...fields });
}

async function write(id: string, body: Record<string, unknown>): Promise<void> {
	const { admin } = workspace;
	await workspace.send('POST', `/conversations/${id}/reply`, {
		message_type: 'comment',
		type: 'admin',
		admin_id: admin,
		...body,
	});
}

async function run(operation: string, parameters: Record<string, unknown> = {}): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'conversation', operation, ...parameters },
		credentials: emulator.credentials(),
	});
}

describe('Conversation: Get', () => {
	it('gives the useful fields, flat', async () => {
		const id = await newConversation();
		await write(id, { body: 'One moment' });
		const { json } = await run('get', { conversationId: byId(id) });
		expect(json).toEqual([
			{
				id,
				title: null,
				state: 'open',
				channel: 'conversation',
				first_message: '<p>Where is my order?</p>',
				author_id: contact,
				author_name: 'First Customer',
				author_email: 'first@example.com',
				contact_ids: [contact],
				admin_assignee_id: 0,
				team_assignee_id: 0,
				tags: [],
				created_at: expect.any(Number),
				updated_at: expect.any(Number),
				part_count: 1,
			},
		]);
	});

	it('has the same fields where Intercom tells nothing of the first message', async () => {
		const id = await newConversation();
		const [full] = (await run('get', { conversationId: byId(id) })).json;
		const raw = (await run('get', { conversationId: byId(id), simplify: false })).json[0];
		emulator.failNext({ kind: 'status', status: 200, body: { ...raw, source: null } });
		const [bare] = (await run('get', { conversationId: byId(id) })).json;
		emulator.takeViolations();
		expect(Object.keys(bare)).toEqual(Object.keys(full));
		expect(bare).toMatchObject({ id, channel: null, author_id: null, author_name: null });
	});

	it('gives the parts as they are, as plain text on request', async () => {
		const id = await newConversation();
		await write(id, { body: '<p>One <b>moment</b></p>' });
		const { json } = await run('get', {
			conversationId: byId(id),
			simplify: false,
			options: { displayAs: true, includeTranslations: true },
		});
		expect(json[0]).toMatchObject({
			source: { body: 'Where is my order?' },
			conversation_parts: { conversation_parts: [{ body: 'One moment' }] },
		});
		expect(emulator.requests[emulator.requests.length - 1].query).toEqual({
			display_as: 'plaintext',
			include_translations: 'true',
		});
	});
});

describe('Conversation: Get Many', () => {
	it('Pipedream #13702: finds the records under conversations, over all pages', async () => {
		const ids: string[] = [];
		for (let index = 0; index < 45; index += 1) ids.push(await newConversation());
		const { json } = await run('getAll', { returnAll: true, pageOptions: { pageSize: 20 } });
		expect(json.map(({ id }) => id)).toEqual(ids);
		const { json: some } = await run('getAll', { limit: 30 });
		expect(some).toHaveLength(30);
	});
});

describe('Conversation: Search', () => {
	it('finds by state, assignee and a word of the first message', async () => {
		const wanted = await newConversation('I want a refund, please');
		await newConversation('Where is my order?');
		const { json, error } = await run('search', {
			filterBy: 'formula',
			formula: "state = 'open' AND admin_assignee_id = 0 AND source.body = 'refund'",
		});
		expect(error).toBeUndefined();
		expect(json.map(({ id }) => id)).toEqual([wanted]);
	});

	it('compares dates to the second, although Intercom finds the moment itself too', async () => {
		const times = [1_769_851_799, 1_769_851_800, 1_769_851_801];
		for (const time of times) {
			change(await newConversation(), { updated_at: time });
		}
		const found = async (formula: string) => {
			const { json } = await run('search', { filterBy: 'formula', formula });
			return json.map((conversation) => conversation.updated_at).sort();
		};
		expect(await found("updated_at > '2026-01-31T09:30:00Z'")).toEqual([times[2]]);
		expect(await found("updated_at >= '2026-01-31T09:30:00Z'")).toEqual([times[1], times[2]]);
		expect(await found("updated_at < '2026-01-31T09:30:00Z'")).toEqual([times[0]]);
	});

	it('takes a query in JSON, and asks for monitors and scorecards', async () => {
		const wanted = await newConversation();
		const { json } = await run('search', {
			filterBy: 'json',
			query: JSON.stringify({ field: 'id', operator: '=', value: wanted }),
			options: { includeMonitors: true, includeScorecards: true },
		});
		expect(json.map(({ id }) => id)).toEqual([wanted]);
		expect(emulator.requests[emulator.requests.length - 1].query).toEqual({
			include_monitors: 'true',
			include_scorecards: 'true',
		});
	});

	it('explains a field that does not exist before anything is sent', async () => {
		const before = emulator.requests.length;
		const { error } = await run('search', { filterBy: 'formula', formula: "tag_id = '1'" });
		expect(error?.message).toContain('tag_id');
		expect(error?.description).toContain("Use 'tag_ids'");
		expect(emulator.requests).toHaveLength(before);
	});
});

describe('What stands beside a conversation', () => {
	it('lists linked tickets, not linked conversations', async () => {
		const id = await newConversation();
		change(id, {
			linked_objects: [
				{ type: 'ticket', id: '700', category: 'Tracker' },
				{ type: 'conversation', id: '701', category: null },
			],
		});
		const { json } = await run('getLinkedTickets', { conversationId: byId(id) });
		expect(json).toEqual([{ type: 'ticket', id: '700', category: 'Tracker' }]);
	});

	it('lists when teammates paused and resumed', async () => {
		const id = await newConversation();
		change(id, {
			handling_events: [
				{
					admin_id: workspace.admin,
					type: 'paused',
					timestamp: '2026-01-09T09:00:00Z',
					reason: 'Away',
				},
			],
		});
		const { json } = await run('getHandlingEvents', { conversationId: byId(id) });
		expect(json).toEqual([
			{
				teammate: expect.objectContaining({ type: 'admin', id: Number(workspace.admin) }),
				type: 'paused',
				timestamp: '2026-01-09T09:00:00Z',
				reason: 'Away',
			},
		]);
	});

	it('lists side conversations over all pages', async () => {
		const id = await newConversation();
		const sides = Array.from({ length: 60 }, (_, index) => ({ id: `side-${index}`, parts: [] }));
		change(id, { side_conversations: sides });
		const { json } = await run('getSideConversations', {
			conversationId: byId(id),
			returnAll: true,
		});
		expect(json.map(({ side_conversation_id: side }) => side)).toEqual(
			sides.map((side) => side.id),
		);
	});

	it('lists deleted conversations over all pages, in both orders', async () => {
		const ids = Array.from({ length: 70 }, (_, index) => `9${String(index).padStart(2, '0')}`);
		for (const [index, id] of ids.entries()) {
			const record = { id, metrics_retained: true, deleted_at: 1_769_851_800 + index };
			emulator.state.deletedConversations.set(id, record);
		}
		const { json } = await run('getDeleted', { returnAll: true, options: { order: 'asc' } });
		expect(json.map(({ id }) => id)).toEqual(ids);
		const newest = await run('getDeleted', { limit: 2 });
		expect(newest.json.map(({ id }) => id)).toEqual([...ids].reverse().slice(0, 2));
	});
});

describe('Conversation: Get Transcript', () => {
	it('makes one item of a conversation', async () => {
		const id = await newConversation();
		await write(id, { message_type: 'note', body: 'VIP' });
		await write(id, { body: '<p>It is <b>on its way</b></p>' });
		const { json } = await run('getTranscript', { conversationId: byId(id), includeNotes: false });
		expect(json).toHaveLength(1);
		expect(json[0]).toMatchObject({
			conversation_id: id,
			state: 'open',
			customer_name: 'First Customer',
			customer_email: 'first@example.com',
			entry_count: 2,
			total_parts: 2,
			complete: true,
		});
		const transcript = String(json[0].transcript);
		expect(transcript).toContain('### Customer First Customer (first@example.com), ');
		expect(transcript).toContain('It is **on its way**');
		expect(transcript).not.toContain('VIP');
	});

	it('says that only the newest 500 parts came', async () => {
		const id = await newConversation();
		await write(id, { body: 'Message' });
		const conversation = emulator.state.conversations.get(id);
		const parts = Array.from({ length: 510 }, (_, index) => ({
			...conversation!.parts[0],
			id: String(index),
			body: `<p>Message ${index}</p>`,
			created_at: conversation!.created_at + index,
		}));
		change(id, { parts });
		const { json } = await run('getTranscript', {
			conversationId: byId(id),
			format: 'structured',
			maxLength: 0,
		});
		expect(json[0]).toMatchObject({ returned_parts: 500, total_parts: 510, complete: false });
		expect(json[0].messages).toHaveLength(501);
		expect(json[0].notice).toBe(
			'10 earlier parts are missing: Intercom returned only the newest 500 of 510.',
		);
	});

	it('shows times in the time zone of the workflow', async () => {
		const id = await newConversation();
		change(id, { created_at: 1_769_851_800 });
		const { json } = await runNode({
			parameters: {
				resource: 'conversation',
				operation: 'getTranscript',
				conversationId: byId(id),
			},
			credentials: emulator.credentials(),
			timezone: 'Asia/Tokyo',
		});
		expect(json[0].transcript).toContain('2026-01-31 18:30');
	});
});

describe('The list of conversations', () => {
	const search = async (filter?: string, paginationToken?: string) =>
		await searchList({
			method: 'searchConversations',
			filter,
			paginationToken,
			credentials: emulator.credentials(),
		});

	it('is paged, and names author and subject', async () => {
		for (let index = 0; index < 30; index += 1) await newConversation(`Question ${index}`);
		const first = await search();
		expect(first.results).toHaveLength(25);
		expect(first.results[0].name).toMatch(/^First Customer – Question 0 – #\d+$/);
		const second = await search(undefined, String(first.paginationToken));
		expect(second.results).toHaveLength(5);
		expect(second.paginationToken).toBeUndefined();
	});

	it('is searched by Intercom: author, a word, an ID', async () => {
		const id = await newConversation('A refund, please');
		await newConversation('Where is my order?');
		const found = async (filter: string) =>
			(await search(filter)).results.map(({ value }) => value);
		expect(await found('refund please')).toEqual([id]);
		expect(await found(`#${id}`)).toEqual([id]);
		expect(await found('first cust')).toHaveLength(2);
		expect(await found('nobody')).toEqual([]);
	});
});
