import { IntercomError, parameterInvalid, parameterNotFound, resourceNotFound } from '../errors';
import type { RouteRequest, Workspace } from '../route';
import type { Article, ArticleText, Availability, Wording } from './records';
import {
	knownAdmin,
	knownLocale,
	localesOf,
	me,
	NOT_AVAILABLE,
	readAvailability,
	readWording,
	type WordingBody,
} from './wording';

/** One language in a request's `translated_content`. */
interface TranslationBody extends WordingBody {
	author_id?: number;
	state?: ArticleText['state'];
}

/** Body of creating, changing and drafting an article (2.16 `create_article_request`). */
export interface ArticleBody extends TranslationBody, Partial<Availability> {
	parent_id?: string | number;
	parent_type?: string;
	audience_ids?: number[] | null;
	translated_content?: Record<string, TranslationBody> | null;
	/** ISO 8601. */
	scheduled_publish_at?: string | null;
	/** ISO 8601. */
	scheduled_unpublish_at?: string | null;
}

/** The texts of a request by language, the top-level one under the default language. */
function textsOf(request: RouteRequest<ArticleBody>): Array<[string, TranslationBody]> {
	const { body } = request;
	const [defaultLocale] = localesOf(request);
	const texts = new Map<string, TranslationBody>([[defaultLocale, body]]);
	for (const [locale, translation] of Object.entries(body.translated_content ?? {})) {
		texts.set(knownLocale(request, locale), { ...texts.get(locale), ...translation });
	}
	return [...texts];
}

/**
 * Stores a new article.
 * @throws IntercomError 400 for missing or contradicting values, 404 for an unknown collection
 */
export function createArticle(request: RouteRequest<ArticleBody>): Article {
	const { state, clock, body } = request;
	const [defaultLocale] = localesOf(request);
	const texts = textsOf(request);
	const author = body.author_id ?? body.translated_content?.[defaultLocale]?.author_id;
	if (author === undefined) {
		throw parameterNotFound(
			'author_id must be in the main body or default locale translated_content object',
			'author_id',
		);
	}
	if (body.scheduled_unpublish_at) {
		throw parameterInvalid('The article has never been published', 'scheduled_unpublish_at');
	}
	const now = clock.seconds();
	const id = state.identifiers.nextNumber('article');
	const article: Article = {
		id,
		texts: {},
		parent_id: readParent(request),
		audience_ids: body.audience_ids ?? [],
		tags: [],
		...NOT_AVAILABLE,
		...readAvailability(body),
		scheduled_publish_at: readSchedule(request, 'scheduled_publish_at') ?? null,
		scheduled_unpublish_at: null,
		created_at: now,
		updated_at: now,
	};
	const stored: Record<string, ArticleText> = {};
	for (const [locale, given] of texts) {
		const isDue = article.scheduled_publish_at === null;
		stored[locale] = {
			title: '',
			description: null,
			body: null,
			body_markdown: null,
			...readWording(given),
			id: state.identifiers.nextNumber('articleText'),
			author_id: knownAdmin(request, given.author_id ?? author, 'author_id'),
			state: given.state === 'published' && isDue ? 'published' : 'draft',
			created_at: now,
			updated_at: now,
			created_by_id: me(request),
			updated_by_id: me(request),
			draft: null,
			draft_updated_at: null,
		};
		keepVersion(request, id, locale, stored[locale]);
	}
	const created = { ...article, texts: stored };
	state.articles.set(id, created);
	return created;
}

/**
 * Changes an article. Words of a published text go live at once, unless a draft is pending or a
 * publication is scheduled in the same request (2.16 `update_article_request`, `state`).
 * @throws IntercomError as {@link createArticle}
 */
export function updateArticle(request: RouteRequest<ArticleBody>, article: Article): Article {
	const { body } = request;
	const publishAt = readSchedule(request, 'scheduled_publish_at');
	const unpublishAt = readSchedule(request, 'scheduled_unpublish_at');
	const texts: Record<string, ArticleText> = { ...article.texts };
	for (const [locale, given] of textsOf(request)) {
		const text = texts[locale] ?? emptyText(request, article);
		const isHeldBack =
			text.state === 'published' && (text.draft !== null || typeof publishAt === 'number');
		if (isHeldBack && given.state !== 'draft') {
			texts[locale] = stage(request, text, readWording(given));
			continue;
		}
		texts[locale] = {
			...text,
			...readWording(given),
			author_id: knownAdmin(request, given.author_id ?? text.author_id, 'author_id'),
			state: typeof publishAt === 'number' ? text.state : (given.state ?? text.state),
			updated_at: request.clock.seconds(),
			updated_by_id: me(request),
		};
		keepVersion(request, article.id, locale, texts[locale]);
	}
	return store(request, article, {
		...readAvailability(body),
		texts,
		...(body.parent_id === undefined ? {} : { parent_id: readParent(request) }),
		...(body.audience_ids ? { audience_ids: body.audience_ids } : {}),
		...(publishAt === undefined ? {} : { scheduled_publish_at: publishAt }),
		...(unpublishAt === undefined ? {} : { scheduled_unpublish_at: unpublishAt }),
	});
}

/**
 * Holds changes to a published article back as a draft; only words are staged.
 * @throws IntercomError 422 when the article was never published
 */
export function stageDraft(request: RouteRequest<ArticleBody>, article: Article): Article {
	const texts: Record<string, ArticleText> = { ...article.texts };
	for (const [locale, given] of textsOf(request)) {
		const wording = readWording(given);
		if (Object.keys(wording).length === 0) continue;
		const text = texts[locale];
		if (text?.state !== 'published') {
			throw new IntercomError(
				422,
				'parameter_invalid',
				'Article must be published before a draft can be staged',
			);
		}
		texts[locale] = stage(request, text, wording);
	}
	return store(request, article, { texts });
}

/**
 * Makes staged drafts public.
 * @param locales the languages; may only be left out where there is one
 * @throws IntercomError 422 (2.16 `POST /articles/{id}/draft/publish`)
 */
export function publishDraft(
	request: RouteRequest,
	article: Article,
	locales: readonly string[] | undefined,
): Article {
	const refuse = (code: string, message: string) => new IntercomError(422, code, message);
	const pending = Object.keys(article.texts).filter((locale) => article.texts[locale].draft);
	if (pending.length === 0) throw refuse('parameter_invalid', 'Article has no draft to publish');
	if (locales === undefined && localesOf(request).length > 1) {
		throw refuse(
			'parameter_not_found',
			'locales must be specified to publish a draft on a multilingual workspace',
		);
	}
	const unchanged = (locales ?? []).filter((locale) => !pending.includes(locale));
	if (unchanged.length > 0) {
		throw refuse(
			'parameter_invalid',
			`Cannot publish a draft for locale(s) without pending changes: ${unchanged.join(', ')}`,
		);
	}
	const texts: Record<string, ArticleText> = { ...article.texts };
	for (const locale of locales ?? pending) {
		const { draft, ...text } = texts[locale];
		const now = request.clock.seconds();
		texts[locale] = { ...text, ...draft, draft: null, draft_updated_at: null, updated_at: now };
		keepVersion(request, article.id, locale, texts[locale]);
	}
	return store(request, article, { texts });
}

/** The article of a path. */
export function targetArticle({ state, params }: RouteRequest): Article {
	const article = state.articles.get(params.article_id ?? params.id);
	if (!article) throw resourceNotFound();
	return article;
}

function store(request: RouteRequest, article: Article, changes: Partial<Article>): Article {
	const changed = { ...article, ...changes, updated_at: request.clock.seconds() };
	request.state.articles.set(article.id, changed);
	return changed;
}

function stage({ clock }: Workspace, text: ArticleText, wording: Partial<Wording>): ArticleText {
	return { ...text, draft: { ...text.draft, ...wording }, draft_updated_at: clock.seconds() };
}

/** A translation that an article gets later; its author is the one of the article. */
function emptyText(request: RouteRequest, article: Article): ArticleText {
	const [first] = Object.values(article.texts);
	return {
		...first,
		id: request.state.identifiers.nextNumber('articleText'),
		title: '',
		description: null,
		body: null,
		body_markdown: null,
		state: 'draft',
		created_at: request.clock.seconds(),
		draft: null,
		draft_updated_at: null,
	};
}

function keepVersion(
	{ state, clock }: Workspace,
	articleId: string,
	locale: string,
	{ title, description, body, body_markdown, author_id, updated_by_id }: ArticleText,
): void {
	const id = state.identifiers.nextNumber('articleVersion');
	const before = state.articleVersions
		.find('article', articleId)
		.filter((version) => version.locale === locale);
	state.articleVersions.set(id, {
		id,
		article_id: articleId,
		locale,
		title,
		description,
		body,
		body_markdown,
		author_id: String(author_id),
		created_by_id: String(updated_by_id),
		from_version_id: before.at(-1)?.id ?? null,
		created_at: clock.seconds(),
	});
}

/** The collection of a request; that an unknown one is refused with 404 is inferred. */
function readParent({ state, body }: RouteRequest<ArticleBody>): string | null {
	if (body.parent_id === undefined) return null;
	const id = String(body.parent_id);
	if (!state.helpCenterCollections.has(id)) throw resourceNotFound();
	return id;
}

/**
 * A schedule of a request in Unix seconds; null cancels one.
 * @throws IntercomError 400 for what is not in the future, and for contradictions
 */
function readSchedule(
	{ clock, body }: RouteRequest<ArticleBody>,
	field: 'scheduled_publish_at' | 'scheduled_unpublish_at',
): number | null | undefined {
	const value = body[field];
	if (value === undefined || value === null) return value;
	if (body.scheduled_publish_at && body.scheduled_unpublish_at) {
		throw parameterInvalid('Only one schedule can be set at a time', field);
	}
	if (field === 'scheduled_publish_at' && body.state === 'draft') {
		throw parameterInvalid('A draft cannot be scheduled for publishing', field);
	}
	const isIsoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value);
	const seconds = Date.parse(value) / 1000;
	if (!isIsoDate || seconds <= clock.seconds()) {
		throw parameterInvalid(`${field} must be an ISO 8601 time in the future`, field);
	}
	return Math.floor(seconds);
}
