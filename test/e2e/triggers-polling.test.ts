import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedContacts } from '../../dev/emulator';
import { usePlayground } from './support/playground';
import { pollingTrigger, Sink, startedBy } from './support/trigger-workflows';

const playground = usePlayground();
let sink: Sink;

beforeAll(async () => {
	sink = await Sink.start();
});

afterAll(async () => {
	await sink.stop();
});

let seeded = 20_000;

/** Creates contacts as somebody else would, and returns their ids. */
function create(count: number): string[] {
	seeded += count;
	const contacts = seedContacts(playground().emulator.state, count, { first: seeded });
	const now = Math.floor(Date.now() / 1000);
	const { state } = playground().emulator;
	for (const contact of contacts)
		state.contacts.set(contact.id, { ...contact, created_at: now, updated_at: now });
	return contacts.map(({ id }) => id);
}

it('hands out each change once, across a restart of n8n', async () => {
	const { client, credential, n8n } = playground();
	const trigger = pollingTrigger(credential, { resource: 'contact', event: 'updated' });
	const workflow = await client.createWorkflow(startedBy('Contacts', trigger, sink));
	await client.activate(workflow);
	const expected = create(3);
	await sink.receive(3);
	await n8n.restart();
	expected.push(...create(2));
	await sink.receive(5);
	const whileDown = n8n.restart();
	expected.push(...create(4));
	await whileDown;
	await sink.receive(9);
	// Three more polls, which must find nothing.
	await sleep(7_000);
	expect(sink.all('id').sort()).toEqual(expected.sort());
	await client.deactivate(workflow);
}, 240_000);

it('starts where it was activated, even if n8n is restarted before anything was found', async () => {
	const { client, credential, n8n } = playground();
	const filter = { filterBy: 'formula', formula: "name = 'Waited For'" };
	const parameters = { resource: 'contact', event: 'created', ...filter };
	const quiet = pollingTrigger(credential, parameters);
	const workflow = await client.createWorkflow(startedBy('Quiet', quiet, sink));
	await client.activate(workflow);
	const before = sink.items.length;
	const { state } = playground().emulator;
	const restarted = n8n.restart();
	const [id] = create(1);
	const contact = state.contacts.get(id);
	if (contact) state.contacts.set(id, { ...contact, name: 'Waited For' });
	await restarted;
	await sink.receive(before + 1);
	expect(sink.items.slice(before).filter(({ name }) => name === 'Waited For')).toHaveLength(1);
}, 120_000);

it('shows one recent contact when run by hand', async () => {
	const { client, credential } = playground();
	const trigger = pollingTrigger(credential, { resource: 'contact', event: 'created' });
	const workflow = await client.createWorkflow(startedBy('By hand', trigger, sink));
	const { status, runData } = await client.runWorkflow(workflow, trigger.name);
	expect(status).toBe('success');
	expect(runData[trigger.name][0].data?.main[0]).toHaveLength(1);
});
