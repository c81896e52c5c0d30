import { describe, expect, it } from '@jest/globals';

import { openInProcess } from './in-process';
import { play, type Scenario } from './scenario';

/** Contacts change one at a time, so that every single change has to be handed out. */
const scenario: Scenario = {
	seed: 9,
	changes: 2_000,
	contacts: 150,
	timezone: 'America/St_Johns',
	event: 'updated',
	oneAtATime: true,
	longestLag: 235,
	interval: 60,
	burst: 60,
	sameSecond: 0.3,
	whileReading: 0.2,
	failing: 0,
	restarting: 0.05,
	dying: 0,
	down: 0,
	pagesForAnHour: 0,
	corrupting: 0,
	clocks: { date: 0, wrongDate: 0, own: 0 },
	pageSize: 50,
	// A memory too small for a burst.
	limits: { most: 50, mostSeen: 100, overlap: 300 },
};

const day = 86_400;

const clocks: Array<[string, Partial<Scenario['clocks']>]> = [
	['a single response is dated 2099, a day ahead or a day behind', { wrongDate: 0.02 }],
	['every response is dated 2099, a day ahead or a day behind', { wrongDate: 1 }],
	['a gateway dates responses 20 minutes ahead', { date: 1_200 }],
	['a gateway dates responses 20 minutes behind', { date: -1_200 }],
	['responses have no date', { date: undefined }],
	["n8n's clock is a day ahead", { own: day }],
	["n8n's clock is a day behind", { own: -day }],
	["n8n's clock is a year behind", { own: -365 * day }],
	["n8n's clock is 45 seconds ahead and responses have no date", { own: 45, date: undefined }],
];

describe('the polling trigger', () => {
	it.each(clocks)('hands out each of 2,000 changes once when %s', async (_, faults) => {
		const played = { ...scenario, clocks: { ...scenario.clocks, ...faults } };
		await expect(play(played, openInProcess(played))).resolves.toMatchObject({
			made: 2_000,
			handedOut: 2_000,
			missed: 0,
			repeated: 0,
		});
	});

	it('hands out each of 2,000 changes once when all answers are web pages for an hour', async () => {
		const played = { ...scenario, pagesForAnHour: 0.05 };
		const outcome = await play(played, openInProcess(played));
		expect(outcome).toMatchObject({ made: 2_000, handedOut: 2_000, missed: 0, repeated: 0 });
		expect(outcome.failedPolls).toBeGreaterThan(60);
	});

	it('hands out each change made after a damaged state was noticed', async () => {
		const played = { ...scenario, corrupting: 0.1 };
		const { made, handedOut, missed } = await play(played, openInProcess(played));
		expect(handedOut + missed).toBe(made);
		expect(handedOut).toBeGreaterThan(1_000);
	});
});
