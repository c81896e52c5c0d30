import { describe, expect, it } from '@jest/globals';

import { Harvest } from '../../nodes/Intercom/triggers/polling/harvest';
import type { Source } from '../../nodes/Intercom/triggers/polling/source';
import { startAfter } from '../../nodes/Intercom/triggers/polling/state';
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
	pageSize: 50,
	limits: { most: 100, mostSeen: 1_000, overlap: 300 },
};

/** A source that shows another state, or another reading, than there is. */
function tamper(change: Partial<Pick<Source, 'read'>>): (source: Source) => Source {
	return (source) => ({
		read: change.read ?? (async (state, most) => await source.read(state, most)),
		now: async () => await source.now(),
		sample: async () => await source.sample(),
	});
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
		const forgetful = (source: Source) =>
			tamper({ read: async ({ since }, most) => await source.read(startAfter(since), most) })(
				source,
			);
		await expect(simulate({}, forgetful)).rejects.toThrow(/came after/);
	});

	it('notices a source that leaves out a record now and then', async () => {
		let readings = 0;
		const leaky = (source: Source) =>
			tamper({
				read: async (state, most) => {
					const reading = await source.read(state, most);
					readings += 1;
					const harvest = new Harvest(state, most);
					const kept = reading.harvest.sightings();
					for (const sighting of readings % 10 === 0 ? kept.slice(1) : kept) harvest.add(sighting);
					// As if the watermark could move past what was left out.
					return { ...reading, harvest, asOf: reading.asOf + 300 };
				},
			})(source);
		await expect(simulate({}, leaky)).rejects.toThrow(/missing/);
	});

	it('notices a trigger that goes by the time when it looks, not by what it saw', async () => {
		const hasty = (source: Source) =>
			tamper({
				read: async (state, most) => {
					const reading = await source.read(state, most);
					return { ...reading, asOf: reading.asOf + 300 };
				},
			})(source);
		await expect(simulate({}, hasty)).rejects.toThrow(/missing/);
	});
});
