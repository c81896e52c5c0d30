import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the tag operations. */
export const tag: ResourceSamples = {
	addToContacts: async (workspace) => [
		{
			parameters: {
				name: 'Customer',
				contactIds: `${await workspace.user()}, ${await workspace.user()}`,
			},
		},
	],
	create: async () => [{ parameters: { name: 'Fresh' } }],
	delete: async (workspace) => {
		const { id } = await workspace.send('POST', '/tags', { name: 'Outdated' });
		return [{ parameters: { tagId: byId(String(id)) } }];
	},
	get: async (workspace) => [{ parameters: { tagId: byId(await workspace.tag()) } }],
	getAll: async () => [{ parameters: {} }],
	update: async (workspace) => {
		const { id } = await workspace.send('POST', '/tags', { name: 'Misspelt' });
		return [{ parameters: { tagId: byId(String(id)), name: 'Spelt right' } }];
	},
};
