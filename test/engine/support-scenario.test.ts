import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { byId, mapped, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode } from '../support/engine';
import { resourceMapping } from '../support/methods';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
});

afterAll(async () => {
	await emulator.close();
});

async function run(
	operation: string,
	parameters: Record<string, unknown>,
	inputData?: INodeExecutionData[],
): Promise<IDataObject[]> {
	const { json, error } = await runNode({
		parameters: { resource: 'conversation', operation, ...parameters },
		inputData,
		credentials: emulator.credentials(),
	});
	expect(error).toBeUndefined();
	return json;
}

it('A conversation on its way through a help desk, seen in what Intercom has stored', async () => {
	const { conversations, files, tickets } = emulator.state;
	const workspace = new Workspace(emulator);
	const contact = await workspace.user({ name: 'First Customer', email: 'first@example.com' });
	const [team] = emulator.state.teams.keys();
	const tag = await workspace.tag();

	await run('create', { contactId: byId(contact), body: 'My lamp flickers. A refund, please!' });
	const [found] = await run('search', {
		filterBy: 'formula',
		formula: "state = 'open' AND source.body CONTAINS 'refund'",
	});
	const conversationId = byId(String(found.id));
	const stored = () => conversations.get(String(found.id));

	const [{ transcript }] = await run('getTranscript', { conversationId });
	expect(transcript).toContain('### Customer First Customer (first@example.com), ');
	expect(transcript).toContain('My lamp flickers. A refund, please!');

	await run('addTag', { conversationId, tagId: byId(tag) });
	expect(stored()?.tags.map(({ id }) => id)).toEqual([tag]);

	await run('assign', { conversationId, assignTo: 'team', teamId: byId(team) });
	expect(stored()?.team_assignee_id).toBe(Number(team));

	const form = { data: 'UmVmdW5kIGZvcm0=', mimeType: 'application/pdf', fileName: 'form.pdf' };
	await run(
		'reply',
		{ conversationId, body: 'Please sign', additionalFields: { attachmentFields: 'form' } },
		[{ json: {}, binary: { form } }],
	);
	const [sent] = stored()?.parts.at(-1)?.attachments ?? [];
	expect(files.get(String(sent.file_id))?.data.toString()).toBe('Refund form');

	const until = Math.floor(Date.now() / 1000) + 86_400;
	await run('snooze', { conversationId, snoozedUntil: new Date(until * 1000).toISOString() });
	expect(stored()).toMatchObject({ state: 'snoozed', snoozed_until: until });

	const ticketTypeId = byId(workspace.ticketType('Complaint'));
	const { fields: schema } = await resourceMapping({
		method: 'getTicketAttributes',
		parameters: { resource: 'conversation', operation: 'convertToTicket', ticketTypeId },
		credentials: emulator.credentials(),
	});
	const attributes = { 'Order number': 'Order 12', Priority: 'High', Quantity: 2 };
	const [ticket] = await run('convertToTicket', {
		conversationId,
		ticketTypeId,
		attributes: { ...mapped({ _default_title_: 'Lamp flickers', ...attributes }), schema },
	});
	expect(tickets.get(String(ticket.id))?.attributes).toMatchObject({
		_default_title_: 'Lamp flickers',
		'Order number': 'Order 12',
		Quantity: 2,
	});

	await run('close', { conversationId, additionalFields: { body: 'Goodbye' } });
	expect(stored()?.state).toBe('closed');
	expect(stored()?.parts.map(({ part_type: type }) => type)).toEqual(
		expect.arrayContaining(['assignment', 'comment', 'snoozed', 'close']),
	);
	emulator.assertClean();
});
