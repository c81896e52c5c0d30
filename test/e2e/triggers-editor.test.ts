import { beforeAll, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import { useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { pollingTrigger, webhookTrigger } from './support/trigger-workflows';

const playground = usePlayground();
const openEditor = useEditor();
let webhook: INode;
let polling: INode;

beforeAll(async () => {
	const credential = playground().credential;
	const topics = ['conversation.user.created', 'conversation.user.replied', 'ticket.created'];
	webhook = { ...webhookTrigger(credential, { topics }), name: 'Intercom Trigger' };
	polling = {
		...pollingTrigger(credential, {
			resource: 'conversation',
			event: 'closed',
			filterBy: 'formula',
			formula: "team_assignee_id = 5 AND source.type = 'email'",
			options: { includeTranscript: true },
		}),
		name: 'Intercom Polling Trigger',
	};
	polling.parameters.pollTimes = { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] };
}, 60_000);

/** Opens the panel of a node that stands alone. */
async function open(node: INode) {
	const { client } = playground();
	const { id } = await client.createWorkflow({ name: node.name, nodes: [node], connections: {} });
	const editor = await openEditor(playground());
	await editor.stretch(1_100);
	await editor.openWorkflow(id);
	await editor.openNode(node.name);
	return editor;
}

it('shows whose workspace it is, and what to do in the Developer Hub for the chosen topics', async () => {
	const editor = await open(webhook);
	const panel = editor.part('node-parameters');
	const workspace = editor.parameter('workspace').locator('input');
	await editor.waitForValue(workspace, 'Emulator Workspace (emulator_app, US)');
	const text = await panel.innerText();
	const steps = [
		'1 of 4: open your app',
		'2 of 4: tick the topics',
		'Tick conversation.user.created',
		'Tick conversation.user.replied',
		'Tick ticket.created',
		'3 of 4: paste the Production URL',
		'4 of 4: activate (publish) this workflow',
	];
	const places = steps.map((step) => text.indexOf(step));
	expect(places).not.toContain(-1);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	expect(text).not.toContain('Tick contact.user.created');
	await editor.capture('trigger-webhook');
});

it("says what to tick for all topics and for those of one's own", async () => {
	const { parameters, ...node } = webhook;
	const editor = await open({ ...node, parameters: { ...parameters, topics: ['*', 'custom'] } });
	const panel = editor.part('node-parameters');
	await panel.getByText('Tick every topic that you want').waitFor();
	await panel.getByText('Tick the topics that you named yourself').waitFor();
	expect(await panel.innerText()).not.toContain('permission: ');
});

it('offers the events of what is watched, with the same filters as search', async () => {
	const editor = await open(polling);
	const panel = editor.part('node-parameters');
	for (const name of ['Watch', 'Event', 'Filter', 'Formula', 'Include Transcript'])
		await panel.getByText(name, { exact: true }).first().waitFor();
	await editor.capture('trigger-polling');
	await editor.execute();
	await editor.output.getByText('There is nothing to show as a sample yet').first().waitFor();
});
