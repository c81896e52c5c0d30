import type {
	Article,
	Availability,
	ContentSnippet,
	InternalArticle,
} from '../../knowledge/records';
import type { Workspace } from '../../route';

/** A piece of knowledge, seen the same way whatever its kind. Times in Unix seconds. */
export interface ContentItem extends Availability {
	/** As `content_types` of the search names it. */
	kind: 'article' | 'internal_article' | 'snippet';
	id: string;
	words: ReadonlyArray<string | null>;
	states: readonly string[];
	locales: readonly string[];
	tagIds: readonly string[];
	folderId: string | null;
	createdBy: readonly string[];
	updatedBy: readonly string[];
	created_at: number;
	updated_at: number;
	/** In the shape of 2.16 `content_search_result`. */
	result: object;
}

/** All knowledge of the workspace, last changed first. External pages and files are not played. */
export function contentItems({ state }: Workspace): ContentItem[] {
	return [
		...[...state.articles.values()].map(fromArticle),
		...[...state.internalArticles.values()].map(fromInternalArticle),
		...[...state.contentSnippets.values()].map(fromSnippet),
	].sort((a, b) => b.updated_at - a.updated_at);
}

function fromArticle(article: Article): ContentItem {
	const texts = Object.entries(article.texts);
	const [[, first]] = texts;
	return {
		...common(article),
		kind: 'article',
		words: texts.flatMap(([, content]) => [content.title, content.body]),
		states: texts.map(([, content]) => content.state),
		locales: texts.map(([locale]) => locale),
		folderId: null,
		createdBy: texts.map(([, content]) => String(content.created_by_id)),
		updatedBy: texts.map(([, content]) => String(content.updated_by_id)),
		result: {
			type: 'article',
			id: article.id,
			title: first.title,
			contents: texts.map(([locale, { id, title }]) => ({
				type: 'article_content',
				id,
				title,
				locale,
			})),
		},
	};
}

function fromInternalArticle(article: InternalArticle): ContentItem {
	return {
		...common(article),
		kind: 'internal_article',
		words: [article.title, article.body],
		states: ['published'],
		locales: [article.locale],
		folderId: article.folder_id,
		createdBy: [String(article.author_id)],
		updatedBy: [String(article.author_id)],
		result: { type: 'internal_article', id: article.id, title: article.title },
	};
}

function fromSnippet(snippet: ContentSnippet): ContentItem {
	return {
		...common(snippet),
		kind: 'snippet',
		words: [snippet.title, snippet.body_markdown],
		states: ['published'],
		locales: [snippet.locale],
		folderId: null,
		createdBy: [],
		updatedBy: [],
		result: { type: 'content_snippet', id: snippet.id, title: snippet.title },
	};
}

type Common = 'id' | 'tagIds' | 'created_at' | 'updated_at' | keyof Availability;

function common(record: Article | ContentSnippet | InternalArticle): Pick<ContentItem, Common> {
	return {
		id: record.id,
		tagIds: record.tags.map(({ id }) => id),
		created_at: record.created_at,
		updated_at: record.updated_at,
		ai_chatbot_availability: record.ai_chatbot_availability,
		ai_copilot_availability: record.ai_copilot_availability,
		ai_sales_agent_availability: record.ai_sales_agent_availability,
	};
}
