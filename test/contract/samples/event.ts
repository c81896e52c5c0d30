import { byId } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

async function ofEachName(workspace: Workspace): Promise<Sample[]> {
	const email = workspace.newEmail();
	const externalId = `customer ${email}`;
	const id = await workspace.user({ email, external_id: externalId });
	const event = { event_name: 'placed-order', created_at: Math.floor(Date.now() / 1000), id };
	await workspace.send('POST', '/events', event);
	return [
		{ parameters: { contactBy: 'id', contactId: byId(id) } },
		{ parameters: { contactBy: 'externalId', externalId } },
		{ parameters: { contactBy: 'email', email } },
	];
}

/** Samples of the event operations. */
export const event: ResourceSamples = {
	createSummary: async (workspace) => {
		const externalId = `customer ${workspace.newEmail()}`;
		await workspace.user({ external_id: externalId });
		return [
			{
				parameters: {
					externalId,
					eventName: 'logged-in',
					count: 7,
					first: '2025-01-01T00:00:00Z',
					last: '2026-01-01T00:00:00Z',
				},
			},
		];
	},
	getAll: ofEachName,
	getSummaries: ofEachName,
	track: async (workspace) => {
		const [byEachName, lead] = [await ofEachName(workspace), await workspace.lead()];
		return [
			...byEachName.map(({ parameters }) => ({
				parameters: { ...parameters, eventName: 'invited-friend' },
			})),
			{
				parameters: {
					contactId: byId(lead),
					eventName: 'placed-order',
					createdAt: '2026-03-01T09:30:00Z',
					metadata: {
						text: [{ name: 'order', value: '42' }],
						number: [{ name: 'items', value: 3 }],
						date: [{ name: 'due', value: '2026-04-01T00:00:00Z' }],
						price: [{ name: 'total', amount: 34999, currency: 'eur' }],
						link: [{ name: 'page', url: 'https://example.com/orders/42', value: 'Order 42' }],
					},
				},
			},
			{
				parameters: {
					contactId: byId(lead),
					eventName: 'cancelled-order',
					metadataInput: 'json',
					metadataJson: '{"order": "42", "refunded_date": 1772357400}',
				},
			},
		];
	},
};
