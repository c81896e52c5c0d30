import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { byId, Workspace } from '../contract/samples/workspace';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { searchList } from '../support/methods';

let emulator: CheckedEmulator;
let workspace: Workspace;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	workspace = new Workspace(emulator);
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function run(operation: string, parameters: Record<string, unknown> = {}): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'conversationAttribute', operation, ...parameters },
		credentials: emulator.credentials(),
	});
}

const last = () => emulator.requests[emulator.requests.length - 1];

const optionsOf = ({ json }: NodeRun) => json[0].options as IDataObject[];

async function newList(...labels: string[]): Promise<{ id: string; optionIds: string[] }> {
	const created = await run('create', { name: 'Issue', dataType: 'list', listOptions: labels });
	return {
		id: String(created.json[0].id),
		optionIds: optionsOf(created).map(({ id }) => String(id)),
	};
}

describe('Conversation Attribute', () => {
	it('is created with the fields of its data type', async () => {
		const [team] = [...emulator.state.teams.keys()];
		await run('create', {
			name: 'Details',
			dataType: 'string',
			additionalFields: { description: 'More', multiline: true, visibleToTeamIds: [Number(team)] },
		});
		expect(last().body).toEqual({
			name: 'Details',
			data_type: 'string',
			description: 'More',
			multiline: true,
			visible_to_team_ids: [team],
		});
		await run('create', { name: 'Kind', dataType: 'list', listOptions: 'Billing, Technical' });
		expect(last().body).toEqual({
			name: 'Kind',
			data_type: 'list',
			options: [{ label: 'Billing' }, { label: 'Technical' }],
		});
		await run('create', {
			name: 'Orders',
			dataType: 'relationship',
			referenceType: 'many',
			objectTypeId: 'Order',
		});
		expect(last().body).toEqual({
			name: 'Orders',
			data_type: 'relationship',
			reference: { type: 'many', object_type_id: 'Order' },
		});
	});

	it('is changed and archived; archived ones are listed on request', async () => {
		const { id } = await newList('One', 'Two', 'Three');
		const changed = await run('update', {
			attributeId: byId(id),
			updateFields: { name: 'Topic', required: false },
		});
		expect(changed.json[0]).toMatchObject({ id: Number(id), name: 'Topic', required: false });
		await run('archive', { attributeId: byId(id) });
		const ids = async (parameters = {}) =>
			(await run('getAll', { returnAll: true, ...parameters })).json.map((found) => found.id);
		expect(await ids()).not.toContain(Number(id));
		expect(await ids({ includeArchived: true })).toContain(Number(id));
		const { json } = await run('get', { attributeId: byId(id) });
		expect(json[0]).toMatchObject({ name: 'Topic', archived: true });
	});

	it('has options that are added, renamed and archived', async () => {
		const { id, optionIds } = await newList('One', 'Two');
		const attributeId = byId(id);
		const added = await run('addOption', { attributeId, label: 'Three' });
		expect(optionsOf(added).map(({ label }) => label)).toEqual(['One', 'Two', 'Three']);
		const optionId = byId(optionIds[0]);
		const renamed = await run('updateOption', { attributeId, optionId, label: 'First' });
		expect(optionsOf(renamed)[0]).toEqual({ id: optionIds[0], label: 'First', archived: false });
		const archived = await run('archiveOption', { attributeId, optionId });
		expect(optionsOf(archived)[0]).toMatchObject({ label: 'First', archived: true });
		const { results } = await searchList({
			method: 'searchConversationAttributeOptions',
			parameters: { resource: 'conversationAttribute', operation: 'updateOption', attributeId },
			credentials: emulator.credentials(),
		});
		expect(results.map(({ name }) => name)).toEqual(['Two', 'Three']);
		const { error } = await run('archiveOption', { attributeId, optionId: byId(optionIds[1]) });
		expect(error?.message).toContain('at least 2 active options');
	});

	it('is named where it does not exist', async () => {
		const { error } = await run('get', { attributeId: byId('999') });
		expect(error?.message).toBe('Intercom could not find the conversation attribute [item 0]');
	});

	it('says that only lists have options', async () => {
		const { json } = await run('create', { name: 'Seats', dataType: 'integer' });
		const attributeId = byId(String(json[0].id));
		const { error } = await run('addOption', { attributeId, label: 'One' });
		expect(error?.message).toContain('Options can only be managed on list attributes');
	});

	it('needs a kind of relationship along with the type of object', async () => {
		const { id } = await newList('One', 'Two');
		const { error } = await run('update', {
			attributeId: byId(id),
			updateFields: { objectTypeId: 'Order' },
		});
		expect(error?.message).toBe("'Related Object Type ID' needs 'Related Objects' [item 0]");
	});

	it('is found by name in the drop-down', async () => {
		await workspace.send('POST', '/conversations/attributes', {
			name: 'Very special',
			data_type: 'boolean',
		});
		const { results } = await searchList({
			method: 'searchConversationAttributes',
			filter: 'special',
			credentials: emulator.credentials(),
		});
		expect(results).toEqual([{ name: 'Very special – boolean', value: expect.any(String) }]);
	});
});
