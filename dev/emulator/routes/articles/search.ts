import type { Article, ArticleText } from '../../knowledge/records';
import { numberedPage, PAGE_QUERY } from '../../pagination';
import { parameterInvalid } from '../../errors';
import { readFlag } from '../../parameters';
import { presentArticle } from '../../present/article';
import { route, type Route, type RouteRequest } from '../../route';

/** Page size of article search (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 10, maximum: 50 };

const STATES = ['all', 'draft', 'published'];

/** `GET /articles/search` (2.16 line 3145). All words of the phrase must occur; that is inferred. */
export const articleSearchRoutes: Route[] = [
	route({
		operation: 'GET /articles/search',
		scope: 'read_articles',
		query: ['phrase', 'state', 'help_center_id', 'highlight', ...PAGE_QUERY],
		handle(request) {
			const highlighted = readFlag(request.query.highlight, 'highlight');
			const found = [...request.state.articles.values()].filter((article) =>
				matches(request, article),
			);
			const { rows, total, pages } = numberedPage(request, found, PAGE);
			return {
				type: 'list',
				total_count: total,
				data: {
					articles: rows.map((article) => presentArticle(request, article)),
					highlights: highlighted
						? rows.map((article) => highlight(article, wordsOf(request.query.phrase)))
						: [],
				},
				pages,
			};
		},
	}),
];

/** The words of a search phrase, in lower case. */
export function wordsOf(phrase = ''): string[] {
	return phrase.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text holds all words. */
export function holds(parts: ReadonlyArray<string | null>, words: readonly string[]): boolean {
	const whole = parts.join(' ').toLowerCase();
	return words.every((word) => whole.includes(word));
}

function matches({ state, query }: RouteRequest, article: Article): boolean {
	const wanted = query.state ?? 'all';
	if (!STATES.includes(wanted)) throw parameterInvalid('state is invalid', 'state');
	const parent = state.helpCenterCollections.get(article.parent_id ?? '');
	if (query.help_center_id !== undefined && parent?.help_center_id !== query.help_center_id) {
		return false;
	}
	return Object.values(article.texts).some(
		(content) =>
			(wanted === 'all' || content.state === wanted) &&
			holds([content.title, content.description, content.body], wordsOf(query.phrase)),
	);
}

function highlight(article: Article, words: readonly string[]): object {
	const [content]: ArticleText[] = Object.values(article.texts);
	return {
		article_id: article.id,
		highlighted_title: marked(content.title, words),
		highlighted_summary: [marked(content.body_markdown ?? '', words)],
	};
}

function marked(content: string, words: readonly string[]): object[] {
	return content
		.split(/(\s+)/)
		.filter(Boolean)
		.map((part) => ({
			type: words.includes(part.toLowerCase()) ? 'highlight' : 'plain',
			text: part,
		}));
}
