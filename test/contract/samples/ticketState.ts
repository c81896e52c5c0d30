import type { ResourceSamples } from './workspace';

/** Samples of the ticket state operations. */
export const ticketState: ResourceSamples = {
	getAll: async () => [{ parameters: { returnAll: true } }],
};
