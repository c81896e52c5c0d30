import type { ResourceSamples } from './workspace';

/** Samples of the operations on sender addresses. */
export const email: ResourceSamples = {
	getAll: async () => [{ parameters: {} }],
};
