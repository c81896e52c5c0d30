import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { Workspace } from '../contract/samples/workspace';
import { useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { chain, intercomNode } from './support/workflows';

/** An operation with a form of attributes: one of text, and one that is true or false. */
interface Form {
	form: string;
	/** What is chosen before the panel opens, for the records of a workspace. */
	given: (workspace: Workspace) => Promise<INodeParameters>;
	/** The ticket type to choose; other forms begin empty. */
	ticketType?: string;
	/** The request that the operation sends, and where its body holds the attributes. */
	request: RegExp;
	field: string;
	text: [id: string, label: string];
	flag: string;
}

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

const forms: Form[] = [
	{
		form: 'new ticket',
		given: async () => ({
			resource: 'ticket',
			operation: 'create',
			contactBy: 'email',
			email: 'customer@example.com',
		}),
		ticketType: 'Complaint',
		request: /^POST \/tickets$/,
		field: 'ticket_attributes',
		text: ['_default_title_', 'Title'],
		flag: 'Under warranty',
	},
	{
		form: 'ticket',
		given: async (workspace) => ({
			resource: 'ticket',
			operation: 'update',
			ticketId: byId(await workspace.ticket('Complaint')),
			ticketTypeId: byId(workspace.ticketType('Complaint')),
		}),
		request: /^PUT \/tickets\//,
		field: 'ticket_attributes',
		text: ['_default_title_', 'Title'],
		flag: 'Under warranty',
	},
	{
		form: 'contact',
		given: async () => ({
			resource: 'contact',
			operation: 'upsert',
			email: 'form@example.com',
		}),
		request: /^(POST \/contacts|PUT \/contacts\/[^/]+)$/,
		field: 'custom_attributes',
		text: ['job_title', 'job_title'],
		flag: 'is_trial',
	},
	{
		form: 'company',
		given: async () => ({ resource: 'company', operation: 'upsert', ownCompanyId: 'acme' }),
		request: /^POST \/companies$/,
		field: 'custom_attributes',
		text: ['motto', 'motto'],
		flag: 'is_partner',
	},
	{
		form: 'conversation',
		given: async (workspace) => ({
			resource: 'conversation',
			operation: 'update',
			conversationId: byId(await workspace.conversation()),
		}),
		request: /^PUT \/conversations\//,
		field: 'custom_attributes',
		text: ['Reference', 'Reference'],
		flag: 'Churn risk',
	},
];

describe('A form of attributes', () => {
	const playground = usePlayground();
	const openEditor = useEditor();
	let workspace: Workspace;

	beforeAll(async () => {
		workspace = new Workspace(playground().emulator);
		const conversation = { path: '/conversations/attributes', model: undefined };
		const company = { path: '/data_attributes', model: 'company' };
		for (const { path, model, ...attribute } of [
			{ ...conversation, name: 'Reference', data_type: 'string' },
			{ ...conversation, name: 'Churn risk', data_type: 'boolean' },
			{ ...company, name: 'motto', data_type: 'string' },
			{ ...company, name: 'is_partner', data_type: 'boolean' },
		])
			await workspace.send('POST', path, { model, ...attribute });
	});

	it.each(forms)('of a $form sends what was chosen and nothing else', async (form) => {
		const { client, credential, emulator } = playground();
		const [text, label] = form.text;
		const parameters = await form.given(workspace);
		const write = intercomNode('Write', credential, parameters);
		const { id } = await client.createWorkflow(chain('Write', write));
		const editor = await openEditor(playground());
		await editor.stretch(1_600);
		await editor.openWorkflow(id);
		await editor.openNode('Write');
		if (form.ticketType !== undefined) {
			const types = await editor.searchList('ticketTypeId', form.ticketType);
			await types.first().click();
		} else {
			await editor.addAttribute(label);
			await editor.addAttribute(form.flag);
		}
		await editor.parameter(form.flag).waitFor();
		await editor.fill(text, 'Something');
		expect(await editor.redMarks()).toEqual([]);

		const run = async () => {
			let stop = () => {};
			const sent = new Promise<unknown>((resolve) => {
				stop = emulator.onExchange(({ request: { method, path, body } }) => {
					if (form.request.test(`${method} ${path}`))
						resolve((body as Record<string, unknown>)[form.field]);
				});
			});
			// While a run has not ended, the button says something else.
			await editor.part('node-execute-button').filter({ hasText: 'Execute step' }).waitFor();
			await editor.execute();
			const attributes = await sent;
			stop();
			return attributes;
		};
		expect(await run()).toEqual({ [text]: 'Something' });
		await editor.choose(form.flag, 'True');
		expect(await run()).toEqual({ [text]: 'Something', [form.flag]: true });
		await editor.choose(form.flag, 'False');
		expect(await run()).toEqual({ [text]: 'Something', [form.flag]: false });
	});
});
