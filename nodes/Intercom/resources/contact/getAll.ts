import type { Operation } from '../../engine/operation';
import { creationParts } from '../../search/creation-parts';
import { contactTable } from '../../search/fields/contact';
import { contactSummary } from './fields';

export const getAll = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many contacts',
	description: 'Get a list of contacts',
	request: 'GET /contacts',
	parameters: [],
	simplify: contactSummary,
	// The size is missing in the description; 150 is the documented maximum of older versions (intercom-api.md §5).
	list: {
		key: 'data',
		pageSize: { default: 50, max: 150 },
		cursor: true,
		parts: creationParts('/contacts/search', contactTable.dates, { byDefault: false }),
	},
} satisfies Operation;
