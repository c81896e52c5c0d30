import { bodyOf, flag, integer, listOf, oneOfTexts, text } from '../../body-schema';
import type { Collection } from '../../collection';
import { IntercomError } from '../../errors';
import type { Article, Availability } from '../../knowledge/records';
import type { AppliedTag } from '../../records';
import { Answer, route, type Route, type RouteRequest, type Workspace } from '../../route';
import { applyTag } from '../contacts/tags';

interface Item {
	type: string;
	id: string;
}

/** Body of 2.16 `content_bulk_action_request`. */
interface BulkBody {
	action: string;
	content_ids: Item[];
	availability?: { ai_agent?: boolean; copilot?: boolean; sales_agent?: boolean };
	audience?: { add_segment_ids?: number[]; remove_segment_ids?: number[]; remove_all?: boolean };
	tags?: { add_tag_ids?: number[]; remove_tag_ids?: number[] };
}

/** The kinds of content each action takes; others are dropped in silence. */
const TAKEN: Record<string, string[]> = {
	publish: ['article_content'],
	unpublish: ['article_content'],
	delete: ['article_content', 'content_snippet', 'internal_article'],
	set_availability: ['article_content', 'content_snippet', 'internal_article'],
	set_audience: ['article_content', 'content_snippet', 'internal_article'],
	update_tags: ['article', 'content_snippet', 'internal_article'],
};

const TYPES = [
	'article',
	'article_content',
	'content_snippet',
	'external_content',
	'file_source_content',
	'internal_article',
];

const integers = listOf(integer);

/** Actions on much content at once (2.16 `POST /content/bulk_actions`); carried out before the answer. */
export const contentBulkActionRoutes: Route[] = [
	route<BulkBody>({
		operation: 'POST /content/bulk_actions',
		scope: 'write_content',
		body: bodyOf(
			{
				action: oneOfTexts(...Object.keys(TAKEN)),
				content_ids: {
					...listOf(bodyOf({ type: oneOfTexts(...TYPES), id: text }, ['type', 'id'])),
					maxItems: 1000,
				},
				availability: bodyOf({ ai_agent: flag, copilot: flag, sales_agent: flag }),
				audience: bodyOf({
					add_segment_ids: integers,
					remove_segment_ids: integers,
					remove_all: flag,
				}),
				tags: bodyOf({ add_tag_ids: integers, remove_tag_ids: integers }),
			},
			['action', 'content_ids'],
		),
		handle(request) {
			const { action, content_ids: items } = request.body;
			refuseIncomplete(request);
			for (const item of items) {
				if (TAKEN[action].includes(item.type)) carryOut(request, item);
			}
			return new Answer(202, { type: 'content_bulk_action', status: 'queued' });
		},
	}),
];

function invalid(message: string): IntercomError {
	return new IntercomError(422, 'parameter_invalid', message);
}

function refuseIncomplete({ state, body }: RouteRequest<BulkBody>): void {
	const { action, availability, audience, tags } = body;
	if (action === 'set_availability' && !availability) throw invalid('availability is required');
	if (action === 'set_audience' && !audience) throw invalid('audience is required');
	if (action !== 'update_tags') return;
	const ids = [...(tags?.add_tag_ids ?? []), ...(tags?.remove_tag_ids ?? [])];
	if (ids.length === 0) throw invalid('add_tag_ids or remove_tag_ids is required');
	if (new Set(ids).size > 100) throw invalid('At most 100 tags can be given');
	const unknown = ids.filter((id) => !state.tags.has(String(id)));
	if (unknown.length > 0) throw invalid(`Unknown tags: ${unknown.join(', ')}`);
}

function carryOut(request: RouteRequest<BulkBody>, { type, id }: Item): void {
	const { state, body } = request;
	if (type === 'content_snippet') return change(request, state.contentSnippets, id);
	if (type === 'internal_article') return change(request, state.internalArticles, id);
	const article = type === 'article' ? state.articles.get(id) : articleOfText(request, id);
	if (!article) return;
	if (body.action === 'publish' || body.action === 'unpublish') {
		publish(request, article, id, body.action === 'publish');
	} else if (body.action === 'delete' && Object.keys(article.texts).length > 1) {
		const texts = Object.entries(article.texts).filter(([, content]) => content.id !== id);
		state.articles.set(article.id, { ...article, texts: Object.fromEntries(texts) });
	} else {
		change(request, state.articles, article.id);
	}
}

function articleOfText({ state }: Workspace, textId: string): Article | undefined {
	return [...state.articles.values()].find(({ texts }) =>
		Object.values(texts).some(({ id }) => id === textId),
	);
}

function publish({ state }: Workspace, article: Article, textId: string, isPublic: boolean): void {
	const texts = Object.entries(article.texts).map(([locale, content]) => [
		locale,
		content.id === textId ? { ...content, state: isPublic ? 'published' : 'draft' } : content,
	]);
	state.articles.set(article.id, { ...article, texts: Object.fromEntries(texts) });
}

interface Changeable extends Availability {
	tags: readonly AppliedTag[];
	audience_ids: readonly number[];
}

function change<T extends Changeable>(
	request: RouteRequest<BulkBody>,
	records: Collection<T>,
	id: string,
): void {
	const record = records.get(id);
	const { action, availability = {}, audience = {}, tags = {} } = request.body;
	if (!record) return;
	if (action === 'delete') {
		records.delete(id);
		return;
	}
	const removed = (tags.remove_tag_ids ?? []).map(String);
	const added = (tags.add_tag_ids ?? []).map((tag) => applyTag(request, String(tag)));
	const kept = record.tags.filter(
		(tag) => !removed.includes(tag.id) && !added.some((fresh) => fresh.id === tag.id),
	);
	const dropped = new Set(audience.remove_segment_ids ?? []);
	const audiences = audience.remove_all ? [] : record.audience_ids;
	records.set(id, {
		...record,
		ai_chatbot_availability: availability.ai_agent ?? record.ai_chatbot_availability,
		ai_copilot_availability: availability.copilot ?? record.ai_copilot_availability,
		ai_sales_agent_availability: availability.sales_agent ?? record.ai_sales_agent_availability,
		audience_ids: [
			...audiences.filter((segment) => !dropped.has(segment)),
			...(audience.add_segment_ids ?? []),
		],
		tags: [...kept, ...added],
	});
}
