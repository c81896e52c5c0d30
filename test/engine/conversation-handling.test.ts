import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { Conversation } from '../../dev/emulator';
import { byId, mapped, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { resourceMapping } from '../support/methods';

let emulator: CheckedEmulator;
let workspace: Workspace;
let contact: string;
let conversation: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
	contact = await workspace.user();
});

beforeEach(async () => {
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
	parameters: Record<string, unknown> = {},
	items?: Array<Record<string, unknown>>,
): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'conversation',
			operation,
			conversationId: byId(conversation),
			...parameters,
		},
		items,
		credentials: emulator.credentials(),
	});
}

async function runAlone(operation: string, parameters: Record<string, unknown>): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'conversation', operation, ...parameters },
		credentials: emulator.credentials(),
	});
}

function stored(id = conversation): Conversation {
	const found = emulator.state.conversations.get(id);
	if (found === undefined) throw new Error(`No conversation ${id}`);
	return found;
}

const last = () => emulator.requests[emulator.requests.length - 1];

describe('Conversation: Create', () => {
	it("starts one in a contact's name, as plain text", async () => {
		const { json, error } = await runAlone('create', {
			contactRole: 'user',
			contactId: byId(contact),
			body: 'Is 1 < 2?\nSecond line',
			additionalFields: {
				attachmentUrls: ['https://example.com/a.png', 'https://example.com/b.png'],
				createdAt: '2026-01-31T09:30:00Z',
			},
		});
		expect(error).toBeUndefined();
		const { source, contact_ids: contacts } = stored(String(json[0].conversation_id));
		expect(contacts).toEqual([contact]);
		expect(source.body).toBe('<p>Is 1 &lt; 2?<br>Second line</p>');
		expect(source.attachments).toHaveLength(2);
		expect(last().body).toMatchObject({
			from: { type: 'user', id: contact },
			created_at: 1769851800,
		});
	});

	it('says what to do when the contact does not exist', async () => {
		const { error } = await runAlone('create', {
			contactId: byId('6762f0d51bb69f9f2193bb7c'),
			body: 'Hi',
		});
		expect(error?.description).toContain('Intercom says: User Not Found.');
	});
});

describe('Pipedream #19700: get, assign, snooze, close without leaving for the raw API', () => {
	it('closes with a last message, and opens again', async () => {
		const closed = await run('close', { additionalFields: { body: 'Goodbye :)' } });
		expect(closed.json[0]).toMatchObject({ id: conversation, state: 'closed' });
		expect(stored().parts.map(({ part_type: type, body }) => [type, body])).toEqual([
			['close', '<p>Goodbye :)</p>'],
		]);
		const opened = await run('open');
		expect(opened.json[0]).toMatchObject({ state: 'open' });
	});

	it('snoozes until a time', async () => {
		const until = Math.floor(Date.now() / 1000) + 3600;
		const { json } = await run('snooze', {
			snoozedUntil: new Date(until * 1000).toISOString(),
		});
		expect(json[0]).toMatchObject({ state: 'snoozed' });
		expect(stored().snoozed_until).toBe(until);
	});

	it('refuses a time in the past before anything is sent', async () => {
		const before = emulator.requests.length;
		const { error } = await run('snooze', { snoozedUntil: '2020-01-01T00:00:00Z' });
		expect(error?.message).toBe("'Snooze Until' lies in the past [item 0]");
		expect(emulator.requests).toHaveLength(before);
	});

	it('assigns to a teammate and to a team, and takes it from each', async () => {
		const [, admin] = [...emulator.state.admins.keys()];
		const [team] = [...emulator.state.teams.keys()];
		await run('assign', { assignTo: 'admin', assigneeId: byId(admin) });
		const { json } = await run('assign', {
			assignTo: 'team',
			teamId: byId(team),
			additionalFields: { body: 'One for you' },
		});
		expect(json[0]).toMatchObject({
			admin_assignee_id: Number(admin),
			team_assignee_id: Number(team),
		});
		expect(last().body).toEqual({
			message_type: 'assignment',
			type: 'team',
			admin_id: workspace.admin,
			assignee_id: team,
			body: 'One for you',
		});
		const without = await run('assign', { assignTo: 'noAdmin' });
		expect(last().body).toMatchObject({ type: 'admin', assignee_id: '0' });
		expect(without.json[0]).toMatchObject({ admin_assignee_id: 0, team_assignee_id: Number(team) });
		await run('assign', { assignTo: 'noTeam' });
		expect(stored()).toMatchObject({ admin_assignee_id: 0, team_assignee_id: 0 });
	});

	it('names the assignee that does not exist', async () => {
		const { error } = await run('assign', { assignTo: 'team', teamId: byId('1') });
		expect(error?.message).toBe('Intercom could not find the assignee [item 0]');
	});
});

describe('Tags and contacts of a conversation', () => {
	it('adds and removes a tag; the DELETE names the admin in its body', async () => {
		const tag = await workspace.tag();
		const { json } = await run('addTag', { tagId: byId(tag) });
		expect(json[0]).toMatchObject({ type: 'tag', id: tag });
		expect(stored().tags.map(({ id }) => id)).toEqual([tag]);
		await run('removeTag', { tagId: byId(tag) });
		expect(last()).toMatchObject({
			method: 'DELETE',
			path: `/conversations/${conversation}/tags/${tag}`,
			body: { admin_id: workspace.admin },
		});
		expect(stored().tags).toEqual([]);
	});

	it('adds a contact by ID, by external ID and by email, which makes a lead', async () => {
		const other = await workspace.user({ external_id: 'friend-1' });
		const third = await workspace.user();
		await run('addContact', { contactBy: 'externalId', externalId: 'friend-1' });
		expect(last().body).toEqual({
			admin_id: workspace.admin,
			customer: { user_id: 'friend-1' },
		});
		await run('addContact', { contactId: byId(third) });
		const { json } = await run('addContact', { contactBy: 'email', email: 'new@example.com' });
		expect(json[0].contact_ids).toEqual([contact, other, third, expect.any(String)]);
	});

	it('removes a contact, but not the last one', async () => {
		const other = await workspace.user();
		await run('addContact', { contactId: byId(other) });
		const { json } = await run('removeContact', { contactId: byId(contact) });
		expect(json[0].contact_ids).toEqual([other]);
		expect(last()).toMatchObject({ method: 'DELETE', body: { admin_id: workspace.admin } });
		const { error } = await run('removeContact', { contactId: byId(other) });
		expect(error?.message).toContain('Removing the last customer is not allowed');
	});

	it.each(['addContact', 'removeContact'])(
		'%s hands on the participants where Intercom answers with nothing else',
		async (operation) => {
			const customers = [{ type: 'user', id: contact }];
			emulator.failNext({ kind: 'status', status: 200, body: { customers }, match: '/customers' });
			const { json, error } = await run(operation, { contactId: byId(contact) });
			expect(error).toBeUndefined();
			expect(json).toEqual([{ customers }]);
		},
	);
});

describe('Conversation: Merge', () => {
	it('merges one into the other, by numbers as Intercom wants them', async () => {
		const into = await newConversation();
		const { json } = await run('merge', { mergeIntoConversationId: byId(into) });
		expect(last().body).toEqual({ merge_into_conversation_id: Number(into) });
		expect(json[0].id).toBe(into);
		expect(stored()).toMatchObject({ state: 'closed', merged_into: into });
		const again = await run('merge', { mergeIntoConversationId: byId(into) });
		expect(again.error?.message).toContain('has already been merged');
	});

	it('refuses to merge a conversation into itself before anything is sent', async () => {
		const before = emulator.requests.length;
		const { error } = await run('merge', { mergeIntoConversationId: byId(conversation) });
		expect(error?.message).toBe("'Merge' and 'Into' are the same conversation [item 0]");
		expect(emulator.requests).toHaveLength(before);
	});
});

describe('Conversation: Redact', () => {
	it('redacts a part', async () => {
		await run('reply', { replyAs: 'user', contactId: byId(contact), body: 'My PIN is 1234' });
		const [part] = stored().parts;
		const { error } = await run('redact', { conversationPartId: part.id });
		expect(error).toBeUndefined();
		expect(last().body).toEqual({
			type: 'conversation_part',
			conversation_id: conversation,
			conversation_part_id: part.id,
		});
		expect(stored().parts[0]).toMatchObject({ redacted: true });
		expect(JSON.stringify(stored())).not.toContain('1234');
	});

	it('finds the ID of the first message itself', async () => {
		const { error } = await run('redact', { redactedType: 'source' });
		expect(error).toBeUndefined();
		expect(last().body).toEqual({
			type: 'source',
			conversation_id: conversation,
			source_id: stored().source.id,
		});
		expect(stored().source.redacted).toBe(true);
	});

	it('says why an event cannot be redacted', async () => {
		await run('open');
		const { error } = await run('redact', { conversationPartId: stored().parts[0].id });
		expect(error?.description).toContain('Code: conversation_part_not_redactable.');
	});
});

describe('Conversation: Update', () => {
	beforeAll(async () => {
		const attribute = async (fields: object) =>
			await workspace.send('POST', '/conversations/attributes', fields);
		await attribute({
			name: 'Issue',
			data_type: 'list',
			options: [{ label: 'Billing' }, { label: 'Order 12' }],
		});
		await attribute({ name: 'Seats', data_type: 'integer' });
		await attribute({ name: 'Price', data_type: 'decimal' });
		await attribute({ name: 'Churn risk', data_type: 'boolean' });
		await attribute({ name: 'Due', data_type: 'datetime' });
		await attribute({ name: 'Orders', data_type: 'relationship', reference: { type: 'many' } });
		await attribute({ name: 'Reference', data_type: 'string' });
		await attribute({ name: 'Contract', data_type: 'files' });
		const old = await attribute({ name: 'Old', data_type: 'string' });
		await workspace.send('DELETE', `/conversations/attributes/${String(old.id)}`);
	});

	it('offers the attributes of the workspace with their types', async () => {
		const { fields } = await resourceMapping({
			method: 'getConversationAttributes',
			credentials: emulator.credentials(),
		});
		expect(fields.map(({ id, type }) => [id, type])).toEqual([
			['Churn risk', 'boolean'],
			['Due', 'dateTime'],
			['Issue', 'options'],
			['Orders', 'array'],
			['Price', 'number'],
			['Reference', 'string'],
			['Seats', 'number'],
		]);
		expect(fields.find(({ id }) => id === 'Issue')?.options).toEqual([
			{ name: 'Billing', value: 'Billing' },
			{ name: 'Order 12', value: 'Order 12' },
		]);
	});

	it('sends each attribute in its type: "Order 12" stays text', async () => {
		const { fields: schema } = await resourceMapping({
			method: 'getConversationAttributes',
			credentials: emulator.credentials(),
		});
		const company = await workspace.company();
		const { error } = await run('update', {
			updateFields: { title: 'Late order', read: true, companyId: company },
			customAttributesInput: 'mapping',
			customAttributes: {
				...mapped({
					Issue: 'Order 12',
					Seats: '4',
					Price: '9.5',
					'Churn risk': false,
					Due: '2026-01-31T09:30:00Z',
					Orders: ['21'],
					Reference: '2026-01-31',
				}),
				schema,
			},
		});
		expect(error).toBeUndefined();
		expect(last().body).toEqual({
			title: 'Late order',
			read: true,
			company_id: company,
			custom_attributes: {
				Issue: 'Order 12',
				Seats: 4,
				Price: 9.5,
				'Churn risk': false,
				Due: 1769851800,
				Orders: ['21'],
				Reference: '2026-01-31',
			},
		});
		expect(stored()).toMatchObject({ title: 'Late order', read: true, company_id: company });
	});

	it('marks as unread and takes the company away', async () => {
		const { error } = await run('update', { updateFields: { read: false, removeCompany: true } });
		expect(error).toBeUndefined();
		expect(last().body).toEqual({ read: false, company_id: null });
	});

	it('names the attribute whose value does not fit', async () => {
		const { error } = await run('update', {
			customAttributesInput: 'json',
			customAttributesJson: '{"Issue": "Gardening"}',
		});
		expect(error?.message).toContain("'Issue' must be one of: Billing, Order 12");
	});
});

describe('Conversation: Convert to Ticket', () => {
	it('sends attributes in the types of the ticket type, list items by their ID', async () => {
		const type = workspace.ticketType('Complaint');
		const { json, error } = await run('convertToTicket', {
			ticketTypeId: byId(type),
			attributesInput: 'json',
			attributesJson: {
				_default_title_: 'Late order',
				'Order number': 'Order 12',
				Priority: 'High',
				Quantity: '2',
			},
		});
		expect(error).toBeUndefined();
		const attributes = emulator.state.ticketTypes.get(type)?.attributes ?? [];
		const priority = attributes.find(({ name }) => name === 'Priority')?.list_items ?? [];
		expect(last().body).toEqual({
			ticket_type_id: type,
			attributes: {
				_default_title_: 'Late order',
				'Order number': 'Order 12',
				Priority: priority.find(({ label }) => label === 'High')?.id,
				Quantity: 2,
			},
		});
		expect(json[0]).toMatchObject({ category: 'Customer' });
		expect(emulator.state.tickets.get(String(json[0].id))?.contact_ids).toEqual([contact]);
	});

	it('says why a back-office type is refused', async () => {
		const { error } = await run('convertToTicket', {
			ticketTypeId: byId(workspace.ticketType('Repair')),
		});
		expect(error?.message).toContain('Ticket type is not a customer ticket type');
	});
});

describe('Conversation: Delete', () => {
	it('deletes and keeps it in reports, unless told not to', async () => {
		const { json } = await run('delete');
		expect(json).toEqual([{ id: conversation, object: 'conversation', deleted: true }]);
		expect(last().query).toEqual({ retain_metrics: 'true' });
		const other = await newConversation();
		await run('delete', { conversationId: byId(other), retainMetrics: false });
		expect(last().query).toEqual({ retain_metrics: 'false' });
		const { json: deleted } = await runAlone('getDeleted', {});
		expect(deleted).toEqual([
			{
				type: 'conversation',
				id: other,
				metrics_retained: false,
				deleted_at: expect.any(Number),
			},
			{
				type: 'conversation',
				id: conversation,
				metrics_retained: true,
				deleted_at: expect.any(Number),
			},
		]);
	});
});

describe('Several items', () => {
	it('closes each conversation, and a failure tells which item', async () => {
		const items = [{ id: conversation }, { id: '1' }];
		const { error } = await run('close', { conversationId: byId('={{ $json.id }}') }, items);
		expect(error?.message).toBe('Intercom could not find the conversation [item 1]');
		expect(stored().state).toBe('closed');
	});

	it('accepts addresses of the Inbox and prefixed IDs', async () => {
		const address = `https://app.intercom.com/a/inbox/abc123/inbox/conversation/${conversation}`;
		const byUrl = await run('close', {
			conversationId: { __rl: true, mode: 'url', value: address },
		});
		expect(byUrl.json[0].id).toBe(conversation);
		const prefixed = await run('open', { conversationId: byId(`conversation_${conversation}`) });
		expect(prefixed.json[0].id).toBe(conversation);
	});
});
