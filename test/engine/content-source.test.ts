import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const contentSource = testResource('contentSource');

const address = 'https://docs.example.com';

const stored = (id: unknown) => contentSource.emulator.state.contentSources.get(String(id));

describe('Content Source', () => {
	it('is created for pages that come by the API', async () => {
		const [{ id }] = await contentSource.output('create', {
			url: address,
			additionalFields: { audienceIds: '1, 2', status: 'deactivated' },
		});
		expect(contentSource.lastRequest().body).toEqual({
			sync_behavior: 'api',
			url: address,
			audience_ids: [1, 2],
			status: 'deactivated',
		});
		expect(stored(id)).toMatchObject({ url: address, status: 'deactivated' });
	});

	it('keeps its address and kind of sync when something else changes', async () => {
		const automatic = [...contentSource.emulator.state.contentSources.values()].find(
			({ sync_behavior: sync }) => sync === 'automatic',
		);
		await contentSource.output('update', {
			contentSourceId: byId(automatic?.id),
			updateFields: { status: 'deactivated' },
		});
		expect(contentSource.lastRequest().body).toEqual({
			sync_behavior: 'automated',
			url: automatic?.url,
			status: 'deactivated',
		});
		expect(stored(automatic?.id)).toMatchObject({
			status: 'deactivated',
			sync_behavior: 'automatic',
			url: automatic?.url,
		});
	});

	it('loses its audiences by null', async () => {
		const [{ id }] = await contentSource.output('create', {
			url: address,
			additionalFields: { audienceIds: '1' },
		});
		const updateFields = { audienceIds: '={{ null }}', url: `${address}/v2` };
		await contentSource.output('update', { contentSourceId: byId(id), updateFields });
		expect(stored(id)).toMatchObject({ audience_ids: [], url: `${address}/v2` });
	});

	it('is read, deleted with its pages, and then missing', async () => {
		const [{ id }] = await contentSource.output('create', { url: address });
		const contentSourceId = byId(id);
		expect(await contentSource.output('get', { contentSourceId })).toMatchObject([{ id }]);
		expect(await contentSource.output('delete', { contentSourceId })).toMatchObject([
			{ deleted: true },
		]);
		const failure = await contentSource.failure('update', {
			contentSourceId,
			updateFields: { status: 'active' },
		});
		expect(failure).toContain('Intercom could not find the external page or content source');
	});

	it('is listed over all pages, and looked through by address in the editor', async () => {
		for (let index = 0; index < 55; index += 1)
			await contentSource.output('create', { url: `${address}/${index}` });
		const listed = await contentSource.output('getAll', { returnAll: true });
		const ids = listed.map(({ id }) => String(id)).sort();
		expect(ids).toEqual([...contentSource.emulator.state.contentSources.keys()].sort());
		const credentials = contentSource.emulator.credentials();
		const method = 'searchContentSources';
		const { results } = await searchList({ method, filter: `${address}/54`, credentials });
		expect(results).toEqual([{ name: `${address}/54`, value: expect.any(String) }]);
	});
});
