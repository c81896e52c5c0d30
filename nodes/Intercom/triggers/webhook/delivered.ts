import { createHash } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

/**
 * How long a notification is remembered, in milliseconds. Intercom repeats a failed delivery once
 * after a minute, and delays deliveries for up to two hours where an address answered 429
 * (docs/intercom/notifications.md).
 */
const retention = 2 * 60 * 60 * 1000 + 5 * 60 * 1000;

/**
 * The most notifications remembered per trigger. It covers the minute of a repeat at 300 a second,
 * and keeps what n8n stores below 250 kB.
 */
const mostRemembered = 20_000;

/** Hexadecimal ids are shortened to 72 bits: two of 20,000 are alike with a chance of 10^-13. */
const markLength = 12;

const minute = 60_000;

/** What is stored: marks of notification ids, run together, by the minute they came in. */
export type StoredMarks = Record<string, string>;

function markOf(id: string): string {
	return createHash('sha256').update(id).digest('base64url').slice(0, markLength);
}

function split(marks: string): string[] {
	return Array.from({ length: Math.floor(marks.length / markLength) }, (_, index) =>
		marks.slice(index * markLength, (index + 1) * markLength),
	);
}

/**
 * The notifications that one trigger has taken, by their ids.
 *
 * What it guarantees: within one process a notification is taken once, however many requests come
 * at the same moment, because taking is one synchronous step on memory that all requests share.
 * n8n gives every request its own copy of the stored data and writes it back whole, so parallel
 * requests overwrite each other's; therefore each writes all that the process knows. After a
 * restart everything is known but what the last overlapping writes may have dropped. Several
 * webhook processes (n8n's scaling) share only the stored data: there a repeat after a minute is
 * recognised, two copies arriving in the same moment at two processes are not.
 */
export class DeliveredNotifications {
	private readonly known = new Set<string>();
	/** Marks run together; always flat strings, which compare and parse fast. */
	private readonly minutes = new Map<string, string>();

	/** @param most how many notifications are remembered at most */
	constructor(private readonly most = mostRemembered) {}

	/**
	 * Takes a notification, unless it was taken before.
	 *
	 * @param stored what n8n has stored for the trigger; changed in place
	 * @param now the time in milliseconds
	 * @returns whether it was new
	 */
	take(id: string, stored: IDataObject, now: number): boolean {
		const marks = (stored.delivered ?? {}) as StoredMarks;
		for (const [name, others] of Object.entries(marks)) this.learn(name, others);
		this.forgetBefore(Math.floor((now - retention) / minute));
		const mark = markOf(id);
		const isNew = !this.known.has(mark);
		if (isNew) this.learn(String(Math.floor(now / minute)), mark);
		this.forgetSurplus();
		if (isNew) stored.delivered = Object.fromEntries(this.minutes);
		return isNew;
	}

	private learn(name: string, marks: string): void {
		const before = this.minutes.get(name) ?? '';
		// What is stored is mostly what this process wrote a moment ago.
		if (before.startsWith(marks)) return;
		const unknown = split(marks).filter((mark) => !this.known.has(mark));
		if (unknown.length === 0) return;
		for (const mark of unknown) this.known.add(mark);
		this.minutes.set(name, [before, ...unknown].join(''));
	}

	private forgetBefore(oldest: number): void {
		for (const [name, marks] of [...this.minutes])
			if (Number(name) < oldest) this.forget(name, split(marks).length);
	}

	private forgetSurplus(): void {
		while (this.known.size > this.most) {
			const oldest = Math.min(...[...this.minutes.keys()].map(Number));
			this.forget(String(oldest), this.known.size - this.most);
		}
	}

	/** Forgets the first notifications of a minute. */
	private forget(name: string, count: number): void {
		const marks = this.minutes.get(name) ?? '';
		for (const mark of split(marks.slice(0, count * markLength))) this.known.delete(mark);
		const rest = marks.slice(count * markLength);
		if (rest === '') this.minutes.delete(name);
		else this.minutes.set(name, rest);
	}
}

const triggers = new Map<string, DeliveredNotifications>();

/** The notifications that a trigger has taken in this process. */
export function deliveredTo(trigger: string): DeliveredNotifications {
	const known = triggers.get(trigger) ?? new DeliveredNotifications();
	triggers.set(trigger, known);
	return known;
}
