import { byId } from './workspace';
import type { ResourceSamples, Sample, Workspace } from './workspace';

let pages = 0;

function newAddress(): string {
	pages += 1;
	return `https://help.example.com/acme/old-page-${pages}`;
}

async function onRedirect(workspace: Workspace): Promise<Sample[]> {
	const center = workspace.first('helpCenters');
	const redirect = {
		from_url: newAddress(),
		locale: 'en',
		target_type: 'article',
		target_id: await workspace.article(),
	};
	const path = `/help_center/help_centers/${center}/redirects`;
	const { id } = await workspace.send('POST', path, redirect);
	return [{ parameters: { helpCenterId: byId(center), redirectId: String(id) } }];
}

/** Samples of the help center operations. */
export const helpCenter: ResourceSamples = {
	createRedirect: async (workspace) => {
		const helpCenterId = byId(workspace.first('helpCenters'));
		return [
			{
				parameters: {
					helpCenterId,
					fromUrl: newAddress(),
					targetType: 'article',
					articleId: byId(await workspace.article()),
				},
			},
			{
				parameters: {
					helpCenterId,
					fromUrl: newAddress(),
					targetType: 'collection',
					collectionId: byId(workspace.first('helpCenterCollections')),
					locale: 'fr',
				},
			},
		];
	},
	deleteRedirect: onRedirect,
	get: async (workspace) => [
		{ parameters: { helpCenterId: byId(workspace.first('helpCenters')) } },
	],
	getAll: async () => [{ parameters: {} }],
	getRedirect: onRedirect,
	getRedirects: async (workspace) => {
		const [{ parameters }] = await onRedirect(workspace);
		return [{ parameters: { helpCenterId: parameters.helpCenterId } }];
	},
};
