import { setTimeout as sleep } from 'node:timers/promises';
import type { EmulatorSettings } from './settings';

/** Makes requests take time, with a seeded spread so that a run can be repeated. */
export class Latency {
	private randomState: number;

	constructor(
		private readonly settings: Pick<EmulatorSettings, 'latencyMilliseconds' | 'latencyJitter'>,
		seed: number,
	) {
		this.randomState = seed >>> 0;
	}

	/** Waits as long as the next request should take. */
	async wait(): Promise<void> {
		const { latencyMilliseconds, latencyJitter } = this.settings;
		if (latencyMilliseconds <= 0) return;
		await sleep(latencyMilliseconds * (1 + latencyJitter * (2 * this.random() - 1)));
	}

	/** A number from 0 up to 1, by a linear congruential generator (Numerical Recipes' constants). */
	private random(): number {
		this.randomState = (Math.imul(this.randomState, 1_664_525) + 1_013_904_223) >>> 0;
		return this.randomState / 2 ** 32;
	}
}
