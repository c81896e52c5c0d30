import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many ticket types',
	description: 'Get the ticket types of the workspace with their attributes and states',
	request: 'GET /ticket_types',
	parameters: [],
	list: { key: 'data', unpaged: true },
	simplify: {
		id: true,
		name: true,
		category: true,
		description: true,
		icon: true,
		archived: true,
		attributes: 'ticket_type_attributes.data.name',
		states: 'ticket_states.data.internal_label',
		created_at: true,
		updated_at: true,
	},
} satisfies Operation;
