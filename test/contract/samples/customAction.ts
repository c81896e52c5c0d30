import type { ResourceSamples } from './workspace';

/** Samples of the custom action, which declares no routes. */
export const customAction: ResourceSamples = {
	call: async (workspace) => [
		{ parameters: { method: 'GET', path: '/me' } },
		{
			parameters: {
				method: 'POST',
				path: '/contacts',
				body: JSON.stringify({ role: 'lead', email: workspace.newEmail() }),
			},
		},
	],
};
