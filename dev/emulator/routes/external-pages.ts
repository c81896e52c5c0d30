import { bodyOf, flag, integer, oneOfTexts, text } from '../body-schema';
import { parameterInvalid, resourceNotFound } from '../errors';
import type { ExternalPage } from '../knowledge/records';
import { dated, target } from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { route, type Route, type RouteRequest, type Workspace } from '../route';

/** Page size of external pages (2.16's example of the answer; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/** Body of 2.16 `create_external_page_request` and `update_external_page_request`. */
interface PageBody {
	title: string;
	html: string;
	url?: string;
	locale: 'en';
	source_id: number;
	external_id?: string;
	ai_agent_availability?: boolean;
	ai_copilot_availability?: boolean;
	fin_availability?: boolean;
}

const fields = {
	title: text,
	html: text,
	url: text,
	locale: oneOfTexts('en'),
	source_id: integer,
	external_id: text,
};

const ONE = '/ai/external_pages/{page_id}';

/** External pages (2.16, AI Content). The scopes are inferred. */
export const externalPageRoutes: Route[] = [
	route({
		operation: 'GET /ai/external_pages',
		scope: 'read_ai_content',
		query: PAGE_QUERY,
		handle(request) {
			const all = [...request.state.externalPages.values()].reverse();
			const { rows, total, pages } = numberedPage(request, all, PAGE, 'url');
			return { type: 'list', pages, total_count: total, data: rows.map(present) };
		},
	}),
	route<PageBody>({
		operation: 'POST /ai/external_pages',
		scope: 'write_ai_content',
		body: bodyOf({ ...fields, ai_agent_availability: flag, ai_copilot_availability: flag }, [
			'title',
			'html',
			'locale',
			'source_id',
			'external_id',
		]),
		handle(request) {
			const { state, clock, body } = request;
			const { source_id: source, external_id: externalId = '' } = body;
			refuseSource(request, source);
			const known = state.externalPages.find('externalId', `${source}:${externalId}`).at(0);
			const page: ExternalPage = {
				id: known?.id ?? state.identifiers.nextNumber('externalPage'),
				ai_agent_availability: false,
				ai_copilot_availability: false,
				created_at: clock.seconds(),
				...known,
				...body,
				external_id: externalId,
				last_ingested_at: clock.seconds(),
				...dated(request),
			};
			state.externalPages.set(page.id, page);
			return present(page);
		},
	}),
	route({
		operation: `GET ${ONE}`,
		scope: 'read_ai_content',
		handle: (request) => present(targetPage(request)),
	}),
	route<PageBody>({
		operation: `PUT ${ONE}`,
		scope: 'write_ai_content',
		body: bodyOf({ ...fields, fin_availability: flag }, [
			'title',
			'html',
			'url',
			'locale',
			'source_id',
		]),
		handle(request) {
			const { state, clock, body } = request;
			const page = targetPage(request);
			refuseSource(request, body.source_id);
			const { fin_availability: fin, ...changes } = body;
			const changed: ExternalPage = {
				...page,
				...changes,
				...(fin === undefined ? {} : { ai_agent_availability: fin, ai_copilot_availability: fin }),
				external_id: body.external_id ?? page.external_id,
				last_ingested_at: clock.seconds(),
				...dated(request),
			};
			state.externalPages.set(changed.id, changed);
			return present(changed);
		},
	}),
	route({
		operation: `DELETE ${ONE}`,
		scope: 'write_ai_content',
		handle(request) {
			const page = targetPage(request);
			request.state.externalPages.delete(page.id);
			return present(page);
		},
	}),
];

function targetPage({ state, params }: RouteRequest): ExternalPage {
	return target(state.externalPages, params.page_id, resourceNotFound());
}

/** Pages can only be written where the source is kept by the API (2.16); the wording is inferred. */
function refuseSource({ state }: Workspace, id: number): void {
	if (state.contentSources.get(String(id))?.sync_behavior !== 'api') {
		throw parameterInvalid('source_id must be a content import source with sync_behavior api');
	}
}

/** A page in the shape of 2.16 `external_page`. */
function present(page: ExternalPage): object {
	const { ai_agent_availability: agent, ai_copilot_availability: copilot } = page;
	return {
		type: 'external_page',
		...page,
		ai_sales_agent_availability: false,
		fin_availability: agent && copilot,
	};
}
