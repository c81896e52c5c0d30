import { describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { searchList } from '../support/methods';
import { byId, testResource } from '../support/resource';

const segment = testResource('segment');

describe('Segment', () => {
	it('PD #13702: the list is read where Intercom puts it, with counts when asked for', async () => {
		const { state } = segment.emulator;
		const [active] = state.segments.keys();
		for (const contact of seedContacts(state, 3))
			state.contacts.set(contact.id, { ...contact, segment_ids: [active] });
		const counted = await segment.output('getAll', { includeCount: true, returnAll: true });
		expect(counted).toHaveLength(state.segments.size);
		expect(counted[0]).toMatchObject({ id: active, count: 3 });
		const [plain] = await segment.output('getAll');
		expect(plain).not.toHaveProperty('count');
	});

	it('is read by its ID and found by name in the editor', async () => {
		const { results } = await searchList({
			method: 'searchSegments',
			filter: 'new',
			credentials: segment.emulator.credentials(),
		});
		expect(results).toHaveLength(1);
		expect(await segment.output('get', { segmentId: byId(results[0].value) })).toMatchObject([
			{ id: results[0].value, name: 'New' },
		]);
	});

	it('that does not exist is said to be missing', async () => {
		expect(await segment.failure('get', { segmentId: byId('abc') })).toContain(
			'Intercom could not find the segment [item 0]',
		);
	});
});
