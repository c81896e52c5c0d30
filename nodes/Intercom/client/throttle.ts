import { CancelledError, systemClock, type Clock } from './clock';
import { RateLimitWindow, type RateLimitReading } from './rate-limit-window';

/** The right to send one request; `done` must be called when it is over. */
export interface Permit {
	/** @param reading what the answer says of the rate limit; undefined when there was no answer */
	done(reading?: RateLimitReading): void;
}

/** Who waits for a permit, and for how long. */
export interface PermitRequest {
	/** Requests of one lane keep their order; lanes take turns, so no execution starves another. */
	lane: symbol;
	signal?: AbortSignal;
	/** The longest wait in milliseconds; undefined for no limit. */
	maxWait?: number;
}

/** A sleep can't be taken back, so it is cut up: nothing may outlive its execution for long. Milliseconds. */
const longestSleep = 1_000;

interface Waiter {
	request: PermitRequest;
	deadline: number;
	settle(result: Permit | Error | undefined): void;
}

/**
 * The gate that all requests of one app pass in one process, whatever item, node or execution they
 * belong to. It grants what the current window has left and wakes up when the window ends.
 */
export class Throttle {
	private readonly window = new RateLimitWindow();
	private readonly lanes = new Map<symbol, Waiter[]>();
	private nextWake = Infinity;

	constructor(private readonly clock: Clock = systemClock) {}

	/**
	 * Waits for the right to send one request.
	 *
	 * @returns undefined when the wait would pass `maxWait`
	 * @throws CancelledError when the execution is cancelled while waiting
	 */
	async acquire(request: PermitRequest): Promise<Permit | undefined> {
		if (request.signal?.aborted) throw new CancelledError();
		if (this.lanes.size === 0 && this.window.available(this.clock.now()) > 0) return this.grant();
		return await new Promise((resolve, reject) => {
			const cancel = () => {
				this.remove(waiter);
				waiter.settle(new CancelledError());
			};
			const waiter: Waiter = {
				request,
				deadline: this.clock.now() + (request.maxWait ?? Infinity),
				settle: (result) => {
					request.signal?.removeEventListener('abort', cancel);
					if (result instanceof Error) reject(result);
					else resolve(result);
				},
			};
			request.signal?.addEventListener('abort', cancel, { once: true });
			const lane = this.lanes.get(request.lane);
			if (lane === undefined) this.lanes.set(request.lane, [waiter]);
			else lane.push(waiter);
			this.dispatch();
		});
	}

	private grant(): Permit {
		const sentAt = this.clock.now();
		let open = true;
		this.window.sent();
		return {
			done: (reading) => {
				if (!open) return;
				open = false;
				this.window.answered(this.clock.now(), sentAt, reading);
				this.dispatch();
			},
		};
	}

	/** Hands out what is available, one per lane in turn, and sees to it that someone looks again. */
	private dispatch(): void {
		const now = this.clock.now();
		let available = this.window.available(now);
		while (available > 0 && this.lanes.size > 0) {
			const [lane, waiters] = this.lanes.entries().next().value as [symbol, Waiter[]];
			this.lanes.delete(lane);
			const waiter = waiters.shift();
			if (waiters.length > 0) this.lanes.set(lane, waiters);
			waiter?.settle(this.grant());
			available = this.window.available(now);
		}
		if (this.lanes.size > 0) this.wakeLater(now);
	}

	private wakeLater(now: number): void {
		const opensAt = this.window.wakeAt(now);
		let wakeAt = opensAt ?? Infinity;
		for (const waiters of [...this.lanes.values()]) {
			for (const waiter of [...waiters]) {
				if (waiter.deadline <= now || waiter.deadline < (opensAt ?? now)) {
					this.remove(waiter);
					waiter.settle(undefined);
				} else wakeAt = Math.min(wakeAt, waiter.deadline);
			}
		}
		if (this.lanes.size === 0 || wakeAt === Infinity) return;
		const lookAt = Math.min(wakeAt, now + longestSleep);
		if (lookAt >= this.nextWake) return;
		this.nextWake = lookAt;
		void this.clock.sleep(Math.max(1, lookAt - now)).then(() => {
			if (this.nextWake === lookAt) this.nextWake = Infinity;
			this.dispatch();
		});
	}

	private remove(waiter: Waiter): void {
		const lane = waiter.request.lane;
		const waiters = this.lanes.get(lane)?.filter((other) => other !== waiter) ?? [];
		if (waiters.length > 0) this.lanes.set(lane, waiters);
		else this.lanes.delete(lane);
	}
}

const throttles = new Map<string, Throttle>();
const mostThrottles = 1_000;

/**
 * The gate of an app and a family of routes. Families are apart because search, scroll and export
 * may have narrower limits of their own (intercom-api.md §4), which their own answers tell.
 *
 * @param key the app: host and a hash of the token
 */
export function throttleFor(key: string, family: string): Throttle {
	const name = `${key} ${family}`;
	const known = throttles.get(name);
	if (known !== undefined) return known;
	// Old tokens must not pile up in a process that runs for months.
	if (throttles.size >= mostThrottles) throttles.delete([...throttles.keys()][0]);
	const throttle = new Throttle();
	throttles.set(name, throttle);
	return throttle;
}

/** The family of routes a path belongs to. */
export function routeFamily(path: string): string {
	return /\/(search|scroll|export)(\/|$)/.exec(path)?.[1] ?? 'any';
}
