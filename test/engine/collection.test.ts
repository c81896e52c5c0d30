import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const collection = testResource('collection');

const stored = (id: unknown) => collection.emulator.state.helpCenterCollections.get(String(id));

describe('Collection', () => {
	it('is created in the default help center, or inside of another one', async () => {
		const [parent] = await collection.output('create', { name: 'Shipping' });
		expect(collection.lastRequest().body).toEqual({ name: 'Shipping' });
		const [center] = collection.emulator.state.helpCenters.keys();
		await collection.output('create', {
			name: 'Returns',
			additionalFields: {
				description: 'Sending things back',
				helpCenterId: center,
				parentId: parent.id,
			},
			translatedContent: { translation: [{ locale: 'fr', name: 'Retours' }] },
		});
		expect(collection.lastRequest().body).toEqual({
			name: 'Returns',
			description: 'Sending things back',
			help_center_id: Number(center),
			parent_id: parent.id,
			translated_content: { fr: { name: 'Retours' } },
		});
	});

	it('is renamed, and moved to the first level by null', async () => {
		const [{ id: parentId }] = await collection.output('create', { name: 'Outer' });
		const [{ id }] = await collection.output('create', {
			name: 'Inner',
			additionalFields: { parentId },
		});
		expect(stored(id)?.parent_id).toBe(parentId);
		await collection.output('update', {
			collectionId: byId(id),
			updateFields: { name: 'Outermost', parentId: '={{ null }}' },
		});
		expect(collection.lastRequest().body).toEqual({ name: 'Outermost', parent_id: null });
		expect(stored(id)).toMatchObject({ parent_id: null, texts: { en: { name: 'Outermost' } } });
	});

	it('is moved to the top level without an expression', async () => {
		const [{ id: parentId }] = await collection.output('create', { name: 'Outer' });
		const [{ id }] = await collection.output('create', {
			name: 'Inner',
			additionalFields: { parentId },
		});
		const collectionId = byId(id);
		const update = { collectionId, updateFields: { name: 'Free', moveToTopLevel: false } };
		await collection.output('update', update);
		expect(collection.lastRequest().body).toEqual({ name: 'Free' });
		await collection.output('update', { collectionId, updateFields: { moveToTopLevel: true } });
		expect(collection.lastRequest().body).toEqual({ parent_id: null });
		expect(stored(id)).toMatchObject({ parent_id: null });
		const both = { collectionId, updateFields: { moveToTopLevel: true, parentId } };
		expect(await collection.failure('update', both)).toContain(
			"'Move to Top Level' and 'Parent Collection' are both set",
		);
	});

	it('is read, deleted, and then missing', async () => {
		const [{ id }] = await collection.output('create', { name: 'Short Lived' });
		const collectionId = byId(id);
		expect(await collection.output('get', { collectionId })).toMatchObject([
			{ id, name: 'Short Lived' },
		]);
		expect(await collection.output('delete', { collectionId })).toMatchObject([{ deleted: true }]);
		expect(await collection.failure('get', { collectionId })).toContain(
			'Intercom could not find the help center object [item 0]',
		);
	});

	it('is listed over all pages, and looked through by name in the editor', async () => {
		for (let index = 0; index < 30; index += 1)
			await collection.output('create', { name: `Chapter ${index}` });
		const listed = await collection.output('getAll', {
			returnAll: true,
			pageOptions: { pageSize: 10 },
		});
		const ids = listed.map(({ id }) => id).sort();
		expect(ids).toEqual([...collection.emulator.state.helpCenterCollections.keys()].sort());
		const credentials = collection.emulator.credentials();
		const method = 'searchCollections';
		const first = await searchList({ method, credentials });
		expect(first.results).toHaveLength(20);
		const { paginationToken } = first;
		const second = await searchList({
			method,
			paginationToken: String(paginationToken),
			credentials,
		});
		const offered = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(offered).size).toBe(offered.length);
		const { results } = await searchList({ method, filter: 'chapter 1', credentials });
		expect(results).toHaveLength(11);
	});
});
