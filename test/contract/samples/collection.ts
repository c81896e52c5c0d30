import { byId } from './workspace';
import type { ResourceSamples, Workspace } from './workspace';

async function create(workspace: Workspace): Promise<string> {
	const { id } = await workspace.send('POST', '/help_center/collections', { name: 'Shipping' });
	return String(id);
}

/** Samples of the collection operations. */
export const collection: ResourceSamples = {
	create: async (workspace) => [
		{
			parameters: {
				name: 'Returns',
				additionalFields: {
					description: 'How to send things back',
					helpCenterId: workspace.first('helpCenters'),
					parentId: await create(workspace),
				},
				translatedContent: {
					translation: [{ locale: 'fr', name: 'Retours', description: 'Renvoyer un article' }],
				},
			},
		},
	],
	delete: async (workspace) => [{ parameters: { collectionId: byId(await create(workspace)) } }],
	get: async (workspace) => [{ parameters: { collectionId: byId(await create(workspace)) } }],
	getAll: async () => [{ parameters: { returnAll: true, pageOptions: { pageSize: 1 } } }],
	update: async (workspace) => [
		{
			parameters: {
				collectionId: byId(await create(workspace)),
				updateFields: { name: 'Shipping and returns', parentId: await create(workspace) },
			},
		},
	],
};
