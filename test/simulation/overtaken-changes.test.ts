import { expect, it, jest } from '@jest/globals';

import { playMany } from './families';

jest.setTimeout(30 * 60_000);

it('hands out all of 10,000 changes that could be read before the next one of the same contact', async () => {
	await expect(
		playMany({ event: 'updated', oneAtATime: false, changes: 10_000 }),
	).resolves.toBeUndefined();
});
