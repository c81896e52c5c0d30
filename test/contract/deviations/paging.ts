import type { Deviation } from './deviation';

/**
 * Adds query parameters that turn pages to an operation that has none.
 *
 * @param described how many parameters the description gives it
 */
function paging(path: string, described: number, names: string[], source: string): Deviation {
	const pointer = `/paths/${path.replaceAll('/', '~1')}/get/parameters`;
	return {
		operations: `GET ${path}`,
		reason: 'The list has pages, but not the parameters to turn them',
		source,
		changes: names.map((name, index) => ({
			pointer: `${pointer}/${described + index}`,
			was: undefined,
			now: {
				name,
				in: 'query',
				schema: { type: 'integer', minimum: 1 },
			},
		})),
	};
}

const ofClient = 'intercom-client sends both with this operation';
const ofAnswer = "the description's own example of the answer has numbered pages";

/** Lists whose further pages the description gives no way to ask for. */
export const pagingDeviations: Deviation[] = [
	paging('/articles', 1, ['page', 'per_page'], ofClient),
	paging('/help_center/collections', 1, ['page', 'per_page'], ofClient),
	paging('/articles/search', 5, ['page'], ofAnswer),
	paging('/internal_articles', 1, ['page'], ofAnswer),
	paging('/internal_articles/search', 2, ['page'], ofAnswer),
	paging('/ai/content_import_sources', 1, ['page', 'per_page'], ofAnswer),
	paging('/ai/external_pages', 1, ['page', 'per_page'], ofAnswer),
	paging('/companies/{company_id}/contacts', 2, ['page'], ofAnswer),
	paging('/companies/{company_id}/notes', 2, ['page'], ofAnswer),
	paging('/admins/activity_logs', 3, ['page'], ofAnswer),
	paging(
		'/events',
		4,
		['per_page', 'before'],
		'the prose of the operation; the address of the next page in the schema data_event_list',
	),
];
