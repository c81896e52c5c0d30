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
	/** How long a 429 asks to wait (`Retry-After` in seconds). */
	retryAfter?: number;
	/** Until when a 429 asks to wait, by the server's clock (`Retry-After` as a date). */
	retryAt?: number;
	/** The window's length, which the text of a 429 tells ("… of 83 in 10_seconds"). */
	windowLength?: number;
}

type Headers = Record<string, string | undefined>;

function numberFrom(value: string | undefined): number | undefined {
	if (value === undefined || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Unix times above this are in milliseconds; in seconds it is the year 5138. */
const leastMilliseconds = 100_000_000_000;

function unixTime(value: string | undefined): number | undefined {
	const number = numberFrom(value);
	return number === undefined || number >= leastMilliseconds ? number : number * 1000;
}

/** A date as HTTP writes it, e.g. `Wed, 21 Oct 2026 07:28:00 GMT`. */
function httpDate(value = ''): number | undefined {
	const milliseconds = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
	return Number.isNaN(milliseconds) ? undefined : milliseconds;
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
	const wait = numberFrom(headers['retry-after']);
	const inSeconds = /in (\d+)[_ ]?seconds?/i.exec(message ?? '');
	return {
		refused: status === 429,
		limit: numberFrom(headers['x-ratelimit-limit']),
		remaining: numberFrom(headers['x-ratelimit-remaining']),
		reset: unixTime(headers['x-ratelimit-reset']),
		serverTime: httpDate(headers.date),
		retryAfter: wait === undefined ? undefined : wait * 1000,
		retryAt: wait === undefined ? httpDate(headers['retry-after']) : undefined,
		windowLength: inSeconds === null ? undefined : Number(inSeconds[1]) * 1000,
	};
}

/** Requests sent before the first answer has told how much is left. */
const firstBurst = 4;
/** The first wait before a single request looks again, when a 429 tells nothing about the window. */
const firstPause = 250;
/** Each look that is refused makes the next wait longer by this factor. */
const pauseGrowth = 1.1;
/** The longest wait before a request looks again, whatever an answer asks for. */
const longestPause = 120_000;
/**
 * The wait before a look where the end of the window is not to be believed. Intercom's windows have
 * 10 seconds: a wrong clock must not stop everything.
 */
const defaultWindow = 15_000;

/**
 * What is known of one rate-limit window, learned from answers alone. The budget counts every
 * request under way as spent, so several clients of one app trip over the limit as little as
 * possible; at the reset it opens fully. What an answer says is believed within bounds: the gate is never
 * shut for longer than two minutes before a single request looks again, and looks that are refused
 * grow rarer. All times in milliseconds of the local clock.
 */
export class RateLimitWindow {
	private limit?: number;
	private remaining?: number;
	private reset?: number;
	/** When the first answer told this reset. */
	private learnedAt = 0;
	private endsAt?: number;
	/** The end is a guess, because the answer's own is out of reach; a look has to confirm it. */
	private isEndGuessed = false;
	private openedAt = 0;
	/** Whether a request got through since the window opened. */
	private hasServed = true;
	private blockedUntil = 0;
	private answers = 0;
	private underWay = 0;
	/** One request at a time, until one gets through. */
	private probing = false;
	private refusedLooks = 0;
	private lookedAt = 0;
	/** The server's clock minus ours is at least this; the best of all answers. */
	private clockOffset = Number.NEGATIVE_INFINITY;

	/** How many more requests may be sent now. */
	available(now: number): number {
		if (now < this.blockedUntil) return 0;
		if (this.endsAt !== undefined && now >= this.endsAt) this.open(now);
		if (this.probing) return Math.max(0, 1 - this.underWay);
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
		if (reading === undefined) return;
		this.answers += 1;
		if (reading.serverTime !== undefined)
			this.clockOffset = Math.max(this.clockOffset, reading.serverTime - now);
		// Answers to requests sent before the gate was shut don't say that it may open.
		const isLook = this.probing && sentAt >= this.lookedAt;
		if (reading.refused && isLook) this.refusedLooks += 1;
		if (!reading.refused) this.hasServed = true;
		if (!reading.refused && isLook) this.reopen();
		if (reading.remaining !== undefined && reading.reset !== undefined)
			this.learn(now, sentAt, reading, reading.remaining, reading.reset);
		if (reading.refused) this.refuse(now, reading);
	}

	private open(now: number): void {
		// A limit of none at all can't be meant, and would never open again.
		this.remaining = this.limit === undefined ? undefined : Math.max(this.limit, 1);
		this.endsAt = undefined;
		this.openedAt = now;
		// A window in which nothing got through may have been none.
		if (this.isEndGuessed || !this.hasServed) this.probe(now);
		this.hasServed = false;
	}

	private probe(now: number): void {
		this.probing = true;
		this.lookedAt = now;
	}

	private reopen(): void {
		this.probing = false;
		this.refusedLooks = 0;
	}

	private learn(
		now: number,
		sentAt: number,
		reading: RateLimitReading,
		remaining: number,
		reset: number,
	): void {
		const known = this.reset ?? Number.NEGATIVE_INFINITY;
		// A straggler of an older window. One that was sent later proves the known end wrong.
		if (reset < known && sentAt < this.learnedAt) return;
		const opened = this.endsAt === undefined && reset === known;
		// A straggler of the window that just ended says nothing about the new one.
		if (opened && sentAt < this.openedAt) return;
		// The window we believed over goes on: the clock was set, and what we knew of it is void.
		if (opened && reading.serverTime !== undefined) this.clockOffset = reading.serverTime - now;
		const fresh = reset !== known || opened || reading.limit !== this.limit;
		this.remaining = fresh ? remaining : Math.min(this.remaining ?? remaining, remaining);
		this.limit = reading.limit ?? this.limit ?? remaining;
		if (reset !== known) this.learnedAt = now;
		this.reset = reset;
		const end = this.localEnd(now, reset);
		this.isEndGuessed = end === undefined;
		this.endsAt = end ?? now + this.patience(defaultWindow);
	}

	/** When a window ends by our clock; undefined where that is out of reach. */
	private localEnd(now: number, reset: number): number | undefined {
		const isNear = (time: number) => Math.abs(time - now) <= longestPause;
		if (!Number.isFinite(this.clockOffset)) {
			const end = Math.min(reset, now + defaultWindow);
			return reset > now + longestPause ? undefined : Math.max(now, end);
		}
		// Where something in between has shifted the server's date, our own clock may be right.
		const end = [reset - this.clockOffset, reset].find(isNear);
		if (end !== undefined) return Math.max(now, end);
		return reset - this.clockOffset < now && reset < now ? now : undefined;
	}

	private patience(pause: number): number {
		return Math.min(pause * pauseGrowth ** this.refusedLooks, longestPause);
	}

	private refuse(now: number, reading: RateLimitReading): void {
		const asked =
			reading.retryAt === undefined
				? reading.retryAfter
				: Math.max(0, reading.retryAt - (reading.serverTime ?? now));
		const left = (this.endsAt ?? now) - now;
		// An end that is always near and never true is believed less with every look.
		const isBelieved = left > 0 && !(this.probing && left < this.patience(firstPause / 10));
		if (reading.remaining === 0 && isBelieved && asked === undefined) {
			// After a look, only the next one may go out when the window ends.
			if (this.probing) this.blockedUntil = Math.max(this.blockedUntil, now + left);
			return;
		}
		const pause = Math.max(
			asked ?? 0,
			this.patience(Math.max(firstPause, (reading.windowLength ?? 0) / 20)),
		);
		this.blockedUntil = Math.max(this.blockedUntil, now + Math.min(pause, longestPause));
		this.probe(this.blockedUntil);
	}
}
