import type { EmulatorSettings } from './settings';

/**
 * The emulator's time. Everything it dates or waits for follows this clock (record times, the
 * `Date` header, rate-limit windows, search lag, scroll expiry), so that a test can skew it or
 * jump ahead by changing `settings.clockSkewMilliseconds`.
 */
export class Clock {
	constructor(private readonly settings: Pick<EmulatorSettings, 'clockSkewMilliseconds'>) {}

	/** The time in milliseconds since 1970. */
	milliseconds(): number {
		return Date.now() + this.settings.clockSkewMilliseconds;
	}

	/** The time in whole seconds since 1970, as Intercom's records have it. */
	seconds(): number {
		return Math.floor(this.milliseconds() / 1000);
	}
}
