import { bodyOf, listOf, text } from '../../body-schema';
import { resourceNotFound } from '../../errors';
import {
	publishDraft,
	stageDraft,
	targetArticle,
	type ArticleBody,
} from '../../knowledge/articles';
import { presentArticle } from '../../present/article';
import { route, type Route } from '../../route';
import { articleBody } from './records';

/** Changes to published articles that are not public yet (2.16 lines 2516-2763). */
export const articleDraftRoutes: Route[] = [
	route({
		operation: 'GET /articles/{id}/draft',
		scope: 'read_articles',
		handle(request) {
			const article = targetArticle(request);
			const hasDraft = Object.values(article.texts).some((content) => content.draft !== null);
			if (!hasDraft) throw resourceNotFound();
			return presentArticle(request, article, 'draft');
		},
	}),
	route<ArticleBody>({
		operation: 'PUT /articles/{id}/draft',
		scope: 'write_articles',
		body: articleBody(text),
		handle(request) {
			const article = stageDraft(request, targetArticle(request));
			return presentArticle(request, article, 'draft');
		},
	}),
	route<{ locales?: string[] }>({
		operation: 'POST /articles/{id}/draft/publish',
		scope: 'write_articles',
		body: bodyOf({ locales: listOf(text) }),
		handle(request) {
			const article = publishDraft(request, targetArticle(request), request.body.locales);
			return presentArticle(request, article);
		},
	}),
];
