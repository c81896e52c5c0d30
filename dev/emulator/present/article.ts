import type { Article, ArticleText, ArticleVersion } from '../knowledge/records';
import { localesOf } from '../knowledge/wording';
import type { Workspace } from '../route';
import { presentAppliedTag } from './tag';

/** Which words of an article are shown: those of the public, or those of the draft. */
export type ArticleView = 'live' | 'draft';

/** An article in the shape of 2.16 `article`, with statistics as single answers have them. */
export function presentArticle(
	workspace: Workspace,
	article: Article,
	view: ArticleView = 'live',
): object {
	return { ...presentListedArticle(workspace, article, view), statistics: STATISTICS };
}

/** An article in the shape of 2.16 `article_list_item`. */
export function presentListedArticle(
	workspace: Workspace,
	article: Article,
	view: ArticleView = 'live',
): object {
	const { state } = workspace;
	const [defaultLocale, ...others] = localesOf(workspace);
	const { id, parent_id } = article;
	return {
		type: 'article',
		id,
		workspace_id: state.appId,
		url: null,
		...presentText(article, defaultLocale, view),
		content_id: id,
		parent_id: parent_id === null ? null : Number(parent_id),
		parent_type: parent_id === null ? null : 'collection',
		parent_ids: parent_id === null ? [] : [Number(parent_id)],
		ai_chatbot_availability: article.ai_chatbot_availability,
		ai_copilot_availability: article.ai_copilot_availability,
		ai_sales_agent_availability: article.ai_sales_agent_availability,
		created_at: article.created_at,
		updated_at: article.updated_at,
		exclude_from_article_suggestions: false,
		help_center_audience: 'everyone',
		scheduled_publish_at: article.scheduled_publish_at,
		scheduled_unpublish_at: article.scheduled_unpublish_at,
		tags: {
			type: 'tag.list',
			tags: article.tags.flatMap((tag) => presentAppliedTag(state, tag)),
		},
		...(others.length === 0
			? {}
			: { default_locale: defaultLocale, translated_content: translations(article, view) }),
	};
}

function translations(article: Article, view: ArticleView): object {
	const texts = Object.keys(article.texts).map((locale) => [
		locale,
		{
			type: 'article_content',
			...presentText(article, locale, view),
			audience_ids: article.audience_ids,
		},
	]);
	return { type: 'article_translated_content', ...Object.fromEntries(texts) };
}

function presentText(article: Article, locale: string, view: ArticleView): object {
	const text: ArticleText | undefined = article.texts[locale];
	if (text === undefined) return {};
	const { id: _, draft, ...live } = text;
	const fields = { ...live, ...(view === 'draft' ? draft : {}) };
	return {
		...fields,
		description: fields.description ?? '',
		body: asStored(fields.body ?? ''),
		has_unpublished_changes: draft !== null,
		...(fields.state === 'published'
			? { url: `https://help.example.com/acme/${locale}/articles/${article.id}` }
			: {}),
	};
}

/** Intercom rewrites what it was given (docs/intercom/recorded-answers.md). */
function asStored(html: string): string {
	return html.replaceAll('<p>', '<p class="no-margin">');
}

/** Nobody reads the emulator's articles. */
const STATISTICS = {
	type: 'article_statistics',
	views: 0,
	conversations: 0,
	reactions: 0,
	happy_reaction_percentage: 0,
	neutral_reaction_percentage: 0,
	sad_reaction_percentage: 0,
	fin_involvements: 0,
	fin_resolutions: 0,
	fin_resolution_rate: 0,
};

/** A version in the shape of 2.16 `article_version_summary`. */
export function presentVersion(
	{ state }: Workspace,
	version: ArticleVersion,
	{ withText }: { withText: boolean },
): object {
	const { id, article_id, locale, title, description, author_id, created_by_id } = version;
	const newest = state.articleVersions
		.find('article', article_id)
		.findLast((candidate) => candidate.locale === locale);
	const isLive =
		newest?.id === id && state.articles.get(article_id)?.texts[locale]?.state === 'published';
	return {
		type: 'article_version',
		id,
		article_id,
		title,
		description,
		...(withText ? { body: version.body, body_markdown: version.body_markdown } : {}),
		author_id,
		created_by_id,
		created_via: 'api',
		from_version_id: version.from_version_id,
		state: isLive ? 'published' : 'draft',
		created_at: version.created_at,
	};
}
