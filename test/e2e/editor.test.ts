import { describe, expect, it } from '@jest/globals';
import { useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { importExamples } from '../../dev/demo/examples';
import { chain, intercomNode } from './support/workflows';

describe('editor', () => {
	const playground = usePlayground();
	const openEditor = useEditor();

	it('finds the node, fills its form from searched lists, runs it and shows its output', async () => {
		const { client, emulator } = playground();
		const { id } = await client.createWorkflow(chain('Say hello'));
		const editor = await openEditor(playground());
		await editor.openWorkflow(id);

		const entry = await editor.searchNode('intercom');
		await entry.waitFor();
		await editor.capture('node-creator');
		await entry.click();
		await editor.chooseAction('Send message');

		const contacts = await editor.searchList('contactId', 'head of');
		await editor.capture('searched-list');
		expect((await contacts.allInnerTexts()).map((text) => text.trim()).sort()).toEqual([
			'Head of Operations – head.of.operations@example.com',
			'Head of Support – head.of.support@example.com',
		]);
		await contacts.filter({ hasText: 'Head of Support' }).click();
		const admins = await editor.searchList('adminId', 'support');
		await admins.filter({ hasText: 'Support Agent' }).click();
		await editor.fill('body', 'Welcome aboard!');
		await editor.execute();

		await editor.output.getByText('Welcome aboard!').first().waitFor();
		const [message] = [...emulator.state.messages.values()];
		expect(message).toMatchObject({ body: 'Welcome aboard!', message_type: 'inapp' });
	});

	it('shows an error in words that say what to do', async () => {
		const { client, credential } = playground();
		const read = intercomNode('Read customer', credential, {
			resource: 'contact',
			operation: 'get',
			by: 'externalId',
			externalId: 'customer-404',
		});
		const { id } = await client.createWorkflow(chain('Read', read));
		const editor = await openEditor(playground());
		await editor.openWorkflow(id);
		await editor.openNode('Read customer');
		await editor.execute();

		await editor.output
			.getByText('no contact with the external ID "customer-404"')
			.first()
			.waitFor();
		await editor.output.getByText('Check the ID').waitFor();
		await editor.capture('error');
	});

	it('searches with a formula typed into the panel', async () => {
		const { client, credential } = playground();
		const search = intercomNode('Find customers', credential, {
			resource: 'contact',
			operation: 'search',
		});
		const { id } = await client.createWorkflow(chain('Find', search));
		const editor = await openEditor(playground());
		await editor.openWorkflow(id);
		await editor.openNode('Find customers');
		await editor.choose('filterBy', 'Formula');
		await editor.fill('formula', "role = 'user' AND custom_attributes.plan IN ['pro', 'team']");
		await editor.execute();

		await editor.output.getByText('6 items').first().waitFor();
		await editor.output.getByText('Billing Manager').first().waitFor();
		await editor.capture('node');
	});

	it('runs an example workflow from the canvas', async () => {
		const [example] = (await importExamples(playground())).filter(({ name }) =>
			name.includes('Sync a list'),
		);
		const editor = await openEditor(playground());
		await editor.openWorkflow(example.id);
		await editor.part('execute-workflow-button').last().click();
		await editor.part('canvas').getByText('3 items').last().waitFor();
		await editor.capture('workflow');
	});
});
