import { byId } from './workspace';
import type { ResourceSamples, Workspace } from './workspace';

async function create(workspace: Workspace): Promise<string> {
	const source = { sync_behavior: 'api', url: 'https://docs.example.com' };
	const { id } = await workspace.send('POST', '/ai/content_import_sources', source);
	return String(id);
}

/** Samples of the content source operations. */
export const contentSource: ResourceSamples = {
	create: async () => [
		{ parameters: { url: 'https://docs.example.com' } },
		{
			parameters: {
				url: 'https://docs.example.com/beta',
				additionalFields: { audienceIds: '1, 2', status: 'deactivated' },
			},
		},
	],
	delete: async (workspace) => [{ parameters: { contentSourceId: byId(await create(workspace)) } }],
	get: async (workspace) => [{ parameters: { contentSourceId: byId(await create(workspace)) } }],
	getAll: async () => [{ parameters: { returnAll: true } }],
	update: async (workspace) => [
		{
			parameters: {
				contentSourceId: byId(await create(workspace)),
				updateFields: {
					applyAudienceToExistingContent: true,
					audienceIds: '3',
					status: 'active',
					url: 'https://docs.example.com/v2',
				},
			},
		},
	],
};
