import { resourceNotFound } from '../../errors';
import { targetArticle } from '../../knowledge/articles';
import { knownLocale } from '../../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { presentVersion } from '../../present/article';
import { route, type Route } from '../../route';

/** Page size of versions (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 25, maximum: 150 };

/** Earlier versions of articles (2.16 lines 2955-3144). */
export const articleVersionRoutes: Route[] = [
	route({
		operation: 'GET /articles/{article_id}/versions',
		scope: 'read_articles',
		query: [...PAGE_QUERY, 'locale'],
		handle(request) {
			const { id } = targetArticle(request);
			const { locale } = request.query;
			if (locale !== undefined) knownLocale(request, locale);
			const versions = request.state.articleVersions
				.find('article', id)
				.filter((version) => locale === undefined || version.locale === locale)
				.reverse();
			const { rows, total, pages } = numberedPage(request, versions, PAGE);
			return {
				type: 'list',
				pages,
				total_count: total,
				data: rows.map((version) => presentVersion(request, version, { withText: false })),
			};
		},
	}),
	route({
		operation: 'GET /articles/{article_id}/versions/{id}',
		scope: 'read_articles',
		query: ['locale'],
		handle(request) {
			const article = request.state.articles.get(request.params.article_id);
			const version = request.state.articleVersions.get(request.params.id);
			const { locale } = request.query;
			if (locale !== undefined) knownLocale(request, locale);
			if (!article || version?.article_id !== article.id) throw resourceNotFound();
			if (locale !== undefined && version.locale !== locale) throw resourceNotFound();
			return presentVersion(request, version, { withText: true });
		},
	}),
];
