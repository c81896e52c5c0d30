import { IntercomError } from '../../errors';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { route, type Route } from '../../route';
import { holds, wordsOf } from '../articles/search';
import { contentItems, type ContentItem } from './items';

/** Page size (2.16 `GET /content/search`). */
const PAGE = { default: 10, maximum: 50 };

type Query = Record<string, string | undefined>;

const FILTERS = [
	'states',
	'locales',
	'tag_ids',
	'tag_operator',
	'any_tag_ids',
	'folder_ids',
	'folder_entity_type',
	'content_types',
	'copilot_state',
	'fin_service_state',
	'fin_sales_state',
	'created_by_ids',
	'last_updated_by_ids',
	'created_at_after',
	'created_at_before',
	'updated_at_after',
	'updated_at_before',
] as const;

/** Search over all knowledge (2.16 `GET /content/search`). */
export const contentSearchRoutes: Route[] = [
	route({
		operation: 'GET /content/search',
		scope: 'read_content',
		query: ['query', ...FILTERS, ...PAGE_QUERY],
		handle(request) {
			const { query } = request;
			refuseBadQuery(query);
			const words = wordsOf(query.query);
			const found = contentItems(request).filter(
				(item) => holds(item.words, words) && passes(item, query),
			);
			const { rows, total, pages } = numberedPage(request, found, PAGE, 'url');
			return {
				type: 'list',
				total_count: total,
				pages: { ...pages, prev: null },
				data: rows.map((item) => item.result),
			};
		},
	}),
];

function invalid(message: string): IntercomError {
	return new IntercomError(422, 'data_invalid', message);
}

function refuseBadQuery(query: Query): void {
	if ((query.query ?? '').length > 500) throw invalid('query is too long');
	if (query.folder_ids && query.folder_entity_type !== 'folder') {
		throw invalid('folder_entity_type is required with folder_ids');
	}
	if (query.tag_ids && !['IN', 'NIN'].includes(query.tag_operator ?? '')) {
		throw invalid('tag_operator must be IN or NIN');
	}
}

/** Whether a filter is absent, or one of the item's values is among its comma-separated ones. */
function among(filter: string | undefined, values: ReadonlyArray<string | null>): boolean {
	return filter === undefined || filter.split(',').some((wanted) => values.includes(wanted));
}

function switched(filter: string | undefined, isOn: boolean): boolean {
	return filter === undefined || (filter === 'on') === isOn;
}

function within(time: number, after: string | undefined, before: string | undefined): boolean {
	return time >= Number(after ?? 0) && time <= Number(before ?? Infinity);
}

function passes(item: ContentItem, query: Query): boolean {
	const tagged = query.tag_ids === undefined || among(query.tag_ids, item.tagIds);
	const negated = query.tag_ids !== undefined && query.tag_operator === 'NIN';
	return (
		tagged !== negated &&
		among(query.any_tag_ids, item.tagIds) &&
		among(query.states, item.states) &&
		among(query.locales, item.locales) &&
		among(query.folder_ids, [item.folderId]) &&
		among(query.content_types, [item.kind]) &&
		among(query.created_by_ids, item.createdBy) &&
		among(query.last_updated_by_ids, item.updatedBy) &&
		switched(query.copilot_state, item.ai_copilot_availability) &&
		switched(query.fin_service_state, item.ai_chatbot_availability) &&
		switched(query.fin_sales_state, item.ai_sales_agent_availability) &&
		within(item.created_at, query.created_at_after, query.created_at_before) &&
		within(item.updated_at, query.updated_at_after, query.updated_at_before)
	);
}
