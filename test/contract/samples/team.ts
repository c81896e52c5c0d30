import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the team operations. */
export const team: ResourceSamples = {
	get: async (workspace) => [{ parameters: { teamId: byId(workspace.first('teams')) } }],
	getAll: async () => [{ parameters: {} }],
	getMetrics: async (workspace) => [
		{ parameters: { teamId: byId(workspace.first('teams')), idleThreshold: 600 } },
	],
};
