import { bodyOf, listOf, openObject, text } from '../body-schema';
import { IntercomError } from '../errors';
import { LOCALES, type Availability, type ContentSnippet } from '../knowledge/records';
import {
	audienceIds,
	availabilityFields,
	dated,
	NOT_AVAILABLE,
	readAvailability,
	target,
} from '../knowledge/wording';
import { numberedPage, PAGE_QUERY } from '../pagination';
import { Answer, route, type Route, type RouteRequest } from '../route';
import { contentTagRoutes } from './content-tags';

/** Page size of content snippets (2.16 `GET /content_snippets`; the default is its example's). */
const PAGE = { default: 50, maximum: 50 };

/** Body of 2.16 `content_snippet_create_request`. */
interface SnippetBody extends Partial<Availability> {
	title?: string;
	json_blocks?: object[];
	body_markdown?: string;
	locale?: string;
	audience_ids?: number[] | null;
}

const fields = {
	title: { type: 'string', maxLength: 255 },
	json_blocks: listOf(openObject),
	body_markdown: text,
	locale: text,
	audience_ids: audienceIds,
	...availabilityFields,
};

/** Content snippets (2.16, Content Snippets). */
export const contentSnippetRoutes: Route[] = [
	route({
		operation: 'GET /content_snippets',
		scope: 'read_content_snippets',
		query: PAGE_QUERY,
		handle(request) {
			const snippets = [...request.state.contentSnippets.values()];
			const { rows, total, pages } = numberedPage(request, snippets, PAGE);
			const { page, per_page, total_pages } = pages;
			return {
				type: 'list',
				data: rows.map(present),
				total_count: total,
				page,
				per_page,
				total_pages,
			};
		},
	}),
	route<SnippetBody>({
		operation: 'POST /content_snippets',
		scope: 'write_content_snippets',
		body: bodyOf(fields, ['title']),
		handle(request) {
			const { state, clock, body } = request;
			const snippet: ContentSnippet = {
				id: state.identifiers.nextNumber('contentSnippet'),
				title: body.title ?? '',
				locale: 'en',
				json_blocks: [],
				body_markdown: null,
				audience_ids: [],
				tags: [],
				used_by_procedure: false,
				...NOT_AVAILABLE,
				created_at: clock.seconds(),
				...changesOf(request),
				...dated(request),
			};
			state.contentSnippets.set(snippet.id, snippet);
			return new Answer(201, present(snippet));
		},
	}),
	route({
		operation: 'GET /content_snippets/{id}',
		scope: 'read_content_snippets',
		handle: (request) => present(targetSnippet(request)),
	}),
	route<SnippetBody>({
		operation: 'PUT /content_snippets/{id}',
		scope: 'write_content_snippets',
		body: bodyOf(fields),
		handle(request) {
			const changed = { ...targetSnippet(request), ...changesOf(request), ...dated(request) };
			request.state.contentSnippets.set(changed.id, changed);
			return present(changed);
		},
	}),
	route({
		operation: 'DELETE /content_snippets/{id}',
		scope: 'write_content_snippets',
		handle(request) {
			const { id, used_by_procedure: isUsed } = targetSnippet(request);
			if (isUsed) {
				throw new IntercomError(
					422,
					'content_has_procedure_dependencies',
					'Content snippet has dependent procedures and cannot be deleted',
				);
			}
			request.state.contentSnippets.delete(id);
			return new Answer(204);
		},
	}),
	...contentTagRoutes({
		path: '/content_snippets/{content_snippet_id}',
		scope: 'write_content_snippets',
		missing: ['content_snippet_not_found', 'Content snippet not found'],
		records: (state) => state.contentSnippets,
	}),
];

function targetSnippet({ state, params }: RouteRequest): ContentSnippet {
	const missing = new IntercomError(404, 'not_found', 'Content snippet not found');
	return target(state.contentSnippets, params.id, missing);
}

/** Blocks and Markdown stand for each other; the emulator turns one into the other in a plain way. */
function changesOf({ body }: RouteRequest<SnippetBody>): Partial<ContentSnippet> {
	const { title, json_blocks: blocks, body_markdown: markdown, locale, audience_ids } = body;
	if (blocks !== undefined && markdown !== undefined) {
		throw invalid('json_blocks and body_markdown are mutually exclusive');
	}
	if (locale !== undefined && !LOCALES.includes(locale)) {
		throw invalid('The language is not currently supported for Fin');
	}
	return {
		...readAvailability(body),
		...(title === undefined ? {} : { title }),
		...(locale === undefined ? {} : { locale }),
		...(audience_ids ? { audience_ids } : {}),
		...(blocks === undefined
			? {}
			: { json_blocks: blocks, body_markdown: blocks.map(textOf).join('\n\n') }),
		...(markdown === undefined
			? {}
			: { json_blocks: [{ type: 'paragraph', text: markdown }], body_markdown: markdown }),
	};
}

function textOf(block: object): string {
	return 'text' in block ? String(block.text) : '';
}

function invalid(message: string): IntercomError {
	return new IntercomError(422, 'validation_error', message);
}

/** A content snippet in the shape of 2.16 `content_snippet`. */
function present({ tags: _tags, used_by_procedure: _used, ...snippet }: ContentSnippet): object {
	return {
		type: 'content_snippet',
		...snippet,
		chatbot_availability: Number(snippet.ai_chatbot_availability),
		copilot_availability: Number(snippet.ai_copilot_availability),
	};
}
