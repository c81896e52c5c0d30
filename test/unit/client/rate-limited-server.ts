import type { RateLimitReading } from '../../../nodes/Intercom/client/rate-limit-window';
import type { VirtualClock } from './virtual-clock';

/** What a simulated server does; times in milliseconds. */
export interface ServerSettings {
	limit: number;
	windowLength: number;
	/** Time from sending to handling, and again from handling to the answer. */
	latency: () => number;
	headers: boolean;
	/** How far the server's clock is ahead of the client's. */
	clockAhead: number;
	/** Answers without a Date header hide the server's clock. */
	dateHeader: boolean;
}

/** Fixed windows of requests aligned to the server's clock, as Intercom has them (intercom-api.md §4). */
export class RateLimitedServer {
	readonly served: number[] = [];
	refused = 0;
	private window = -1;
	private spent = 0;

	constructor(
		private readonly clock: VirtualClock,
		readonly settings: ServerSettings,
	) {}

	/** Spends budget of the current window, as another client of the same app would. */
	spend(count: number): void {
		this.roll();
		this.spent += count;
	}

	/** Handles one request and answers after the latency. */
	async handle(): Promise<RateLimitReading> {
		const { latency, windowLength, headers, dateHeader, limit } = this.settings;
		await this.clock.sleep(latency());
		const serverTime = this.roll();
		this.spent += 1;
		const isRefused = this.spent > limit;
		if (isRefused) this.refused += 1;
		else this.served.push(this.clock.now());
		const reading: RateLimitReading = {
			refused: isRefused,
			...(headers && {
				limit,
				remaining: Math.max(0, limit - this.spent),
				reset: Math.ceil(((this.window + 1) * windowLength) / 1000) * 1000,
			}),
			serverTime: dateHeader ? Math.floor(serverTime / 1000) * 1000 : undefined,
			windowLength: isRefused ? windowLength : undefined,
		};
		await this.clock.sleep(latency());
		return reading;
	}

	private roll(): number {
		const serverTime = this.clock.now() + this.settings.clockAhead;
		const window = Math.floor(serverTime / this.settings.windowLength);
		if (window !== this.window) {
			this.window = window;
			this.spent = 0;
		}
		return serverTime;
	}
}
