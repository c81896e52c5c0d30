import { bodyOf, integerOrNull, text, textOrNull } from '../body-schema';
import { resourceNotFound } from '../errors';
import type { CollectionText, HelpCenter, HelpCenterCollection } from '../knowledge/records';
import { dated, knownLocale, target, translatedContent } from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { presentCollection } from '../present/collection';
import { route, type JsonSchema, type Route, type RouteRequest } from '../route';

/** Page size of collections (intercom-api.md §5; the maximum is inferred). */
const PAGE = { default: 20, maximum: 150 };

/** Body of 2.16 `create_collection_request`. */
interface CollectionBody {
	name?: string;
	description?: string;
	parent_id?: string | null;
	help_center_id?: number | null;
	translated_content?: Record<string, { name?: string; description?: string }> | null;
}

const fields = {
	name: text,
	description: text,
	parent_id: textOrNull,
	translated_content: translatedContent(bodyOf({ name: text, description: text })) as JsonSchema,
};

/** Collections of help centers (2.16, Help Center). */
export const collectionRoutes: Route[] = [
	route({
		operation: 'GET /help_center/collections',
		scope: 'read_articles',
		query: PAGE_QUERY,
		handle(request) {
			const newestFirst = [...request.state.helpCenterCollections.values()]
				.reverse()
				.sort((a, b) => b.updated_at - a.updated_at);
			const { rows, total, pages } = numberedPage(request, newestFirst, PAGE, 'missing');
			return {
				type: 'list',
				data: rows.map((collection) => presentCollection(request.state, collection)),
				total_count: total,
				pages,
			};
		},
	}),
	route<CollectionBody>({
		operation: 'POST /help_center/collections',
		scope: 'write_articles',
		body: bodyOf({ ...fields, help_center_id: integerOrNull }, ['name']),
		handle(request) {
			const { state, clock, body } = request;
			const center = centerOf(request);
			const id = state.identifiers.nextNumber('helpCenterCollection');
			const collection: HelpCenterCollection = {
				id,
				help_center_id: center.id,
				parent_id: parentOf(request) ?? null,
				texts: textsOf(request, center, {}),
				order: state.helpCenterCollections.find('parent', body.parent_id ?? '').length,
				created_at: clock.seconds(),
				updated_at: clock.seconds(),
			};
			state.helpCenterCollections.set(id, collection);
			return presentCollection(state, collection);
		},
	}),
	route({
		operation: 'GET /help_center/collections/{collection_id}',
		scope: 'read_articles',
		handle: (request) => presentCollection(request.state, targetCollection(request)),
	}),
	route<CollectionBody>({
		operation: 'PUT /help_center/collections/{collection_id}',
		scope: 'write_articles',
		body: bodyOf(fields),
		handle(request) {
			const { state } = request;
			const collection = targetCollection(request);
			const center = state.helpCenters.get(collection.help_center_id);
			const parent = parentOf(request);
			const changed = {
				...collection,
				...(parent === undefined ? {} : { parent_id: parent }),
				...(center ? { texts: textsOf(request, center, collection.texts) } : {}),
				...dated(request),
			};
			state.helpCenterCollections.set(changed.id, changed);
			return presentCollection(state, changed);
		},
	}),
	route({
		operation: 'DELETE /help_center/collections/{collection_id}',
		scope: 'write_articles',
		handle(request) {
			const { id } = targetCollection(request);
			request.state.helpCenterCollections.delete(id);
			return { id, object: 'collection', deleted: true };
		},
	}),
];

function targetCollection({ state, params }: RouteRequest): HelpCenterCollection {
	return target(state.helpCenterCollections, params.collection_id, resourceNotFound());
}

/** The help center of a request, or the default one; that unknown ones are refused is inferred. */
function centerOf({ state, body }: RouteRequest<CollectionBody>): HelpCenter {
	const centers = [...state.helpCenters.values()];
	const center = body.help_center_id
		? state.helpCenters.get(String(body.help_center_id))
		: centers.find((candidate) => candidate.default);
	if (!center) throw resourceNotFound();
	return center;
}

function parentOf({ state, body }: RouteRequest<CollectionBody>): string | null | undefined {
	if (!body.parent_id) return body.parent_id;
	return target(state.helpCenterCollections, body.parent_id, resourceNotFound()).id;
}

/** The texts of a collection, with what a request changes. */
function textsOf(
	request: RouteRequest<CollectionBody>,
	{ locales: [defaultLocale] }: HelpCenter,
	before: Readonly<Record<string, CollectionText>>,
): Record<string, CollectionText> {
	const { name, description, translated_content: translations } = request.body;
	const texts: Record<string, CollectionText> = { ...before };
	const given: Array<[string, { name?: string; description?: string }]> = [
		[defaultLocale, { name, description }],
		...Object.entries(translations ?? {}),
	];
	for (const [locale, content] of given) {
		const known = texts[knownLocale(request, locale)] ?? { name: '', description: null };
		texts[locale] = {
			name: content.name ?? known.name,
			description: content.description ?? known.description,
		};
	}
	return texts;
}
