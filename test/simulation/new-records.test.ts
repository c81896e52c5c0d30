import { expect, it, jest } from '@jest/globals';

import { playMany } from './families';

jest.setTimeout(30 * 60_000);

it('hands out each of 2,000 new contacts once', async () => {
	await expect(
		playMany({ event: 'created', oneAtATime: false, changes: 2_000 }),
	).resolves.toBeUndefined();
});
