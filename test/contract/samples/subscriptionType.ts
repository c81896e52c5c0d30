import type { ResourceSamples } from './workspace';

/** Samples of the subscription type operations. */
export const subscriptionType: ResourceSamples = {
	getAll: async () => [{ parameters: {} }],
};
