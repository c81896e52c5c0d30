/** What the rate-limit headers of one answer say (intercom-api.md §4). Times in milliseconds. */
export interface RateLimitReading {
	/** True for a 429. */
	refused: boolean;
	/** Requests allowed in a window. */
	limit?: number;
	/** Requests left in this window, this one counted. */
	remaining?: number;
	/** The end of the window by the server's clock: a whole second, so it also names the window. */
	reset?: number;
	/** The server's clock when it answered, cut to the second (`Date` header). */
	serverTime?: number;
	/** How long a 429 asks to wait (`Retry-After`). */
	retryAfter?: number;
	/** The window's length, which the text of a 429 tells ("… of 83 in 10_seconds"). */
	windowLength?: number;
}

type Headers = Record<string, string | undefined>;

function numberFrom(value: string | undefined): number | undefined {
	if (value === undefined || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/**
 * Reads the rate-limit headers of an answer; anything missing or unreadable stays undefined.
 *
 * @param message Intercom's text of a 429, which tells the length of the window
 */
export function readRateLimit(
	status: number,
	headers: Headers,
	message?: string,
): RateLimitReading {
	const seconds = (value: number | undefined) => (value === undefined ? undefined : value * 1000);
	const serverTime = Date.parse(headers.date ?? '');
	const inSeconds = /in (\d+)[_ ]?seconds?/i.exec(message ?? '');
	return {
		refused: status === 429,
		limit: numberFrom(headers['x-ratelimit-limit']),
		remaining: numberFrom(headers['x-ratelimit-remaining']),
		reset: seconds(numberFrom(headers['x-ratelimit-reset'])),
		serverTime: Number.isNaN(serverTime) ? undefined : serverTime,
		retryAfter: seconds(numberFrom(headers['retry-after'])),
		windowLength: inSeconds === null ? undefined : Number(inSeconds[1]) * 1000,
	};
}

/** Requests sent before the first answer has told how much is left. */
const firstBurst = 4;
/** Wait between single tries when a 429 tells nothing about the window. */
const probeInterval = 250;
/** The longest window believed without a `Date` header: a wrong clock must not stop everything. */
const longestWindow = 15_000;

/**
 * What is known of one rate-limit window, learned from answers alone. The budget counts every
 * request under way as spent, so several clients of one app trip over the limit as little as
 * possible; at the reset it opens fully. All times in milliseconds of the local clock.
 */
export class RateLimitWindow {
	private limit?: number;
	private remaining?: number;
	private reset?: number;
	private endsAt?: number;
	private openedAt = 0;
	private blockedUntil = 0;
	private answers = 0;
	private underWay = 0;
	private probing = false;
	/** The server's clock minus ours is at least this; the best of all answers. */
	private clockOffset = Number.NEGATIVE_INFINITY;

	/** How many more requests may be sent now. */
	available(now: number): number {
		if (now < this.blockedUntil) return 0;
		if (this.probing) return Math.max(0, 1 - this.underWay);
		if (this.endsAt !== undefined && now >= this.endsAt) this.open(now);
		if (this.remaining === undefined)
			return this.answers === 0 ? Math.max(0, firstBurst - this.underWay) : Infinity;
		return Math.max(0, this.remaining - this.underWay);
	}

	/** When something may change without an answer: the moment to look again, undefined if none. */
	wakeAt(now: number): number | undefined {
		if (now < this.blockedUntil) return this.blockedUntil;
		return this.endsAt !== undefined && this.endsAt > now ? this.endsAt : undefined;
	}

	/** A request goes out. */
	sent(): void {
		this.underWay += 1;
	}

	/**
	 * A request came back.
	 *
	 * @param sentAt when it was sent
	 * @param reading what the answer says; undefined when there was none
	 */
	answered(now: number, sentAt: number, reading?: RateLimitReading): void {
		this.underWay -= 1;
		if (reading === undefined) {
			// The next one finds out; without this, a lone failed probe would leave the gate shut.
			if (this.underWay === 0) this.probing = false;
			return;
		}
		this.answers += 1;
		if (reading.serverTime !== undefined)
			this.clockOffset = Math.max(this.clockOffset, reading.serverTime - now);
		if (reading.remaining !== undefined && reading.reset !== undefined)
			this.learn(now, sentAt, reading, reading.remaining, reading.reset);
		if (reading.refused) this.refuse(now, reading);
		else this.probing = false;
	}

	private open(now: number): void {
		this.remaining = this.limit;
		this.endsAt = undefined;
		this.openedAt = now;
	}

	private learn(
		now: number,
		sentAt: number,
		reading: RateLimitReading,
		remaining: number,
		reset: number,
	): void {
		const known = this.reset ?? Number.NEGATIVE_INFINITY;
		if (reset < known) return;
		const opened = this.endsAt === undefined && reset === known;
		// A straggler of the window that just ended says nothing about the new one.
		if (opened && sentAt < this.openedAt) return;
		// The window we believed over goes on: the clock was set, and what we knew of it is void.
		if (opened && reading.serverTime !== undefined) this.clockOffset = reading.serverTime - now;
		const fresh = reset > known || opened || reading.limit !== this.limit;
		this.remaining = fresh ? remaining : Math.min(this.remaining ?? remaining, remaining);
		this.limit = reading.limit ?? this.limit ?? remaining;
		this.reset = reset;
		this.endsAt = this.localEnd(now, reset);
	}

	private localEnd(now: number, reset: number): number {
		if (Number.isFinite(this.clockOffset)) return Math.max(now, reset - this.clockOffset);
		return Math.min(Math.max(reset, now), now + longestWindow);
	}

	private refuse(now: number, reading: RateLimitReading): void {
		const spent = reading.remaining === 0 && this.endsAt !== undefined && this.endsAt > now;
		if (spent && reading.retryAfter === undefined) return;
		const pause = reading.retryAfter ?? Math.max(probeInterval, (reading.windowLength ?? 0) / 20);
		this.blockedUntil = Math.max(this.blockedUntil, now + pause);
		this.probing = true;
	}
}
