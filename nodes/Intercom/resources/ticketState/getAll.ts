import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket states',
	description: 'Get the ticket states of the workspace, custom ones too, with their ticket types',
	request: 'GET /ticket_states',
	parameters: [],
	list: { key: 'data', unpaged: true },
	simplify: {
		id: true,
		category: true,
		internal_label: true,
		external_label: true,
		archived: true,
		ticket_types: 'ticket_types.data.name',
	},
} satisfies Operation;
