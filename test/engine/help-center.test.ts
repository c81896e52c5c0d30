import { describe, expect, it } from '@jest/globals';

import { loadOptions, searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const helpCenter = testResource('helpCenter');

const center = () => {
	const [first] = helpCenter.emulator.state.helpCenters.values();
	return first;
};

const anyArticle = () => {
	const [id] = helpCenter.emulator.state.articles.keys();
	return id;
};

describe('Help Center', () => {
	it('is read by ID, listed, and offered by name', async () => {
		const { id, url } = center();
		expect(await helpCenter.output('get', { helpCenterId: byId(id) })).toMatchObject([
			{ id, url, locales: ['en', 'fr'] },
		]);
		expect(await helpCenter.output('getAll')).toHaveLength(1);
		const credentials = helpCenter.emulator.credentials();
		const { results } = await searchList({ method: 'searchHelpCenters', credentials });
		expect(results).toEqual([{ name: 'Acme Help – acme', value: id }]);
		expect(await loadOptions({ method: 'getHelpCenters', credentials })).toEqual([
			{ name: 'Acme Help', value: id },
		]);
	});

	it('leads old addresses to an article or a collection', async () => {
		const helpCenterId = byId(center().id);
		const [created] = await helpCenter.output('createRedirect', {
			helpCenterId,
			fromUrl: `${center().url}/old-page`,
			articleId: byId(anyArticle()),
		});
		expect(helpCenter.lastRequest().body).toEqual({
			from_url: `${center().url}/old-page`,
			locale: 'en',
			target_type: 'article',
			target_id: anyArticle(),
		});
		const redirect = { helpCenterId, redirectId: String(created.id) };
		expect(await helpCenter.output('getRedirect', redirect)).toEqual([created]);
		const [collection] = helpCenter.emulator.state.helpCenterCollections.keys();
		await helpCenter.output('createRedirect', {
			helpCenterId,
			fromUrl: `${center().url}/old-chapter`,
			targetType: 'collection',
			collectionId: byId(collection),
			locale: 'fr',
		});
		expect(helpCenter.lastRequest().body).toMatchObject({
			target_type: 'collection',
			target_id: collection,
		});
		expect(await helpCenter.output('getRedirects', { helpCenterId })).toHaveLength(2);
		expect(await helpCenter.output('deleteRedirect', redirect)).toMatchObject([{ deleted: true }]);
		expect(await helpCenter.failure('getRedirect', redirect)).toContain(
			'Intercom could not find the help center object [item 0]',
		);
	});

	it('lists redirects over all pages', async () => {
		const { helpCenterRedirects } = helpCenter.emulator.state;
		for (let index = 0; index < 300; index += 1)
			helpCenterRedirects.set(`many-${index}`, {
				id: `many-${index}`,
				help_center_id: center().id,
				from_url: `${center().url}/many/${index}`,
				locale: 'en',
				target_type: 'article',
				target_id: anyArticle(),
				created_at: 1_734_537_243,
				updated_at: 1_734_537_243,
			});
		const parameters = { helpCenterId: byId(center().id), returnAll: true };
		const before = helpCenter.emulator.requests.length;
		const redirects = await helpCenter.output('getRedirects', parameters);
		expect(redirects).toHaveLength(helpCenterRedirects.size);
		expect(helpCenter.emulator.requests.length - before).toBe(2);
	});

	it.each([
		[
			'outside of the help center',
			'https://elsewhere.example.com/page',
			"from_url must be an absolute URL within this help center's URL space",
		],
		[
			'that leads somewhere already',
			'https://help.example.com/acme/taken',
			'This conflicts with something that already exists in Intercom',
		],
	])('an address %s is refused', async (_title, fromUrl, message) => {
		const parameters = {
			helpCenterId: byId(center().id),
			fromUrl,
			articleId: byId(anyArticle()),
		};
		await helpCenter.run('createRedirect', {
			...parameters,
			fromUrl: 'https://help.example.com/acme/taken',
		});
		expect(await helpCenter.failure('createRedirect', parameters)).toContain(message);
	});
});
