import type { Operation } from '../../engine/operation';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many subscription types',
	description: 'Get what contacts can opt into or out of',
	request: 'GET /subscription_types',
	parameters: [],
	simplify: {
		id: true,
		name: 'default_translation.name',
		description: 'default_translation.description',
		locale: 'default_translation.locale',
		state: true,
		consent_type: true,
		content_types: true,
	},
	list: { key: 'data', unpaged: true },
} satisfies Operation;
