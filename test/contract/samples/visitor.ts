import type { ResourceSamples } from './workspace';

/** Samples of the visitor operations. */
export const visitor: ResourceSamples = {
	convert: async (workspace) => [
		{
			parameters: {
				visitorBy: 'userId',
				userId: workspace.visitor(),
				type: 'user',
				contactBy: 'email',
				email: workspace.newEmail(),
			},
		},
		{
			parameters: {
				visitorBy: 'userId',
				userId: workspace.visitor(),
				type: 'lead',
				contactBy: 'externalId',
				externalId: 'converted-lead',
			},
		},
	],
	get: async (workspace) => [{ parameters: { userId: workspace.visitor() } }],
	update: async (workspace) => [
		{
			parameters: {
				visitorBy: 'userId',
				userId: workspace.visitor(),
				updateFields: { name: 'Curious', customAttributes: '{"plan": "trial"}' },
			},
		},
	],
};
