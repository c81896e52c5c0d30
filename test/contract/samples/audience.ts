import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the audience operations. */
export const audience: ResourceSamples = {
	get: async () => [{ parameters: { audienceId: byId('801') } }],
	getAll: async () => [{ parameters: {} }],
};
