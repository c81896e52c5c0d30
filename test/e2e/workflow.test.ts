import { describe, expect, it } from '@jest/globals';
import { usePlayground } from './support/playground';
import { chain, intercomNode, itemsNode, START } from './support/workflows';

describe('workflow', () => {
	const playground = usePlayground();

	it('creates and updates contacts, and what n8n shows is what Intercom has', async () => {
		const { client, credential, emulator } = playground();
		const upsert = intercomNode('Sync', credential, {
			resource: 'contact',
			operation: 'upsert',
			externalId: '={{ $json.externalId }}',
			email: '={{ $json.email }}',
			additionalFields: { name: '={{ $json.name }}' },
		});
		const customers = [
			{
				externalId: 'customer-101',
				email: 'billing.manager@example.com',
				name: 'Chief Accountant',
			},
			{ externalId: 'customer-900', email: 'new.customer@example.com', name: 'New Customer' },
		];
		const workflow = await client.createWorkflow(
			chain('Sync', ...itemsNode('Customers', customers), upsert),
		);

		const { status, runData } = await client.runWorkflow(workflow, START);

		expect(status).toBe('success');
		const items = runData.Sync[0].data?.main[0] ?? [];
		expect(items.map(({ json, pairedItem }) => [json.name, json._action, pairedItem])).toEqual([
			['Chief Accountant', 'updated', { item: 0 }],
			['New Customer', 'created', { item: 1 }],
		]);
		const [updated, created] = items.map(({ json }) =>
			emulator.state.contacts.get(String(json.id)),
		);
		expect(updated).toMatchObject({ external_id: 'customer-101', name: 'Chief Accountant' });
		expect(created).toMatchObject({ email: 'new.customer@example.com', role: 'user' });
	});

	it('takes values from earlier items across nodes', async () => {
		const { client, credential, emulator } = playground();
		const find = intercomNode('Find', credential, {
			resource: 'contact',
			operation: 'get',
			by: 'externalId',
			externalId: 'customer-103',
		});
		const send = intercomNode('Send', credential, {
			resource: 'message',
			operation: 'send',
			messageType: 'inapp',
			contactId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			recipientType: '={{ $json.role }}',
			body: "=Hello, {{ $('Find').item.json.name }}!",
		});
		const workflow = await client.createWorkflow(chain('Greet', find, send));

		const { status, runData } = await client.runWorkflow(workflow, START);

		expect(status).toBe('success');
		const [message] = runData.Send[0].data?.main[0] ?? [];
		expect(message.json).toMatchObject({ message_type: 'inapp', body: 'Hello, Head of Support!' });
		expect([...emulator.state.messages.values()]).toMatchObject([
			{ message_type: 'inapp', body: 'Hello, Head of Support!' },
		]);
	});

	it('fills a searched drop-down page by page', async () => {
		const { client, credential, emulator } = playground();
		const request = {
			nodeType: 'n8n-nodes-intercom.intercom',
			path: 'parameters.contactId',
			methodName: 'searchContacts',
			// The editor sends every parameter, also those that have their default value.
			parameters: { authentication: 'accessToken', resource: 'contact', operation: 'update' },
			credential,
		};
		const found = await client.searchList({ ...request, filter: 'Head of' });
		expect(found.results.map(({ name }) => name).sort()).toEqual([
			'Head of Operations – head.of.operations@example.com',
			'Head of Support – head.of.support@example.com',
		]);

		const names = new Set<string>();
		let paginationToken: string | undefined;
		do {
			const page = await client.searchList({ ...request, paginationToken });
			page.results.forEach(({ value }) => names.add(String(value)));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken);
		expect(names.size).toBe(emulator.state.contacts.size);
	});
});
