import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

/** Samples of the ticket type operations. */
export const ticketType: ResourceSamples = {
	create: async () => [
		{
			parameters: {
				name: 'Bug',
				category: 'Back-office',
				additionalFields: { description: 'Something broke', icon: '🐞', isInternal: false },
			},
		},
	],
	get: async (workspace) => [
		{ parameters: { ticketTypeId: byId(workspace.ticketType('Complaint')) } },
	],
	getAll: async () => [{ parameters: { returnAll: true } }],
	update: async (workspace) => [
		{
			parameters: {
				ticketTypeId: byId(workspace.ticketType('Repair')),
				updateFields: {
					archived: false,
					category: 'Back-office',
					description: 'Work in the workshop',
					icon: '🔧',
					isInternal: false,
					name: 'Repair',
				},
			},
		},
	],
};
