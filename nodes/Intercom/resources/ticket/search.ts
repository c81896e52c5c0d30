import type { ListSettings, Operation } from '../../engine/operation';
import { creationParts } from '../../search/creation-parts';
import { ticketTable } from '../../search/fields/ticket';
import { searchParameters } from '../../search/parameters';
import { prepareSearch } from '../../search/prepare';
import { readSort, sortParameter } from '../../search/sort';
import { ticketSummary } from './fields';

// Tickets come whole, with their parts, so pages are kept small (intercom-api.md §5).
const list: ListSettings = {
	key: 'tickets',
	pageSize: { default: 20, max: 50 },
	pagingIn: 'body',
	cursor: true,
	parts: creationParts('/tickets/search', ticketTable.dates, { byDefault: true }),
};

export const search = {
	name: 'Search',
	value: 'search',
	action: 'Search tickets',
	description:
		'Find tickets by type, state, assignee, dates, contact or any attribute; also the way to list them all',
	requests: ['POST /tickets/search', 'GET /me', 'GET /ticket_types'],
	parameters: [
		...searchParameters(ticketTable, {
			hint: 'Intercom has no list of tickets: to get all, look for those created after a day long ago',
			example: "open = true AND created_at > '2026-01-31' AND ticket_attribute.Priority = 'High'",
		}),
		sortParameter(ticketTable),
	],
	simplify: ticketSummary,
	list,
	run: async (context) => {
		const { query, keep } = await prepareSearch(context, ticketTable);
		const sort = readSort(context.values.sort);
		const body = sort === undefined ? { query } : { query, sort };
		return context.list({ method: 'POST', path: '/tickets/search', body, list }, keep);
	},
} satisfies Operation;
