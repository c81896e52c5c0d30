import type { ResourceSamples } from './workspace';

/** Samples of the job operations. */
export const job: ResourceSamples = {
	get: async (workspace) => {
		const { id } = await workspace.send('POST', '/tickets/enqueue', {
			ticket_type_id: workspace.ticketType('Repair'),
			contacts: [{ id: await workspace.user() }],
		});
		return [{ parameters: { jobId: id } }, { parameters: { jobId: id, wait: true } }];
	},
};
