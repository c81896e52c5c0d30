import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { byId, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { searchList } from '../support/methods';

/** What live answers hold and the description does not tell: docs/intercom/recorded-answers.md. */
let emulator: CheckedEmulator;
let workspace: Workspace;
/** Came in by a channel without a first message; its first part is the bot's and has no text. */
let conversation: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
	const contact = await workspace.user({ name: 'Smith & Sons', email: 'sons@example.com' });
	const id = await workspace.company();
	await workspace.send('POST', `/contacts/${contact}/companies`, { id });
	conversation = await workspace.conversation({ source: null }, contact);
	const reply = { message_type: 'comment', type: 'admin', body: 'Thank you for calling' };
	const path = `/conversations/${conversation}/reply`;
	await workspace.send('POST', path, { admin_id: workspace.admin, ...reply });
});
afterEach(() => emulator.assertClean());
afterAll(async () => await emulator.close());

async function run(operation: string, parameters: Record<string, unknown> = {}): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'conversation', operation, ...parameters },
		credentials: emulator.credentials(),
	});
}

describe('A conversation without a first message', () => {
	const conversationId = () => ({ conversationId: byId(conversation) });

	it('has a transcript that begins with what was said, not with the bot', async () => {
		const { json, error } = await run('getTranscript', {
			...conversationId(),
			format: 'structured',
		});
		expect(error).toBeUndefined();
		expect(json[0].messages).toMatchObject([{ role: 'teammate', text: 'Thank you for calling' }]);
		expect(json[0]).toMatchObject({ complete: true });
	});

	it('tells what the bot did where the transcript has events', async () => {
		const options = { includeEvents: true };
		const { json } = await run('getTranscript', {
			...conversationId(),
			format: 'plainText',
			options,
		});
		const { transcript } = json[0];
		expect(transcript).toContain('updated the company');
		expect(transcript).not.toMatch(/null|undefined/);
	});

	it('has no files', async () => {
		const { json, error } = await run('downloadAttachments', conversationId());
		expect(error).toBeUndefined();
		expect(JSON.stringify(json)).not.toContain('undefined');
	});

	it('can be read in full, in lists and with chosen fields', async () => {
		const full = await run('get', { ...conversationId(), simplify: false });
		expect(full.json[0]).toMatchObject({
			source: null,
			teammates: { admins: [{ type: 'admin' }] },
		});
		const field = 'custom_attributes.Fin AI Agent: Preview';
		const chosen = { output: 'selected', selectedFields: `id, ${field}` };
		const listed = await run('getAll', chosen);
		expect(listed.json).toEqual([{ id: conversation, [field]: false }]);
		const simplified = await run('getAll');
		expect(simplified.json).toMatchObject([{ id: conversation, state: 'open' }]);
	});

	it('has no first message to redact, and says so before anything is redacted', async () => {
		const before = emulator.requests.length;
		const { error } = await run('redact', { ...conversationId(), redactedType: 'source' });
		expect(error?.message).toContain(`Conversation ${conversation} has no first message`);
		const sent = emulator.requests.slice(before).map(({ method }) => method);
		expect(sent).toEqual(['GET']);
	});

	it('is offered by its number', async () => {
		const credentials = emulator.credentials();
		const { results } = await searchList({ method: 'searchConversations', credentials });
		expect(results).toEqual([{ name: `#${conversation}`, value: conversation }]);
	});
});

it('Contacts are offered by their names as people write them', async () => {
	const details = () => ({ name: 'Müller & Töchter <Köln>', email: 'koeln@example.com' });
	const [{ id }] = seedContacts(emulator.state, 1, { details });
	const credentials = emulator.credentials();
	const { results } = await searchList({ method: 'searchContacts', filter: 'Müller', credentials });
	expect(results).toEqual([{ name: 'Müller & Töchter <Köln> – koeln@example.com', value: id }]);
});
