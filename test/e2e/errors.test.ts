import { describe, expect, it } from '@jest/globals';
import { usePlayground } from './support/playground';
import { chain, intercomNode, itemsNode, START } from './support/workflows';

describe('errors', () => {
	const playground = usePlayground();

	/** Reads three contacts, the second of which does not exist. */
	async function runWith(onError?: 'continueRegularOutput' | 'continueErrorOutput') {
		const { client, credential } = playground();
		const read = intercomNode(
			'Read',
			credential,
			{
				resource: 'contact',
				operation: 'get',
				by: 'externalId',
				externalId: '={{ $json.customer }}',
			},
			{ onError },
		);
		const customers = ['customer-101', 'customer-404', 'customer-102'];
		const items = itemsNode(
			'Customers',
			customers.map((customer) => ({ customer })),
		);
		const workflow = await client.createWorkflow(chain('Read contacts', ...items, read));
		return await client.runWorkflow(workflow, START);
	}

	it('stop the workflow with a text that says what happened and what to do', async () => {
		const { status, error, runData } = await runWith();
		expect(status).toBe('error');
		expect(error?.message).toMatch(/customer-404/);
		expect(error?.description).toBeTruthy();
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(runData.Read[0].executionStatus).toBe('error');
	});

	it('become items when the node continues', async () => {
		const { status, runData } = await runWith('continueRegularOutput');
		expect(status).toBe('success');
		const items = runData.Read[0].data?.main[0] ?? [];
		expect(items.map(({ json }) => json.name ?? json.error)).toEqual([
			'Billing Manager',
			expect.stringContaining('customer-404'),
			'Head of Operations',
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	it('leave by the error output with the item they belong to', async () => {
		const { status, runData } = await runWith('continueErrorOutput');
		expect(status).toBe('success');
		const [regular, failed] = runData.Read[0].data?.main ?? [];
		expect(regular?.map(({ json }) => json.name)).toEqual([
			'Billing Manager',
			'Head of Operations',
		]);
		expect(failed).toHaveLength(1);
		expect(failed?.[0].json).toEqual({
			customer: 'customer-404',
			error: expect.stringContaining('customer-404'),
		});
	});

	it('name the credential when the token is not accepted, and never show it', async () => {
		const { client, emulator } = playground();
		const token = 'a-token-that-was-revoked';
		const credential = await client.createCredential('Wrong token', 'intercomAccessTokenApi', {
			accessToken: token,
			region: 'us',
			baseUrl: emulator.url,
		});
		const workflow = await client.createWorkflow(
			chain(
				'Wrong token',
				intercomNode('Read', credential, { resource: 'contact', operation: 'getAll' }),
			),
		);
		const execution = await client.runWorkflow(workflow, START);
		expect(execution.error?.message).toContain('Intercom did not accept the access token');
		expect(execution.error?.description).toMatch(/region/i);
		expect(JSON.stringify(execution)).not.toContain(token);
	});
});
