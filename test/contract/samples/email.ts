import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the operations on sender addresses. */
export const email: ResourceSamples = {
	get: async () => [{ parameters: { emailId: byId('1') } }],
	getAll: async () => [{ parameters: {} }],
};
