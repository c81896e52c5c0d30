import { expect, it, jest } from '@jest/globals';

import { startCheckedEmulator } from '../support/emulator';
import { openOverHttp } from './over-http';
import { play, type Scenario } from './scenario';

jest.setTimeout(10 * 60_000);

const scenario: Omit<Scenario, 'seed' | 'oneAtATime' | 'event'> = {
	changes: 1_500,
	contacts: 100,
	timezone: 'Pacific/Auckland',
	longestLag: 290,
	interval: 60,
	burst: 40,
	sameSecond: 0.5,
	whileReading: 0.3,
	failing: 0.1,
	restarting: 0.1,
	dying: 0.03,
	down: 0.02,
	pagesForAnHour: 0,
	corrupting: 0.02,
	// n8n's clock is the machine's, and Intercom's runs ahead of it as the simulation lets time pass.
	clocks: { date: 0, wrongDate: 0, own: 0 },
	pageSize: 150,
	limits: { most: 30, overlap: 300, mostSeen: 10_000 },
};

it.each<Pick<Scenario, 'seed' | 'oneAtATime' | 'event'>>([
	{ seed: 101, oneAtATime: true, event: 'updated' },
	{ seed: 102, oneAtATime: false, event: 'updated' },
	{ seed: 103, oneAtATime: true, event: 'updated' },
	{ seed: 104, oneAtATime: false, event: 'created' },
])('holds for the node itself over HTTP: %o', async (family) => {
	const emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	const played = { ...scenario, ...family };
	try {
		const open = await openOverHttp(played, emulator, emulator.credentials());
		const { made, failedPolls, polls, handedOut } = await play(played, open);
		expect(made).toBe(1_500);
		expect(handedOut).toBeGreaterThan(1_000);
		expect(failedPolls).toBeGreaterThan(0);
		expect(polls).toBeGreaterThan(50);
		emulator.takeViolations();
	} finally {
		await emulator.close();
	}
});
