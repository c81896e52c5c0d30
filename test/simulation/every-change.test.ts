import { expect, it, jest } from '@jest/globals';

import { playMany } from './families';

jest.setTimeout(30 * 60_000);

it('hands out each of 10,000 changes, in their order and once', async () => {
	await expect(
		playMany({ event: 'updated', oneAtATime: true, changes: 10_000 }),
	).resolves.toBeUndefined();
});
