import { describe, expect, it } from '@jest/globals';

import { loadOptions, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const externalPage = testResource('externalPage');

const stored = (id: unknown) => externalPage.emulator.state.externalPages.get(String(id));

/** Stores a source that takes pages by the API. */
function newSource(): string {
	const { contentSources, identifiers } = externalPage.emulator.state;
	const id = identifiers.nextNumber('contentSource');
	const [first] = contentSources.values();
	const url = `https://docs.example.com/${id}`;
	contentSources.set(id, { ...first, id, url, sync_behavior: 'api' });
	return id;
}

const page = (source: string, more: Record<string, unknown> = {}) => ({
	contentSourceId: byId(source),
	externalId: 'returns-policy',
	title: 'Returns policy',
	html: '<p>Within 30 days</p>',
	...more,
});

const url = 'https://docs.example.com/returns';

describe('External Page', () => {
	it('is created once, and updated where its source and external ID are known', async () => {
		const source = newSource();
		const additionalFields = { aiAgentAvailability: true, url };
		const [created] = await externalPage.output('upsert', page(source, { additionalFields }));
		expect(externalPage.lastRequest().body).toEqual({
			locale: 'en',
			source_id: Number(source),
			external_id: 'returns-policy',
			title: 'Returns policy',
			html: '<p>Within 30 days</p>',
			ai_agent_availability: true,
			url,
		});
		const [updated] = await externalPage.output('upsert', page(source, { title: 'Returns' }));
		expect(updated.id).toBe(created.id);
		expect(stored(created.id)).toMatchObject({ title: 'Returns', ai_agent_availability: true });
		const [other] = await externalPage.output('upsert', page(newSource()));
		expect(other.id).not.toBe(created.id);
	});

	it('keeps what is not to change', async () => {
		const additionalFields = { url };
		const source = newSource();
		const [{ id }] = await externalPage.output('upsert', page(source, { additionalFields }));
		await externalPage.output('update', {
			externalPageId: byId(id),
			updateFields: { title: 'Returns', finAvailability: true },
		});
		expect(externalPage.lastRequest().body).toEqual({
			locale: 'en',
			source_id: Number(source),
			title: 'Returns',
			html: '<p>Within 30 days</p>',
			url,
			fin_availability: true,
		});
		const sourceId = newSource();
		await externalPage.output('update', { externalPageId: byId(id), updateFields: { sourceId } });
		expect(stored(id)).toMatchObject({ source_id: Number(sourceId), title: 'Returns' });
	});

	it('without a URL is not changed before it gets one', async () => {
		const [{ id }] = await externalPage.output('upsert', page(newSource()));
		const externalPageId = byId(id);
		const updateFields = { title: 'Returns' };
		expect(await externalPage.failure('update', { externalPageId, updateFields })).toContain(
			'The external page has no URL',
		);
		await externalPage.output('update', { externalPageId, updateFields: { url } });
		expect(stored(id)).toMatchObject({ url });
	});

	it('is read, deleted, and then missing', async () => {
		const [{ id }] = await externalPage.output('upsert', page(newSource()));
		const externalPageId = byId(id);
		expect(await externalPage.output('get', { externalPageId })).toMatchObject([{ id }]);
		expect(await externalPage.output('delete', { externalPageId })).toEqual([
			{ id, deleted: true },
		]);
		expect(await externalPage.failure('get', { externalPageId })).toContain(
			'Intercom could not find the external page or content source',
		);
	});

	it('is refused for a source that Intercom reads by itself', async () => {
		const { contentSources } = externalPage.emulator.state;
		const automatic = [...contentSources.values()].find(
			({ sync_behavior: sync }) => sync === 'automatic',
		);
		expect(await externalPage.failure('upsert', page(String(automatic?.id)))).toContain(
			'sync_behavior api',
		);
	});

	it('is listed over all pages, and offered by title in the editor, as are the sources', async () => {
		const source = newSource();
		for (let index = 0; index < 55; index += 1) {
			const title = `Page ${index}`;
			await externalPage.output('upsert', page(source, { externalId: title, title }));
		}
		const listed = await externalPage.output('getAll', { returnAll: true });
		const ids = listed.map(({ id }) => String(id)).sort();
		expect(ids).toEqual([...externalPage.emulator.state.externalPages.keys()].sort());
		const credentials = externalPage.emulator.credentials();
		const method = 'searchExternalPages';
		const { results } = await searchList({ method, filter: 'page 0', credentials });
		expect(results.map(({ name }) => name)).toEqual(['Page 0']);
		const sources = await loadOptions({ method: 'getContentSources', credentials });
		expect(sources).toContainEqual({
			name: `https://docs.example.com/${source}`,
			value: source,
		});
	});
});
