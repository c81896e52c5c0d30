import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the audience operations. */
export const audience: ResourceSamples = {
	delete: async () => [{ parameters: { audienceId: byId('802') } }],
	get: async () => [{ parameters: { audienceId: byId('801') } }],
	getAll: async () => [{ parameters: {} }],
};
