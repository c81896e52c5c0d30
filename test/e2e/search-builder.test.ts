import { describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';
import type { CredentialReference } from '../../dev/n8n/rest';
import { useEditor } from './support/editor';
import { usePlayground } from './support/playground';
import { pollingTrigger } from './support/trigger-workflows';
import { chain, intercomNode } from './support/workflows';

/** A kind of record to search for, and fields of it whose types differ. */
interface Records {
	resource: string;
	/** The field that a new condition begins with. */
	usual: string;
	text: [label: string, field: string];
	boolean: [label: string, field: string];
}

const kinds: Records[] = [
	{
		resource: 'contact',
		usual: 'Email',
		text: ['Name', 'name'],
		boolean: ['Has Hard Bounced', 'has_hard_bounced'],
	},
	{
		resource: 'conversation',
		usual: 'State',
		text: ['Source Subject', 'source.subject'],
		boolean: ['Read', 'read'],
	},
	{ resource: 'ticket', usual: 'State', text: ['Title', 'title'], boolean: ['Open', 'open'] },
];

/** Where the builder stands: the node with nothing chosen but what it is about. */
const places: Array<[string, (resource: string, credential: CredentialReference) => INode]> = [
	[
		'search',
		(resource, credential) =>
			intercomNode('Builder', credential, { resource, operation: 'search' }),
	],
	[
		'polling trigger',
		(resource, credential) => ({
			...pollingTrigger(credential, { resource }),
			name: 'Builder',
		}),
	],
];

describe.each(places)('The search builder of the %s', (place, nodeFor) => {
	const playground = usePlayground();
	const openEditor = useEditor();

	it.each(kinds)('is valid with every click, for each $resource', async (records) => {
		const { client, credential, emulator } = playground();
		const node = nodeFor(records.resource, credential);
		const workflow =
			place === 'search' ? chain('Build', node) : { name: 'Build', nodes: [node], connections: {} };
		const { id } = await client.createWorkflow(workflow);
		const editor = await openEditor(playground());
		await editor.stretch(1_300);
		await editor.openWorkflow(id);
		await editor.openNode('Builder');
		if (place !== 'search') await editor.choose('filterBy', 'Builder');

		await editor.press('Add Group');
		await editor.press('Add Condition');
		await editor.parameter('field').waitFor();
		expect(await editor.redMarks()).toEqual([]);
		expect(await editor.chosen('field')).toBe(records.usual);
		expect(await editor.chosen('textOperator')).toBe('Is');

		await editor.choose('textOperator', 'Contains');
		await editor.choose('field', 'Created At');
		await editor.parameter('dateOperator').waitFor();
		expect(await editor.redMarks()).toEqual([]);
		expect(await editor.chosen('dateOperator')).toBe('Is After');

		await editor.choose('field', records.boolean[0]);
		await editor.parameter('booleanOperator').waitFor();
		expect(await editor.redMarks()).toEqual([]);
		expect(await editor.chosen('booleanOperator')).toBe('Is');

		await editor.press('Add Condition');
		await editor.choose('field', records.text[0]);
		await editor.choose('textOperator', 'Contains');
		await editor.fill('text', 'Order 12');
		expect(await editor.redMarks()).toEqual([]);

		const searched = new Promise<string>((resolve) => {
			emulator.onExchange(({ request }) => {
				if (request.path === `/${records.resource}s/search`) resolve(JSON.stringify(request.body));
			});
		});
		await editor.execute();
		const query = await searched;
		const [flag, text] = [records.boolean[1], records.text[1]];
		expect(query).toContain(JSON.stringify({ field: flag, operator: '=', value: true }));
		expect(query).toContain(JSON.stringify({ field: text, operator: '~', value: 'Order 12' }));
	});
});
