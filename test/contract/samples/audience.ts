import type { ResourceSamples } from './workspace';

/** Samples of the audience operations. */
export const audience: ResourceSamples = {
	getAll: async () => [{ parameters: {} }],
};
