import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const internalArticle = testResource('internalArticle');

const stored = (id: unknown) => internalArticle.emulator.state.internalArticles.get(String(id));

const admins = () => [...internalArticle.emulator.state.admins.keys()];

describe('Internal Article', () => {
	it('belongs to the owner of the token unless said otherwise', async () => {
		const [me, other] = admins();
		await internalArticle.output('create', { title: 'Refunds', body: '<p>Ask first</p>' });
		expect(internalArticle.lastRequest().body).toEqual({
			title: 'Refunds',
			body: '<p>Ask first</p>',
			author_id: Number(me),
			owner_id: Number(me),
		});
		await internalArticle.output('create', {
			title: 'Refunds',
			format: 'markdown',
			bodyMarkdown: 'Ask *first*',
			ownerId: byId(other),
			additionalFields: { aiCopilotAvailability: true, audienceIds: '7' },
		});
		expect(internalArticle.lastRequest().body).toEqual({
			title: 'Refunds',
			body_markdown: 'Ask *first*',
			author_id: Number(me),
			owner_id: Number(other),
			ai_copilot_availability: true,
			audience_ids: [7],
		});
	});

	it('is changed, tagged, untagged and deleted', async () => {
		const [{ id }] = await internalArticle.output('create', { title: 'Credits' });
		const internalArticleId = byId(id);
		const [, other] = admins();
		await internalArticle.output('update', {
			internalArticleId,
			updateFields: { bodyMarkdown: 'As **agreed**', ownerId: other },
		});
		expect(stored(id)).toMatchObject({ title: 'Credits', owner_id: Number(other) });
		const [tag] = internalArticle.emulator.state.tags.keys();
		const tagged = { internalArticleId, tagId: byId(tag) };
		await internalArticle.output('addTag', tagged);
		expect(stored(id)?.tags).toMatchObject([{ id: tag }]);
		await internalArticle.output('removeTag', tagged);
		expect(stored(id)?.tags).toEqual([]);
		await internalArticle.output('delete', { internalArticleId });
		expect(stored(id)).toBeUndefined();
		expect(await internalArticle.failure('get', { internalArticleId })).toContain(
			'Intercom could not find the internal article [item 0]',
		);
	});

	it('with two bodies is refused before anything is sent', async () => {
		const before = internalArticle.emulator.requests.length;
		const failure = await internalArticle.failure('update', {
			internalArticleId: byId('1'),
			updateFields: { body: '<p>a</p>', bodyMarkdown: 'a' },
		});
		expect(failure).toContain('The content has a body in HTML and one in Markdown');
		expect(internalArticle.emulator.requests).toHaveLength(before);
	});

	it('is listed over all pages and found by its folder', async () => {
		for (let index = 0; index < 40; index += 1)
			await internalArticle.output('create', { title: `Note ${index}` });
		const all = await internalArticle.output('getAll', { returnAll: true });
		expect(all.map(({ id }) => id).sort()).toEqual(
			[...internalArticle.emulator.state.internalArticles.keys()].sort(),
		);
		expect(all[0]).not.toHaveProperty('audience_ids');
		const inFolder = await internalArticle.output('search', { folderId: '6', returnAll: true });
		expect(inFolder).toMatchObject([{ title: 'How we refund' }]);
		const anywhere = await internalArticle.output('search', { returnAll: true });
		expect(anywhere).toHaveLength(all.length);
	});

	it('is offered in the editor, by words where some are typed', async () => {
		const credentials = internalArticle.emulator.credentials();
		const method = 'searchInternalArticles';
		const { results } = await searchList({ method, filter: 'refund', credentials });
		expect(results.map(({ name }) => name)).toContain('How we refund');
		expect((await searchList({ method, credentials })).results).toHaveLength(25);
	});
});
