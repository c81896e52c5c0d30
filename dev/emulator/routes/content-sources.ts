import { bodyOf, flag, integer, oneOfTexts, text } from '../body-schema';
import { parameterInvalid, resourceNotFound } from '../errors';
import type { ContentSource } from '../knowledge/records';
import { dated, target } from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { Answer, route, type Route, type RouteRequest } from '../route';

/** Page size of content sources (2.16's example of the answer; the maximum is inferred). */
const PAGE = { default: 50, maximum: 150 };

/** Body of 2.16 `create_content_import_source_request` and its sister for changes. */
interface SourceBody {
	/** What answers call `automatic` is written `automated` (2.16). */
	sync_behavior: 'api' | 'automated' | 'manual';
	url: string;
	status?: ContentSource['status'];
	audience_ids?: number | number[] | null;
	apply_audience_to_existing_content?: boolean;
}

const fields = {
	url: text,
	status: oneOfTexts('active', 'deactivated'),
	audience_ids: { type: ['integer', 'array', 'null'], items: integer },
} as const;

const ONE = '/ai/content_import_sources/{source_id}';

/** Sources of external pages (2.16, AI Content). The scopes are inferred. */
export const contentSourceRoutes: Route[] = [
	route({
		operation: 'GET /ai/content_import_sources',
		scope: 'read_ai_content',
		query: PAGE_QUERY,
		handle(request) {
			const sources = [...request.state.contentSources.values()];
			const { rows, total, pages } = numberedPage(request, sources, PAGE, 'url');
			return { type: 'list', pages, total_count: total, data: rows.map(present) };
		},
	}),
	route<SourceBody>({
		operation: 'POST /ai/content_import_sources',
		scope: 'write_ai_content',
		body: bodyOf({ ...fields, sync_behavior: oneOfTexts('api') }, ['sync_behavior', 'url']),
		handle(request) {
			const { state, clock, body } = request;
			const source: ContentSource = {
				id: state.identifiers.nextNumber('contentSource'),
				sync_behavior: 'api',
				status: 'active',
				url: body.url,
				audience_ids: [],
				created_at: clock.seconds(),
				last_synced_at: clock.seconds(),
				...changesOf(request),
				...dated(request),
			};
			state.contentSources.set(source.id, source);
			return present(source);
		},
	}),
	route({
		operation: `GET ${ONE}`,
		scope: 'read_ai_content',
		handle: (request) => present(targetSource(request)),
	}),
	route<SourceBody>({
		operation: `PUT ${ONE}`,
		scope: 'write_ai_content',
		body: bodyOf(
			{
				...fields,
				sync_behavior: oneOfTexts('api', 'automated', 'manual'),
				apply_audience_to_existing_content: flag,
			},
			['sync_behavior', 'url'],
		),
		handle(request) {
			const source = targetSource(request);
			refuseChange(source, request.body);
			const { sync_behavior: sync } = request.body;
			const changed: ContentSource = {
				...source,
				sync_behavior: sync === 'automated' ? 'automatic' : sync,
				...changesOf(request),
				...dated(request),
			};
			request.state.contentSources.set(changed.id, changed);
			return present(changed);
		},
	}),
	route({
		operation: `DELETE ${ONE}`,
		scope: 'write_ai_content',
		handle(request) {
			const { state } = request;
			const { id } = targetSource(request);
			for (const page of state.externalPages.find('source', id)) {
				state.externalPages.delete(page.id);
			}
			state.contentSources.delete(id);
			return new Answer(204);
		},
	}),
];

function targetSource({ state, params }: RouteRequest): ContentSource {
	return target(state.contentSources, params.source_id, resourceNotFound());
}

function changesOf({ body }: RouteRequest<SourceBody>): Partial<ContentSource> {
	const { url, status, audience_ids: audiences } = body;
	return {
		url,
		...(status === undefined ? {} : { status }),
		...(audiences === undefined
			? {}
			: { audience_ids: audiences === null ? [] : [audiences].flat() }),
	};
}

/** Both rules are 2.16's (`update_content_import_source_request`); the wording is inferred. */
function refuseChange(source: ContentSource, body: SourceBody): void {
	const isApi = source.sync_behavior === 'api';
	if (isApi !== (body.sync_behavior === 'api')) {
		throw parameterInvalid('sync_behavior cannot be changed to or from api', 'sync_behavior');
	}
	if (!isApi && body.url !== source.url) {
		throw parameterInvalid('url can only be changed if sync_behavior is api', 'url');
	}
}

/** A source in the shape of 2.16 `content_import_source`. */
function present(source: ContentSource): object {
	return { type: 'content_import_source', ...source, id: Number(source.id) };
}
