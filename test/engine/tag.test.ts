import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';
import { seedContacts } from '../../dev/emulator';

const tag = testResource('tag');

const tagsOf = (contactId: string) =>
	tag.emulator.state.contacts.get(contactId)?.tags.map(({ id }) => id);

describe('Tag', () => {
	it('is created once, whatever the case of its name', async () => {
		const [first] = await tag.output('create', { name: 'Paying' });
		const [second] = await tag.output('create', { name: 'paying' });
		expect(second.id).toBe(first.id);
		expect(await tag.output('get', { tagId: byId(first.id) })).toMatchObject([
			{ id: first.id, name: 'Paying' },
		]);
	});

	it('is renamed by its ID', async () => {
		const [{ id }] = await tag.output('create', { name: 'Old Name' });
		await tag.output('update', { tagId: byId(id), name: 'New Name' });
		expect(tag.lastRequest().body).toEqual({ id, name: 'New Name' });
		expect(tag.emulator.state.tags.get(String(id))?.name).toBe('New Name');
	});

	it('goes on several contacts at once; those unknown to Intercom are skipped', async () => {
		const [one, two] = seedContacts(tag.emulator.state, 2).map(({ id }) => id);
		const unknown = '6762f0d51bb69f9f2193bb7c';
		const [answer] = await tag.output('addToContacts', {
			name: 'Early Bird',
			contactIds: `${one}, ${two},${unknown}`,
		});
		expect(answer.users).toEqual([
			{ id: one, tagged: true },
			{ id: two, tagged: true },
		]);
		expect(tagsOf(one)).toContain(answer.id);
		expect(tagsOf(two)).toContain(answer.id);
	});

	it('takes the contacts of an expression as a list, too', async () => {
		const [{ id }] = seedContacts(tag.emulator.state, 1);
		const parameters = { name: 'Listed', contactIds: '={{ $json.ids }}' };
		const { error } = await tag.run('addToContacts', parameters, [{ ids: [id] }]);
		expect(error).toBeUndefined();
		expect(tag.lastRequest().body).toEqual({ name: 'Listed', users: [{ id }] });
	});

	it('is deleted, and says so although Intercom answers with nothing', async () => {
		const [{ id }] = await tag.output('create', { name: 'Short Lived' });
		expect(await tag.output('delete', { tagId: byId(id) })).toEqual([{ deleted: true }]);
		expect(tag.emulator.state.tags.has(String(id))).toBe(false);
	});

	it('that a segment depends on is not deleted; the reason is told', async () => {
		const [{ id }] = await tag.output('create', { name: 'VIP' });
		expect(await tag.failure('delete', { tagId: byId(id) })).toContain(
			'Unable to delete Tag with dependent objects. Segments: VIP Customers.',
		);
	});

	it('is listed, and offered by name in the editor', async () => {
		const listed = await tag.output('getAll', { returnAll: true });
		expect(listed).toHaveLength(tag.emulator.state.tags.size);
		const { results } = await searchList({
			method: 'searchTags',
			filter: 'BETA',
			credentials: tag.emulator.credentials(),
		});
		expect(results.map(({ name }) => name)).toEqual(['Beta Tester']);
	});

	it('that does not exist is said to be missing', async () => {
		expect(await tag.failure('get', { tagId: byId('999') })).toContain(
			'Intercom could not find the tag [item 0]',
		);
	});
});
