/** Pseudo-random numbers that a seed determines (Mulberry32, public domain). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 up to, but not including, 1. */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from 0 up to, but not including, the bound. */
	below(bound: number): number {
		return Math.floor(this.next() * bound);
	}

	/** True with that chance. */
	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of the values. */
	pick<Value>(values: readonly Value[]): Value {
		return values[this.below(values.length)];
	}
}
