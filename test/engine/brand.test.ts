import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const brand = testResource('brand');

describe('Brand', () => {
	it('is listed, the default one under the ID of the workspace, and read by ID', async () => {
		const { brands, appId } = brand.emulator.state;
		const listed = await brand.output('getAll');
		expect(listed.map(({ id }) => id)).toEqual([...brands.keys()]);
		expect(await brand.output('get', { brandId: byId(appId) })).toMatchObject([
			{ id: appId, is_default: true },
		]);
	});

	it('is offered by name in the editor', async () => {
		const credentials = brand.emulator.credentials();
		const { results } = await searchList({ method: 'searchBrands', filter: 'prem', credentials });
		expect(results.map(({ name }) => name)).toEqual(['Acme Premium']);
	});

	it('that is missing is told so', async () => {
		expect(await brand.failure('get', { brandId: byId('999') })).toContain(
			'Intercom could not find the brand',
		);
	});
});
