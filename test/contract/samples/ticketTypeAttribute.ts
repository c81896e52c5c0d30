import { byId } from './workspace';
import type { ResourceSamples } from './workspace';

const displayed = {
	requiredToCreate: false,
	requiredToCreateForContacts: false,
	visibleOnCreate: true,
	visibleToContacts: false,
};

/** Samples of the ticket type attribute operations. */
export const ticketTypeAttribute: ResourceSamples = {
	create: async (workspace) => {
		const ticketTypeId = byId(workspace.ticketType('Question'));
		const common = { ticketTypeId, description: 'Asked at the counter' };
		const dataTypes = ['boolean', 'datetime', 'decimal', 'integer'];
		return [
			...dataTypes.map((dataType) => ({
				parameters: { ...common, name: `A ${dataType}`, dataType },
			})),
			{
				parameters: {
					...common,
					name: 'Department',
					dataType: 'list',
					listItems: 'Sales, Service',
					additionalFields: displayed,
				},
			},
			{
				parameters: {
					...common,
					name: 'Details',
					dataType: 'string',
					additionalFields: { multiline: true },
				},
			},
			{
				parameters: {
					...common,
					name: 'Scans',
					dataType: 'files',
					additionalFields: { allowMultipleValues: true },
				},
			},
		];
	},
	getAll: async (workspace) => [
		{ parameters: { ticketTypeId: byId(workspace.ticketType('Complaint')) } },
	],
	update: async (workspace) => {
		const ticketType = workspace.ticketType('Complaint');
		const { id } = await workspace.send('POST', `/ticket_types/${ticketType}/attributes`, {
			name: 'Channel',
			description: 'Where it came from',
			data_type: 'list',
			list_items: 'Phone,Letter',
		});
		return [
			{
				parameters: {
					ticketTypeId: byId(ticketType),
					attributeId: byId(String(id)),
					updateFields: {
						...displayed,
						archived: true,
						description: 'How it reached us',
						listItems: 'Phone, Letter, Fax',
						name: 'Way In',
					},
				},
			},
		];
	},
};
