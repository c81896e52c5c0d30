import { describe, expect, it } from '@jest/globals';
import { usePlayground } from './support/playground';
import { chain, intercomNode, itemsNode, mapping, START } from './support/workflows';

describe('workflow', () => {
	const playground = usePlayground();

	it('creates and updates contacts with typed attributes', async () => {
		const { client, credential, emulator } = playground();
		const { fields } = await client.mapperFields({
			nodeType: 'n8n-nodes-intercom.intercom',
			path: 'parameters.customAttributes',
			methodName: 'getContactAttributes',
			parameters: { authentication: 'accessToken', resource: 'contact', operation: 'upsert' },
			credential,
		});
		const upsert = intercomNode('Sync', credential, {
			resource: 'contact',
			operation: 'upsert',
			externalId: '={{ $json.externalId }}',
			email: '={{ $json.email }}',
			additionalFields: { name: '={{ $json.name }}' },
			customAttributesInput: 'mapping',
			customAttributes: mapping(fields, { plan: 'team', seats: '={{ $json.seats }}' }),
		});
		const customers = [
			{
				externalId: 'customer-101',
				email: 'billing.manager@example.com',
				name: 'Chief Accountant',
				seats: '12',
			},
			{
				externalId: 'customer-900',
				email: 'new.customer@example.com',
				name: 'New Customer',
				seats: '3',
			},
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
		expect(updated).toMatchObject({
			external_id: 'customer-101',
			name: 'Chief Accountant',
			custom_attributes: { plan: 'team', seats: 12 },
		});
		expect(created).toMatchObject({
			email: 'new.customer@example.com',
			role: 'user',
			custom_attributes: { plan: 'team', seats: 3 },
		});
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
});
