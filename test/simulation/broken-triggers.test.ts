import { describe, expect, it } from '@jest/globals';

import { advance, type Reading } from '../../nodes/Intercom/triggers/polling/advance';
import { Harvest } from '../../nodes/Intercom/triggers/polling/harvest';
import type { Source } from '../../nodes/Intercom/triggers/polling/source';
import { startAfter, type PollState } from '../../nodes/Intercom/triggers/polling/state';
import { takeStep } from '../../nodes/Intercom/triggers/polling/step';
import { openInProcess, type Tampering } from './in-process';
import { play, type Scenario } from './scenario';

/** Nothing goes wrong; what is broken is said in each test. */
const scenario: Scenario = {
	seed: 1,
	changes: 2_000,
	contacts: 100,
	timezone: 'Europe/Berlin',
	event: 'updated',
	oneAtATime: true,
	longestLag: 200,
	interval: 60,
	burst: 40,
	sameSecond: 0.3,
	whileReading: 0.2,
	failing: 0,
	restarting: 0,
	dying: 0,
	down: 0,
	pagesForAnHour: 0,
	corrupting: 0,
	clocks: { date: 0, wrongDate: 0, own: 0 },
	pageSize: 50,
	limits: { most: 100, mostSeen: 1_000, overlap: 300 },
};

/** A source that shows another state than there is, or another reading. */
function tamper(read: (source: Source) => Source['read']): Tampering {
	return {
		source: (source) => ({
			serverTime: async () => await source.serverTime(),
			newest: async () => await source.newest(),
			sample: async () => await source.sample(),
			read: read(source),
		}),
	};
}

/** A trigger whose watermark follows one clock, whatever the other and the records say. */
function believing(clock: (reading: Reading, own: number) => number): Tampering {
	return {
		step: async (stored, settings) => {
			if (stored === undefined) return await takeStep(stored, settings);
			const own = settings.ownTime();
			const state = stored as PollState;
			const reading = await settings.source.read(state, settings.most);
			const told = clock(reading, own);
			const believed = { ...reading, serverTime: told, newest: Infinity };
			return { ...advance(state, believed, settings, told), restored: 'all' };
		},
	};
}

const simulate = async (changed: Partial<Scenario> = {}, tamper?: Tampering) => {
	const played = { ...scenario, ...changed };
	return await play(played, openInProcess(played, tamper));
};

describe('the simulation', () => {
	it('passes when nothing is broken', async () => {
		await expect(simulate()).resolves.toMatchObject({
			made: 2_000,
			handedOut: 2_000,
			repeated: 0,
		});
	});

	it('notices changes that become visible later than a trigger looks back', async () => {
		await expect(simulate({ limits: { ...scenario.limits, overlap: 20 } })).rejects.toThrow(
			/missing/,
		);
	});

	it('notices a trigger that forgets what it handed out', async () => {
		const forgetful = tamper(
			(source) =>
				async ({ since }, most) =>
					await source.read(startAfter(since), most),
		);
		await expect(simulate({}, forgetful)).rejects.toThrow(/came after/);
	});

	it('notices a trigger that believes whatever time responses tell', async () => {
		const clocks = [
			{ date: 0, wrongDate: 0.02, own: 0 },
			{ date: 1_200, wrongDate: 0, own: 0 },
		];
		for (const faults of clocks) {
			await expect(simulate({ clocks: faults })).resolves.toMatchObject({ handedOut: 2_000 });
			const gullible = believing(({ serverTime = 0 }) => serverTime);
			await expect(simulate({ clocks: faults }, gullible)).rejects.toThrow(/missing/);
		}
	});

	it('notices a source that leaves out a record now and then', async () => {
		let readings = 0;
		const leaky = tamper((source) => async (state, most) => {
			const reading = await source.read(state, most);
			readings += 1;
			const harvest = new Harvest(state, most);
			const kept = reading.harvest.sightings();
			for (const sighting of readings % 10 === 0 ? kept.slice(1) : kept) harvest.add(sighting);
			return { ...reading, harvest };
		});
		// As if the watermark could move past what was left out.
		const hasty = believing((_, own) => own + 300);
		await expect(simulate({}, { ...hasty, ...leaky })).rejects.toThrow(/missing/);
	});

	it('notices a trigger that goes by the time when it looks, not by what it saw', async () => {
		const hasty = believing((_, own) => own + 300);
		await expect(simulate({}, hasty)).rejects.toThrow(/missing/);
	});
});
