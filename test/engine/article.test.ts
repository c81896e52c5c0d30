import { describe, expect, it } from '@jest/globals';

import { loadOptions, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const article = testResource('article');

const stored = (id: unknown) => article.emulator.state.articles.get(String(id));

async function publish(title: string): Promise<string> {
	const [{ id }] = await article.output('create', {
		title,
		body: `<p>${title} in full</p>`,
		state: 'published',
	});
	return String(id);
}

describe('Article: Create and Update', () => {
	it('is a draft by the owner of the token unless said otherwise', async () => {
		const [created] = await article.output('create', { title: 'Hours', body: '<p>Nine</p>' });
		const [me] = article.emulator.state.admins.keys();
		expect(article.lastRequest().body).toEqual({
			title: 'Hours',
			body: '<p>Nine</p>',
			state: 'draft',
			author_id: Number(me),
		});
		expect(created).toMatchObject({ title: 'Hours', state: 'draft', author_id: Number(me) });
	});

	it('asks for the owner of the token once for all items', async () => {
		const before = article.emulator.requests.length;
		const items = [{ title: 'One' }, { title: 'Two' }, { title: 'Three' }];
		const { error } = await article.run('create', { title: '={{ $json.title }}' }, items);
		expect(error).toBeUndefined();
		const paths = article.emulator.requests.slice(before).map(({ path }) => path);
		expect(paths.sort()).toEqual(['/articles', '/articles', '/articles', '/me']);
	});

	it('takes Markdown, translations, a collection and a time to publish, in their types', async () => {
		const [, author] = [...article.emulator.state.admins.keys()];
		const [collection] = article.emulator.state.helpCenterCollections.keys();
		const [{ id }] = await article.output('create', {
			title: 'Hours',
			format: 'markdown',
			bodyMarkdown: '**Nine** to five',
			state: 'published',
			authorId: byId(author),
			additionalFields: {
				audienceIds: '1, 2',
				parentId: collection,
				scheduledPublishAt: '2100-01-01T09:00:00',
			},
			translatedContent: {
				translation: [{ locale: 'fr', title: 'Horaires', bodyMarkdown: 'De neuf à cinq' }],
			},
		});
		expect(article.lastRequest().body).toEqual({
			title: 'Hours',
			body_markdown: '**Nine** to five',
			state: 'published',
			author_id: Number(author),
			audience_ids: [1, 2],
			parent_id: Number(collection),
			parent_type: 'collection',
			scheduled_publish_at: '2100-01-01T09:00:00.000Z',
			translated_content: { fr: { title: 'Horaires', body_markdown: 'De neuf à cinq' } },
		});
		expect(stored(id)).toMatchObject({ parent_id: collection, audience_ids: [1, 2] });
		expect(stored(id)?.texts.fr).toMatchObject({ title: 'Horaires', state: 'draft' });
	});

	it('a translation whose state is not mentioned keeps it', async () => {
		const articleId = byId(await publish('Contact us'));
		const french = (fields: Record<string, unknown>) => ({
			articleId,
			translatedContent: { translation: [{ locale: 'fr', ...fields }] },
		});
		await article.output('update', french({ title: 'Contact', state: 'published' }));
		await article.output('update', french({ title: 'Nous contacter' }));
		expect(article.lastRequest().body).toEqual({
			translated_content: { fr: { title: 'Nous contacter' } },
		});
		expect(stored(articleId.value)?.texts.fr).toMatchObject({
			title: 'Nous contacter',
			state: 'published',
		});
	});

	it('changes only what is given; the collection is a text here', async () => {
		const id = await publish('Prices');
		const [collection] = article.emulator.state.helpCenterCollections.keys();
		await article.output('update', {
			articleId: byId(id),
			updateFields: { description: 'What it costs', parentId: collection },
		});
		expect(article.lastRequest().body).toEqual({
			description: 'What it costs',
			parent_id: collection,
			parent_type: 'collection',
		});
		expect(stored(id)?.texts.en).toMatchObject({
			title: 'Prices',
			description: 'What it costs',
			state: 'published',
		});
	});

	it.each([
		[
			'two bodies',
			{ updateFields: { body: '<p>a</p>', bodyMarkdown: 'a' } },
			'The content has a body in HTML and one in Markdown',
		],
		[
			'two bodies of a translation',
			{ translatedContent: { translation: [{ locale: 'fr', body: 'a', bodyMarkdown: 'a' }] } },
			"The translation 'fr' has a body in HTML and one in Markdown",
		],
		[
			'a translation without a language',
			{ translatedContent: { translation: [{ title: 'Prix' }] } },
			"A row of 'Translations' has no locale",
		],
		[
			'an author that is no ID',
			{ updateFields: { authorId: 'somebody' } },
			`'Author Name or ID' must be a numeric ID, not "somebody"`,
		],
	])('refuses %s before anything is sent', async (_title, fields, message) => {
		const before = article.emulator.requests.length;
		expect(await article.failure('update', { articleId: byId('1'), ...fields })).toContain(message);
		expect(article.emulator.requests).toHaveLength(before);
	});

	it.each([
		[
			'create',
			'a draft with a time to publish',
			{ title: 'Soon', additionalFields: { scheduledPublishAt: '2100-01-01T00:00:00Z' } },
			"'Publish At' needs the state Published",
		],
		[
			'create',
			'a time to publish that is past',
			{
				title: 'Too late',
				state: 'published',
				additionalFields: { scheduledPublishAt: '2001-01-01T00:00:00Z' },
			},
			"'Publish At' must be in the future, not 2001-01-01T00:00:00.000Z",
		],
		[
			'update',
			'a draft with a time to publish',
			{ updateFields: { state: 'draft', scheduledPublishAt: '2100-01-01T00:00:00Z' } },
			"'Publish At' needs the state Published",
		],
		[
			'update',
			'a time to publish together with one to unpublish',
			{
				updateFields: {
					scheduledPublishAt: '2100-01-01T00:00:00Z',
					scheduledUnpublishAt: '2100-02-01T00:00:00Z',
				},
			},
			"'Publish At' and 'Unpublish At' are both set",
		],
		[
			'update',
			'a time to unpublish that is past',
			{ updateFields: { scheduledUnpublishAt: '2001-01-01T00:00:00Z' } },
			"'Unpublish At' must be in the future, not 2001-01-01T00:00:00.000Z",
		],
	])('%s refuses %s before anything is sent', async (operation, _title, fields, message) => {
		const before = article.emulator.requests.length;
		const parameters = operation === 'update' ? { articleId: byId('1'), ...fields } : fields;
		expect(await article.failure(operation, parameters)).toContain(message);
		expect(article.emulator.requests).toHaveLength(before);
	});

	it('schedules a draft that the state leaves alone, and gives up a schedule by null', async () => {
		const [{ id }] = await article.output('create', { title: 'Opening' });
		const update = async (scheduledPublishAt: string) =>
			await article.output('update', { articleId: byId(id), updateFields: { scheduledPublishAt } });
		await update('2100-01-01T00:00:00Z');
		expect(article.lastRequest().body).toEqual({
			scheduled_publish_at: '2100-01-01T00:00:00.000Z',
		});
		await update('={{ null }}');
		expect(article.lastRequest().body).toEqual({ scheduled_publish_at: null });
	});

	it('says what Intercom finds wrong', async () => {
		const failure = await article.failure('create', { title: 'Hours', authorId: byId('999') });
		expect(failure).toContain("Intercom did not accept the field 'author_id'");
	});
});

describe('Article: drafts and versions', () => {
	it('holds changes back until they are published, language by language', async () => {
		const id = await publish('Returns');
		const articleId = byId(id);
		expect(
			await article.output('saveDraft', { articleId, draftFields: { title: 'Returns, easier' } }),
		).toMatchObject([{ title: 'Returns, easier' }]);
		expect(await article.output('get', { articleId })).toMatchObject([{ title: 'Returns' }]);
		expect(await article.output('getDraft', { articleId })).toMatchObject([
			{ title: 'Returns, easier' },
		]);
		expect(await article.failure('publishDraft', { articleId })).toContain(
			'locales must be specified to publish a draft on a multilingual workspace',
		);
		await article.output('publishDraft', { articleId, locales: 'en' });
		expect(article.lastRequest().body).toEqual({ locales: ['en'] });
		expect(await article.output('get', { articleId })).toMatchObject([
			{ title: 'Returns, easier' },
		]);
		expect(await article.failure('getDraft', { articleId })).toContain(
			'Intercom could not find the article',
		);
	});

	it('of an article that was never public is refused', async () => {
		const [{ id }] = await article.output('create', { title: 'Secret' });
		const parameters = { articleId: byId(id), draftFields: { title: 'More secret' } };
		expect(await article.failure('saveDraft', parameters)).toContain(
			'Article must be published before a draft can be staged',
		);
	});

	it('keeps the history, page by page, and each text in it', async () => {
		const id = await publish('Shipping');
		const articleId = byId(id);
		for (const title of ['Shipping 2', 'Shipping 3'])
			await article.output('update', { articleId, updateFields: { title } });
		const versions = await article.output('getVersions', {
			articleId,
			locale: 'en',
			returnAll: true,
			pageOptions: { pageSize: 2 },
		});
		expect(versions.map(({ title, state }) => [title, state])).toEqual([
			['Shipping 3', 'published'],
			['Shipping 2', 'draft'],
			['Shipping', 'draft'],
		]);
		expect(versions[0]).not.toHaveProperty('body');
		const versionId = versions[2].id;
		expect(await article.output('getVersion', { articleId, versionId })).toMatchObject([
			{ id: versionId, body: '<p>Shipping in full</p>' },
		]);
		expect(await article.failure('getVersions', { articleId, locale: 'xx' })).toContain(
			'Unknown locale',
		);
	});
});

describe('Article: lists, tags and the rest', () => {
	it('finds articles inside of the object that search answers with, over all pages', async () => {
		for (let index = 0; index < 12; index += 1) await publish(`Giraffe ${index}`);
		const found = await article.output('search', { phrase: 'giraffe', returnAll: true });
		expect(found).toHaveLength(12);
		expect(found[0]).toMatchObject({ title: 'Giraffe 0', state: 'published' });
		expect(await article.output('search', { phrase: 'giraffe', limit: 3 })).toHaveLength(3);
		expect(await article.output('search', { phrase: 'no such animal' })).toEqual([]);
		await article.output('search', { limit: 1 });
		expect(article.lastRequest().query).not.toHaveProperty('phrase');
		const drafts = { phrase: 'giraffe', filters: { state: 'draft' } };
		expect(await article.output('search', drafts)).toEqual([]);
	});

	it('gives what was found with its highlights as a full page', async () => {
		await publish('Zebra crossing');
		const [page] = await article.output('search', {
			phrase: 'zebra',
			filters: { highlight: true },
			output: 'page',
		});
		expect(page).toMatchObject({
			total_count: 1,
			data: {
				highlights: [
					{ highlighted_title: expect.arrayContaining([{ type: 'highlight', text: 'Zebra' }]) },
				],
			},
		});
	});

	it('lists all articles once, newest first', async () => {
		const listed = await article.output('getAll', {
			returnAll: true,
			pageOptions: { pageSize: 7 },
		});
		const ids = listed.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.sort()).toEqual([...article.emulator.state.articles.keys()].sort());
	});

	it('is tagged, untagged and deleted', async () => {
		const articleId = byId(await publish('Tagged'));
		const [tag] = article.emulator.state.tags.keys();
		const [, admin] = [...article.emulator.state.admins.keys()];
		const parameters = { articleId, tagId: byId(tag), adminId: byId(admin) };
		expect(await article.output('addTag', parameters)).toMatchObject([
			{ id: tag, applied_by: { id: admin } },
		]);
		expect(await article.output('get', { articleId })).toMatchObject([{ tags: ['Beta Tester'] }]);
		expect(await article.output('removeTag', { articleId, tagId: byId(tag) })).toMatchObject([
			{ id: tag, applied_at: null },
		]);
		expect(await article.failure('removeTag', { articleId, tagId: byId(tag) })).toContain(
			'Tag not found',
		);
		expect(await article.output('delete', { articleId })).toMatchObject([{ deleted: true }]);
		expect(await article.failure('get', { articleId })).toContain(
			'Intercom could not find the article [item 0]',
		);
	});

	it('is known by its address in Intercom and on the help center', async () => {
		const id = await publish('Addressed');
		for (const value of [
			`https://app.intercom.com/a/apps/abc123/articles/articles/${id}/show`,
			`https://help.example.com/en/articles/${id}-addressed`,
		])
			expect(
				await article.output('get', { articleId: { __rl: true, mode: 'url', value } }),
			).toMatchObject([{ id }]);
	});

	it('is offered in the editor page by page, and searched by Intercom', async () => {
		const credentials = article.emulator.credentials();
		const first = await searchList({ method: 'searchArticles', credentials });
		expect(first.results).toHaveLength(15);
		const { paginationToken } = first;
		const second = await searchList({
			method: 'searchArticles',
			paginationToken: String(paginationToken),
			credentials,
		});
		expect(second.results[0]).not.toEqual(first.results[0]);
		const filtered = await searchList({
			method: 'searchArticles',
			filter: 'zebra',
			credentials,
		});
		expect(filtered.results.map(({ name }) => name)).toEqual(['Zebra crossing']);
		const collections = await loadOptions({ method: 'getCollections', credentials });
		expect(collections.map(({ name }) => name)).toEqual(['Billing', 'Getting Started']);
	});
});
