import { describe, expect, it } from '@jest/globals';

import { loadOptions } from '../support/methods';
import { testResource } from '../support/resource';

const content = testResource('content');

const someArticle = () => {
	const [article] = content.emulator.state.articles.values();
	return article;
};

const someSnippet = () => {
	const [snippet] = content.emulator.state.contentSnippets.values();
	return snippet;
};

const tags = () => [...content.emulator.state.tags.keys()];

describe('Content: Search', () => {
	it('finds knowledge of all kinds by words', async () => {
		const found = await content.output('search', { query: 'billing first' });
		expect(found.map(({ type }) => type).sort()).toEqual(['content_snippet', 'internal_article']);
		expect(await content.output('search', { query: 'password' })).toMatchObject([
			{ type: 'article', contents: [{ locale: 'en' }, { locale: 'fr' }] },
		]);
	});

	it('sends lists as comma-separated text and dates as Unix seconds', async () => {
		const [tag, other] = tags();
		await content.output('search', {
			query: 'refund',
			filters: {
				anyTagIds: [tag, other],
				excludedTagIds: [tag],
				contentTypes: ['snippet', 'article'],
				createdAtAfter: '2026-01-01T00:00:00Z',
				folderIds: '6, 7',
				locales: 'en, fr',
				states: ['draft', 'published'],
			},
		});
		expect(content.lastRequest().query).toMatchObject({
			query: 'refund',
			any_tag_ids: `${tag},${other}`,
			tag_ids: tag,
			tag_operator: 'NIN',
			content_types: 'snippet,article',
			created_at_after: String(Date.UTC(2026, 0, 1) / 1000),
			folder_ids: '6,7',
			folder_entity_type: 'folder',
			locales: 'en,fr',
			states: 'draft,published',
		});
	});

	it('is narrowed down by what a filter says', async () => {
		const titles = async (filters: Record<string, unknown>) =>
			(await content.output('search', { filters, returnAll: true })).map(({ title }) => title);
		expect(await titles({ states: ['draft'] })).toEqual(['Coming soon']);
		expect(await titles({ locales: 'fr' })).toEqual(['Reset your password']);
		expect(await titles({ contentTypes: ['snippet'] })).toEqual(['Refund policy']);
		expect(await titles({ folderIds: '6' })).toEqual(['How we refund']);
		expect(await titles({ finServiceState: 'on' })).toEqual([]);
		expect(await titles({ updatedAtAfter: '2100-01-01T00:00:00Z' })).toEqual([]);
	});

	it('follows addresses of further pages on the host of the credential only', async () => {
		const before = content.emulator.requests.length;
		const all = await content.output('search', { returnAll: true, pageOptions: { pageSize: 1 } });
		expect(all).toHaveLength(4);
		expect(content.emulator.requests.length - before).toBe(4);
	});
});

describe('Content: Bulk Action', () => {
	const textIds = () => Object.values(someArticle().texts).map(({ id }) => id);
	const states = () => Object.values(someArticle().texts).map(({ state }) => state);

	it('takes articles down and publishes them again, by the IDs of their texts', async () => {
		const [answer] = await content.output('bulkAction', {
			action: 'unpublish',
			contentIds: textIds().join(', '),
		});
		expect(answer).toEqual({ type: 'content_bulk_action', status: 'queued' });
		expect(states()).toEqual(['draft', 'draft']);
		await content.run('bulkAction', { action: 'publish', contentIds: '={{ $json.ids }}' }, [
			{ ids: textIds() },
		]);
		expect(content.lastRequest().body).toEqual({
			action: 'publish',
			content_ids: textIds().map((id) => ({ type: 'article_content', id })),
		});
		expect(states()).toEqual(['published', 'published']);
	});

	it('sets availability, audience and tags', async () => {
		const onSnippet = { contentType: 'content_snippet', contentIds: someSnippet().id };
		await content.output('bulkAction', {
			...onSnippet,
			action: 'set_availability',
			availability: { aiAgent: true, copilot: false },
		});
		await content.output('bulkAction', {
			...onSnippet,
			action: 'set_audience',
			audience: { addSegmentIds: '100, 200', removeAll: true },
		});
		const [tag, other] = tags();
		await content.output('bulkAction', {
			...onSnippet,
			action: 'update_tags',
			tags: { addTagIds: [tag, other] },
		});
		expect(content.lastRequest().body).toMatchObject({
			tags: { add_tag_ids: [Number(tag), Number(other)] },
		});
		await content.output('bulkAction', {
			...onSnippet,
			action: 'update_tags',
			tags: { removeTagIds: [other] },
		});
		expect(someSnippet()).toMatchObject({
			ai_chatbot_availability: true,
			ai_copilot_availability: false,
			audience_ids: [100, 200],
			tags: [{ id: tag }],
		});
	});

	it.each([
		[
			'an action that Intercom would not carry out on this kind of content',
			{ action: 'publish', contentType: 'content_snippet', contentIds: '1' },
			"'Action' can't be done with the chosen 'Content Type'",
		],
		[
			'publishing articles by their own IDs',
			{ action: 'publish', contentType: 'article', contentIds: '1' },
			"Choose the type 'Article Text'",
		],
		[
			'tagging texts instead of articles',
			{ action: 'update_tags', contentType: 'article_content', contentIds: '1' },
			"Choose the type 'Article' and give the ID of the article itself.",
		],
		[
			'tags that nobody chose',
			{ action: 'update_tags', contentType: 'article', contentIds: '1' },
			"'Changes' is empty: nothing is chosen to change",
		],
		[
			'more than Intercom takes',
			{
				action: 'publish',
				contentIds: Array.from({ length: 1001 }, (_, index) => index).join(','),
			},
			"'Content IDs' names 1001 items, but Intercom takes at most 1000 at once",
		],
	])('refuses %s before anything is sent', async (_title, parameters, message) => {
		const before = content.emulator.requests.length;
		expect(await content.failure('bulkAction', parameters)).toContain(message);
		expect(content.emulator.requests).toHaveLength(before);
	});

	it('says which tags Intercom does not know', async () => {
		const failure = await content.failure('bulkAction', {
			action: 'update_tags',
			contentType: 'article',
			contentIds: someArticle().id,
			tags: { addTagIds: ['999'] },
		});
		expect(failure).toContain('Unknown tags: 999');
	});

	it('offers tags by name', async () => {
		const options = await loadOptions({
			method: 'getTags',
			credentials: content.emulator.credentials(),
		});
		expect(options.map(({ name }) => name)).toEqual([
			'Beta Tester',
			'Customer Advisory Board',
			'VIP',
		]);
	});
});
