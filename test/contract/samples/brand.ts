import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the brand operations. */
export const brand: ResourceSamples = {
	get: async (workspace) => [{ parameters: { brandId: byId(workspace.first('brands')) } }],
	getAll: async () => [{ parameters: {} }],
};
