import type { ResourceSamples } from './workspace';

/** Samples of the note operations. */
export const note: ResourceSamples = {
	get: async (workspace) => {
		const user = await workspace.user();
		const { id } = await workspace.send('POST', `/contacts/${user}/notes`, { body: 'Called back' });
		return [{ parameters: { noteId: String(id) } }];
	},
};
