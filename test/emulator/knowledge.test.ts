import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { IntercomClient } from 'intercom-client';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { errorOf, field, send } from './client';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator();
});
afterEach(() => emulator.assertClean());
afterAll(async () => await emulator.close());

const me = () => {
	const [id] = emulator.state.admins.keys();
	return Number(id);
};

async function publish(title: string): Promise<string> {
	const body = { title, author_id: me(), state: 'published' };
	return field((await send(emulator, 'POST /articles', { body })).body, 'id');
}

async function update(id: string, body: object): Promise<unknown> {
	return (await send(emulator, `PUT /articles/${id}`, { body })).body;
}

describe('Articles', () => {
	it('go live at once, unless a draft is pending', async () => {
		const id = await publish('First');
		expect(await update(id, { title: 'Second' })).toMatchObject({
			title: 'Second',
			has_unpublished_changes: false,
		});
		await send(emulator, `PUT /articles/${id}/draft`, { body: { body: '<p>Third</p>' } });
		expect(await update(id, { title: 'Third' })).toMatchObject({
			title: 'Second',
			has_unpublished_changes: true,
		});
		const draft = await send(emulator, `GET /articles/${id}/draft`);
		expect(draft.body).toMatchObject({ title: 'Third', body: '<p class="no-margin">Third</p>' });
	});

	it('with a time to be published wait for it', async () => {
		const id = await publish('Now');
		const answer = await update(id, {
			title: 'Later',
			scheduled_publish_at: '2100-01-01T00:00:00Z',
		});
		expect(answer).toMatchObject({
			title: 'Now',
			has_unpublished_changes: true,
			scheduled_publish_at: Date.UTC(2100, 0, 1) / 1000,
		});
	});

	it.each([
		[{ scheduled_publish_at: '2001-01-01T00:00:00Z' }, 'must be an ISO 8601 time in the future'],
		[
			{ state: 'draft', scheduled_publish_at: '2100-01-01T00:00:00Z' },
			'A draft cannot be scheduled for publishing',
		],
		[
			{
				scheduled_publish_at: '2100-01-01T00:00:00Z',
				scheduled_unpublish_at: '2100-02-01T00:00:00Z',
			},
			'Only one schedule can be set at a time',
		],
		[{ body: 'a', body_markdown: 'a' }, 'body and body_markdown are mutually exclusive'],
		[{ translated_content: { de: { title: 'a' } } }, 'Unknown locale'],
		[{ author_id: 1 }, 'author_id must be a teammate of the workspace'],
	])('refuse %j', async (body, message) => {
		const id = await publish('Refusing');
		const answer = await send(emulator, `PUT /articles/${id}`, { body });
		expect(errorOf(answer)).toContain(`400 parameter_invalid: `);
		expect(errorOf(answer)).toContain(message);
	});

	it('want times in ISO 8601, as the description does', async () => {
		const id = await publish('Dated');
		const body = { scheduled_publish_at: '2100-01-01' };
		const answer = await send(emulator, `PUT /articles/${id}`, { body });
		expect(errorOf(answer)).toContain('must be an ISO 8601 time in the future');
		expect(emulator.takeViolations()).toHaveLength(1);
	});

	it('need an author, and a number where one is described', async () => {
		const answer = await send(emulator, 'POST /articles', { body: { title: 'Anonymous' } });
		expect(errorOf(answer)).toBe(
			'400 parameter_not_found: author_id must be in the main body or default locale translated_content object',
		);
		const body = { title: 'Texts', author_id: String(me()) };
		const wrong = await send(emulator, 'POST /articles', { body });
		expect(errorOf(wrong)).toBe('400 parameter_invalid: author_id must be integer');
		emulator.takeViolations();
	});

	it('say which languages can be published', async () => {
		const id = await publish('Languages');
		const publishing = `POST /articles/${id}/draft/publish`;
		expect(errorOf(await send(emulator, publishing, { body: { locales: ['en'] } }))).toBe(
			'422 parameter_invalid: Article has no draft to publish',
		);
		await send(emulator, `PUT /articles/${id}/draft`, { body: { title: 'Changed' } });
		expect(errorOf(await send(emulator, publishing, { body: { locales: ['fr'] } }))).toBe(
			'422 parameter_invalid: Cannot publish a draft for locale(s) without pending changes: fr',
		);
	});

	it('of a workspace with one language have no translations and need none named', async () => {
		const [center] = emulator.state.helpCenters.values();
		emulator.state.helpCenters.set(center.id, { ...center, locales: ['en'] });
		const id = await publish('Monolingual');
		await send(emulator, `PUT /articles/${id}/draft`, { body: { title: 'Changed' } });
		const answer = await send(emulator, `POST /articles/${id}/draft/publish`);
		expect(answer).toMatchObject({ status: 200, body: { title: 'Changed' } });
		expect(answer.body).not.toHaveProperty('translated_content');
		emulator.state.helpCenters.set(center.id, center);
	});
});

describe('Bulk actions', () => {
	it('drop content of a kind that the action does not take, in silence', async () => {
		const id = await publish('Stays');
		const body = { action: 'unpublish', content_ids: [{ type: 'article', id }] };
		const answer = await send(emulator, 'POST /content/bulk_actions', { body });
		expect(answer.status).toBe(202);
		expect(emulator.state.articles.get(id)?.texts.en.state).toBe('published');
	});

	it('delete one language of an article, or all of it with the last', async () => {
		const id = await publish('Bilingual');
		await update(id, { translated_content: { fr: { title: 'Bilingue' } } });
		const remove = async (locale: string) => {
			const text = emulator.state.articles.get(id)?.texts[locale].id;
			const body = { action: 'delete', content_ids: [{ type: 'article_content', id: text }] };
			await send(emulator, 'POST /content/bulk_actions', { body });
		};
		await remove('fr');
		expect(Object.keys(emulator.state.articles.get(id)?.texts ?? {})).toEqual(['en']);
		await remove('en');
		expect(emulator.state.articles.has(id)).toBe(false);
	});
});

describe('Official SDK against the knowledge of the emulator', () => {
	it('writes, finds, walks through and deletes articles', async () => {
		const client = new IntercomClient({ token: emulator.token, environment: emulator.url });
		const { id = '' } = await client.articles.create({
			title: 'From the SDK',
			author_id: me(),
			state: 'published',
		});
		const article_id = Number(id);
		await client.articles.update({ article_id, title: 'Renamed by the SDK' });
		expect(await client.articles.find({ article_id })).toMatchObject({
			title: 'Renamed by the SDK',
		});
		const { data } = await client.articles.search({ phrase: 'renamed' });
		expect(data?.articles?.map((found) => found.id)).toEqual([id]);
		const listed = new Set<string | undefined>();
		for await (const found of await client.articles.list({ per_page: 3 })) listed.add(found.id);
		expect([...listed].sort()).toEqual([...emulator.state.articles.keys()].sort());
		expect(await client.articles.delete({ article_id })).toMatchObject({ deleted: true });
		// The SDK asks in version 2.14, which the description of 2.16 knows nothing of.
		emulator.takeViolations();
	});

	it('creates a collection', async () => {
		const client = new IntercomClient({ token: emulator.token, environment: emulator.url });
		const collection = await client.helpCenters.collections.create({ name: 'SDK' });
		expect(emulator.state.helpCenterCollections.has(collection.id)).toBe(true);
		emulator.takeViolations();
	});
});
