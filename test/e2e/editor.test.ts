import { describe, expect, it } from '@jest/globals';
import { useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { chain } from './support/workflows';

describe('editor', () => {
	const playground = usePlayground();
	const openEditor = useEditor();

	it('finds the node, fills its form from searched lists, runs it and shows its output', async () => {
		const { client, emulator } = playground();
		const { id } = await client.createWorkflow(chain('Say hello'));
		const editor = await openEditor(playground());
		await editor.openWorkflow(id);

		const entry = await editor.searchNode('helpdesk');
		await entry.waitFor();
		await editor.capture('node-creator');
		await entry.click();
		await editor.chooseAction('Send message');

		const contacts = await editor.searchList('contactId', 'head of');
		await contacts.nth(1).waitFor();
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
		await editor.capture('message-sent');
		const [message] = [...emulator.state.messages.values()];
		expect(message).toMatchObject({ body: 'Welcome aboard!', message_type: 'inapp' });
	});
});
