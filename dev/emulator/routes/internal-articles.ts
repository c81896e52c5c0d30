import { bodyOf, integer, text } from '../body-schema';
import { resourceNotFound } from '../errors';
import type { Availability, InternalArticle } from '../knowledge/records';
import {
	audienceIds,
	availabilityFields,
	dated,
	knownAdmin,
	localesOf,
	NOT_AVAILABLE,
	readAvailability,
	readWording,
	target,
	type WordingBody,
} from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { route, type Route, type RouteRequest } from '../route';
import { contentTagRoutes } from './content-tags';

/** Page sizes of the list and of the search (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 25, maximum: 150 };
const SEARCH_PAGE = { default: 10, maximum: 50 };

/** Body of 2.16 `create_internal_article_request`. */
interface InternalArticleBody extends WordingBody, Partial<Availability> {
	author_id?: number;
	owner_id?: number;
	audience_ids?: number[] | null;
}

const fields = {
	title: text,
	body: text,
	body_markdown: text,
	author_id: integer,
	owner_id: integer,
	audience_ids: audienceIds,
	...availabilityFields,
};

const ONE = '/internal_articles/{internal_article_id}';

/** Internal articles (2.16, Internal Articles). */
export const internalArticleRoutes: Route[] = [
	route({
		operation: 'GET /internal_articles',
		scope: 'read_articles',
		query: PAGE_QUERY,
		handle(request) {
			const articles = [...request.state.internalArticles.values()].reverse();
			const { rows, total, pages } = numberedPage(request, articles, PAGE);
			return { type: 'list', pages, total_count: total, data: rows.map(present) };
		},
	}),
	route({
		operation: 'GET /internal_articles/search',
		scope: 'read_articles',
		query: ['folder_id', ...PAGE_QUERY],
		handle(request) {
			const { folder_id: folder } = request.query;
			const found = [...request.state.internalArticles.values()].filter(
				(article) => folder === undefined || article.folder_id === folder,
			);
			const { rows, total, pages } = numberedPage(request, found, SEARCH_PAGE);
			return {
				type: 'list',
				total_count: total,
				data: { internal_articles: rows.map(present) },
				pages,
			};
		},
	}),
	route<InternalArticleBody>({
		operation: 'POST /internal_articles',
		scope: 'write_articles',
		body: bodyOf(fields, ['title', 'owner_id', 'author_id']),
		handle(request) {
			const { state, clock, body } = request;
			const [locale] = localesOf(request);
			const article: InternalArticle = {
				id: state.identifiers.nextNumber('internalArticle'),
				title: body.title ?? '',
				body: null,
				body_markdown: null,
				locale,
				folder_id: null,
				audience_ids: [],
				tags: [],
				...NOT_AVAILABLE,
				owner_id: 0,
				author_id: 0,
				created_at: clock.seconds(),
				...changesOf(request),
				...dated(request),
			};
			state.internalArticles.set(article.id, article);
			return present(article);
		},
	}),
	route({
		operation: `GET ${ONE}`,
		scope: 'read_articles',
		handle: (request) => present(targetArticle(request)),
	}),
	route<InternalArticleBody>({
		operation: `PUT ${ONE}`,
		scope: 'write_articles',
		body: bodyOf(fields),
		handle(request) {
			const changed = { ...targetArticle(request), ...changesOf(request), ...dated(request) };
			request.state.internalArticles.set(changed.id, changed);
			return present(changed);
		},
	}),
	route({
		operation: `DELETE ${ONE}`,
		scope: 'write_articles',
		handle(request) {
			const { id } = targetArticle(request);
			request.state.internalArticles.delete(id);
			return { id, object: 'internal_article', deleted: true };
		},
	}),
	...contentTagRoutes({
		path: ONE,
		scope: 'write_articles',
		missing: ['internal_article_not_found', 'Internal article not found'],
		records: (state) => state.internalArticles,
	}),
];

function targetArticle({ state, params }: RouteRequest): InternalArticle {
	return target(state.internalArticles, params.internal_article_id, resourceNotFound());
}

function changesOf(request: RouteRequest<InternalArticleBody>): Partial<InternalArticle> {
	const { author_id: author, owner_id: owner, audience_ids: audiences } = request.body;
	const { description: _, ...wording } = readWording(request.body);
	return {
		...wording,
		...readAvailability(request.body),
		...(author === undefined ? {} : { author_id: knownAdmin(request, author, 'author_id') }),
		...(owner === undefined ? {} : { owner_id: knownAdmin(request, owner, 'owner_id') }),
		...(audiences ? { audience_ids: audiences } : {}),
	};
}

/** An internal article in the shape of 2.16 `internal_article`. */
function present({ tags: _tags, folder_id: _folder, ...article }: InternalArticle): object {
	return { type: 'internal_article', ...article };
}
