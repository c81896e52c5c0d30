import { byId } from './workspace';
import type { ResourceSamples, Workspace } from './workspace';

async function createSource(workspace: Workspace): Promise<string> {
	const source = { sync_behavior: 'api', url: 'https://docs.example.com' };
	const { id } = await workspace.send('POST', '/ai/content_import_sources', source);
	return String(id);
}

async function create(workspace: Workspace): Promise<string> {
	const { id } = await workspace.send('POST', '/ai/external_pages', {
		title: 'Returns policy',
		html: '<p>Send it back within 30 days</p>',
		url: 'https://docs.example.com/returns',
		locale: 'en',
		source_id: Number(await createSource(workspace)),
		external_id: 'returns-policy',
	});
	return String(id);
}

/** Samples of the external page operations. */
export const externalPage: ResourceSamples = {
	delete: async (workspace) => [{ parameters: { externalPageId: byId(await create(workspace)) } }],
	get: async (workspace) => [{ parameters: { externalPageId: byId(await create(workspace)) } }],
	getAll: async (workspace) => {
		await create(workspace);
		return [{ parameters: { returnAll: true } }];
	},
	update: async (workspace) => [
		{
			parameters: {
				externalPageId: byId(await create(workspace)),
				updateFields: {
					externalId: 'returns',
					finAvailability: true,
					html: '<p>Send it back within 60 days</p>',
					sourceId: await createSource(workspace),
					title: 'Returns',
					url: 'https://docs.example.com/new-returns',
				},
			},
		},
	],
	upsert: async (workspace) => [
		{
			parameters: {
				contentSourceId: byId(await createSource(workspace)),
				externalId: 'shipping',
				title: 'Shipping',
				html: '<p>Within two days</p>',
				additionalFields: {
					aiAgentAvailability: true,
					aiCopilotAvailability: false,
					url: 'https://docs.example.com/shipping',
				},
			},
		},
	],
};
