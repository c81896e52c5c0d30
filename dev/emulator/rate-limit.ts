import type { Clock } from './clock';
import { IntercomError } from './errors';
import type { EmulatorSettings } from './settings';

/** One budget: how much of the current window is used. */
interface Window {
	index: number;
	used: number;
}

/**
 * The rate limit: fixed windows that are steps of the server's clock, one budget for the app and
 * narrower ones by route family. The budget is full again as soon as the clock passes a step, while
 * the reset that answers named may lie later (docs/intercom/recorded-answers.md). A refused request
 * uses no budget.
 */
export class RateLimit {
	private readonly windows = new Map<string, Window>();

	constructor(
		private readonly settings: Pick<EmulatorSettings, 'rateLimit'>,
		private readonly clock: Clock,
	) {}

	/**
	 * Takes one request out of the budget.
	 * @param family the route's family, when it has one
	 * @returns the `X-RateLimit-*` headers of the answer
	 * @throws IntercomError 429 with the same headers when the window is used up
	 */
	take(family?: string): Record<string, string> {
		const budgets = this.budgets(family);
		const exhausted = budgets.find(({ window, limit }) => window.used >= limit);
		if (exhausted) {
			throw new IntercomError(
				429,
				'rate_limit_exceeded',
				`Exceeded rate limit of ${exhausted.limit} in ${this.settings.rateLimit.windowSeconds}_seconds`,
				{ headers: this.headers(exhausted) },
			);
		}
		for (const { window } of budgets) window.used += 1;
		const narrowest = budgets.reduce<Budget | undefined>(
			(least, budget) => (least && left(least) <= left(budget) ? least : budget),
			undefined,
		);
		return narrowest ? this.headers(narrowest) : {};
	}

	/** Uses up budget of the current window on behalf of another app of the workspace. */
	spend(requests: number): void {
		this.window('app').used += requests;
	}

	private budgets(family: string | undefined): Budget[] {
		const limits: Array<[string, number | null | undefined]> = [
			['app', this.settings.rateLimit.limit],
		];
		if (family !== undefined) limits.push([family, this.settings.rateLimit.families[family]]);
		return limits.flatMap(([name, limit]) => (limit ? [{ limit, window: this.window(name) }] : []));
	}

	private window(name: string): Window {
		const index = Math.floor(
			this.clock.milliseconds() / (this.settings.rateLimit.windowSeconds * 1000),
		);
		const current = this.windows.get(name);
		if (current?.index === index) return current;
		const fresh = { index, used: name === 'app' ? this.settings.rateLimit.usedByOtherApps : 0 };
		this.windows.set(name, fresh);
		return fresh;
	}

	private headers({ limit, window }: Budget): Record<string, string> {
		const { headers, windowSeconds, resetDelaySeconds } = this.settings.rateLimit;
		if (!headers) return {};
		return {
			'x-ratelimit-limit': String(limit),
			'x-ratelimit-remaining': String(left({ limit, window })),
			'x-ratelimit-reset': String((window.index + 1) * windowSeconds + resetDelaySeconds),
		};
	}
}

interface Budget {
	limit: number;
	window: Window;
}

function left(budget: Budget): number {
	return Math.max(0, budget.limit - budget.window.used);
}
