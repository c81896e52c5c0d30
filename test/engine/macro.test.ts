import { describe, expect, it } from '@jest/globals';

import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const macro = testResource('macro');

const stored = () => [...macro.emulator.state.macros.values()];

const visible = () => stored().filter(({ visible_to_team_ids: teams }) => teams.length === 0);

describe('Macro', () => {
	it('is listed over all pages, the last changed first', async () => {
		const listed = await macro.output('getAll', { returnAll: true, pageOptions: { pageSize: 1 } });
		const newestFirst = visible().sort((a, b) => b.updated_at - a.updated_at);
		expect(listed.map(({ id }) => id)).toEqual(newestFirst.map(({ id }) => id));
		expect(macro.lastRequest().query).toMatchObject({
			per_page: '1',
			starting_after: expect.any(String),
		});
	});

	it('is listed only where it changed after a time', async () => {
		const [, newest] = visible();
		const updatedSince = new Date((newest.updated_at - 1) * 1000).toISOString();
		const listed = await macro.output('getAll', { filters: { updatedSince } });
		expect(listed.map(({ id }) => id)).toEqual([newest.id]);
		expect(macro.lastRequest().query).toMatchObject({
			updated_since: String(newest.updated_at - 1),
		});
	});

	it('is read by ID, and offered by name in the editor', async () => {
		const [{ id, name }] = visible();
		expect(await macro.output('get', { macroId: byId(id) })).toMatchObject([{ id, name }]);
		const credentials = macro.emulator.credentials();
		const { results } = await searchList({ method: 'searchMacros', filter: 'order', credentials });
		expect(results).toEqual([{ name, value: id }]);
	});

	it('of another team is not found', async () => {
		const hidden = stored().find(({ visible_to_team_ids: teams }) => teams.length > 0);
		expect(await macro.failure('get', { macroId: byId(hidden?.id) })).toContain(
			'Intercom could not find the macro',
		);
	});
});
