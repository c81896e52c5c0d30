import { bodyOf, integer, oneOfTexts, text, textOrNull } from '../../body-schema';
import {
	createArticle,
	targetArticle,
	updateArticle,
	type ArticleBody,
} from '../../knowledge/articles';
import {
	audienceIds,
	availabilityFields,
	translatedContent,
	wordingFields,
} from '../../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { presentArticle, presentListedArticle } from '../../present/article';
import { route, type JsonSchema, type Route } from '../../route';

/** Page size of articles: the default as intercom-client says, the maximum as other clients ask for. */
const PAGE = { default: 15, maximum: 150 };

/** Schema of {@link ArticleBody}; the parent's type differs between creating and changing (2.16). */
export function articleBody(parentId: JsonSchema, required: readonly string[] = []): JsonSchema {
	return bodyOf(
		{
			...wordingFields,
			...availabilityFields,
			author_id: integer,
			state: oneOfTexts('draft', 'published'),
			parent_id: parentId,
			parent_type: oneOfTexts('collection', 'section'),
			audience_ids: audienceIds,
			translated_content: translatedContent() as JsonSchema,
			scheduled_publish_at: textOrNull,
			scheduled_unpublish_at: textOrNull,
		},
		required,
	);
}

/** Articles themselves (2.16 lines 2108-2515). */
export const articleRecordRoutes: Route[] = [
	route({
		operation: 'GET /articles',
		scope: 'read_articles',
		query: PAGE_QUERY,
		handle(request) {
			const newestFirst = [...request.state.articles.values()]
				.reverse()
				.sort((a, b) => b.updated_at - a.updated_at);
			const { rows, total, pages } = numberedPage(request, newestFirst, PAGE, 'url');
			return {
				type: 'list',
				pages,
				total_count: total,
				data: rows.map((article) => presentListedArticle(request, article)),
			};
		},
	}),
	route<ArticleBody>({
		operation: 'POST /articles',
		scope: 'write_articles',
		body: articleBody(integer, ['title']),
		handle: (request) => presentArticle(request, createArticle(request)),
	}),
	route({
		operation: 'GET /articles/{article_id}',
		scope: 'read_articles',
		handle: (request) => presentArticle(request, targetArticle(request)),
	}),
	route<ArticleBody>({
		operation: 'PUT /articles/{article_id}',
		scope: 'write_articles',
		body: articleBody(text),
		handle: (request) => presentArticle(request, updateArticle(request, targetArticle(request))),
	}),
	route({
		operation: 'DELETE /articles/{article_id}',
		scope: 'write_articles',
		handle(request) {
			const { id } = targetArticle(request);
			request.state.articles.delete(id);
			return { id, object: 'article', deleted: true };
		},
	}),
];
