import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the macro operations. */
export const macro: ResourceSamples = {
	get: async (workspace) => [{ parameters: { macroId: byId(workspace.first('macros')) } }],
	getAll: async () => [
		{ parameters: { returnAll: true, pageOptions: { pageSize: 1 } } },
		{ parameters: { filters: { updatedSince: '2024-12-31T00:00:00Z' } } },
	],
};
