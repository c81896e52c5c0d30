import { describe, expect, it } from '@jest/globals';
import { seedContacts } from '../../dev/emulator';
import { usePlayground } from './support/playground';

describe('dynamic parameters', () => {
	const playground = usePlayground();

	/** What the editor sends; it names every parameter, also those with their default value. */
	function request(path: string, methodName: string) {
		return {
			nodeType: 'n8n-nodes-intercom.intercom',
			path: `parameters.${path}`,
			methodName,
			parameters: { authentication: 'accessToken', resource: 'contact', operation: 'upsert' },
			credential: playground().credential,
		};
	}

	it('search a list', async () => {
		const { client } = playground();
		const { results } = await client.searchList({
			...request('contactId', 'searchContacts'),
			filter: 'Head of',
		});
		expect(results.map(({ name }) => name).sort()).toEqual([
			'Head of Operations – head.of.operations@example.com',
			'Head of Support – head.of.support@example.com',
		]);
	});

	it('page through a list', async () => {
		const { client, emulator } = playground();
		seedContacts(emulator.state, 40);
		const found = new Set<unknown>();
		let paginationToken: string | undefined;
		let pages = 0;
		do {
			const page = await client.searchList({
				...request('contactId', 'searchContacts'),
				paginationToken,
			});
			page.results.forEach(({ value }) => found.add(value));
			paginationToken = page.paginationToken as string | undefined;
			pages += 1;
		} while (paginationToken);
		expect(pages).toBeGreaterThan(1);
		expect(found.size).toBe(emulator.state.contacts.size);
	});

	it('load the teammates', async () => {
		const { client, emulator } = playground();
		const options = await client.loadOptions(request('additionalFields.ownerId', 'getAdmins'));
		expect(options.map(({ value }) => String(value)).sort()).toEqual(
			[...emulator.state.admins.keys()].sort(),
		);
	});

	it('offer the custom attributes that can be written, with their types', async () => {
		const { client } = playground();
		const { fields } = await client.mapperFields(
			request('customAttributes', 'getContactAttributes'),
		);
		const types = Object.fromEntries(fields.map(({ id, type }) => [id, type]));
		expect(types).toMatchObject({ plan: 'options', seats: 'number', renewal_at: 'dateTime' });
		expect(types).not.toHaveProperty('legacy_code');
		expect(types).not.toHaveProperty('health');
	});
});
