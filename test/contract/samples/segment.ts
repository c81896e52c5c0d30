import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the segment operations. */
export const segment: ResourceSamples = {
	get: async (workspace) => [{ parameters: { segmentId: byId(workspace.first('segments')) } }],
	getAll: async () => [{ parameters: { includeCount: true } }],
};
