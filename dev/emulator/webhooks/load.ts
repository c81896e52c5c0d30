import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, SendRequest, WebhookSender } from './sender';

/** Many notifications at an even rate. */
export interface LoadRequest extends Omit<SendRequest, 'id' | 'attempt'> {
	/** How many. */
	count: number;
	/** How many a second. */
	perSecond: number;
}

/** What came of a load. Times in milliseconds. */
export interface LoadResult {
	sent: number;
	/** How many were answered 2xx in time. */
	acknowledged: number;
	/** How many were not, by status; `none` for no answer. */
	failures: Record<string, number>;
	/** How long answers took: the middle one, the slowest but one in a hundred, the slowest. */
	p50: number;
	p99: number;
	slowest: number;
	/** How long all of it took, and how many a second were really sent. */
	duration: number;
	rate: number;
}

/** Sends notifications, each with an id of its own, without waiting for answers in between. */
export async function sendLoad(
	sender: WebhookSender,
	{ count, perSecond, ...request }: LoadRequest,
): Promise<LoadResult> {
	const started = performance.now();
	const pending: Array<Promise<Delivery>> = [];
	while (pending.length < count) {
		const due = Math.floor(((performance.now() - started) / 1000) * perSecond) + 1;
		while (pending.length < Math.min(due, count)) pending.push(sender.send(request));
		await sleep(1000 / perSecond);
	}
	const sending = performance.now() - started;
	const deliveries = await Promise.all(pending);
	const duration = performance.now() - started;
	const failures: Record<string, number> = {};
	for (const { status } of deliveries) {
		if (status !== null && status >= 200 && status < 300) continue;
		const name = String(status ?? 'none');
		failures[name] = (failures[name] ?? 0) + 1;
	}
	const times = deliveries.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return {
		sent: count,
		acknowledged: count - Object.values(failures).reduce((sum, number) => sum + number, 0),
		failures,
		p50: at(0.5),
		p99: at(0.99),
		slowest: times.at(-1) ?? 0,
		duration,
		rate: count / (sending / 1000),
	};
}
