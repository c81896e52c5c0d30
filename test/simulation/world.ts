import { Clock } from '../../dev/emulator/clock';
import { blankContact } from '../../dev/emulator/contacts';
import type { Contact } from '../../dev/emulator/records';
import { Answer, type RouteRequest } from '../../dev/emulator/route';
import { routes } from '../../dev/emulator/routes';
import { defaultSettings } from '../../dev/emulator/settings';
import { EmulatorState } from '../../dev/emulator/state';
import { IntercomError } from '../../dev/emulator/errors';
import type { Exchange } from '../../nodes/Intercom/triggers/polling/source';

/** A change of a contact: its `revision`-th one. Times in milliseconds of the simulated clock. */
export interface Change {
	id: string;
	revision: number;
	/** Intercom's own time of it, in Unix seconds. */
	at: number;
	/** When search shows it. */
	visibleAt: number;
}

class SimulatedClock extends Clock {
	now = 1_734_537_243_000;

	override milliseconds(): number {
		return this.now;
	}
}

/** What can happen while an answer is on its way. */
export interface Interruptions {
	/** Called before each request is handled; may let time pass, make changes, or throw. */
	beforeRequest(): void;
}

/**
 * The emulator's own logic without its HTTP server, on a clock that only the simulation moves. Each
 * change becomes visible after a delay of its own, so later changes may be visible before earlier
 * ones; those of one contact keep their order.
 */
export class World {
	readonly clock: SimulatedClock;
	/** Every change made, in order. */
	readonly changes: Change[] = [];
	private readonly settings = defaultSettings();
	private readonly state: EmulatorState;
	private readonly newest = new Map<string, Change>();
	private readonly createdAt = new Map<string, number>();
	private readonly hidden: Array<{ change: Change; contact: Contact }> = [];

	constructor(timezone: string) {
		this.clock = new SimulatedClock(this.settings);
		this.settings.timezone = timezone;
		this.state = new EmulatorState({ seed: 1, clock: this.clock, settings: this.settings });
	}

	/** Ids of all contacts. */
	get ids(): string[] {
		return [...this.newest.keys()];
	}

	/** The newest change of a contact. */
	newestOf(id: string): Change | undefined {
		return this.newest.get(id);
	}

	/**
	 * Changes a contact now, or creates it.
	 *
	 * @param delay until search shows it, in milliseconds
	 */
	change(id: string | undefined, delay: number): Change {
		const contactId = id ?? this.state.identifiers.nextObjectId();
		const before = this.newest.get(contactId);
		const at = this.clock.seconds();
		const change = {
			id: contactId,
			revision: (before?.revision ?? 0) + 1,
			at,
			visibleAt: Math.max(this.clock.now + delay, before?.visibleAt ?? 0),
		};
		const created = this.createdAt.get(contactId) ?? at;
		this.createdAt.set(contactId, created);
		const contact = {
			...blankContact(contactId, created),
			role: 'lead' as const,
			name: String(change.revision),
			updated_at: at,
		};
		this.newest.set(contactId, change);
		this.changes.push(change);
		this.hidden.push({ change, contact });
		return change;
	}

	/** Which revision of each contact search shows now. */
	visible(): Map<string, number> {
		this.reveal();
		return new Map([...this.state.contacts.values()].map(({ id, name }) => [id, Number(name)]));
	}

	/** Lets time pass, in milliseconds. */
	pass(milliseconds: number): void {
		this.clock.now += milliseconds;
	}

	/** Sends a request to the emulator's routes. */
	exchange(interruptions: Interruptions): Exchange {
		return async ({ method, path, body }, expected = []) => {
			interruptions.beforeRequest();
			this.reveal();
			const route = routes.find(({ operation }) => operation === `${method} ${path}`);
			if (route === undefined) throw new Error(`The simulation has no ${method} ${path}`);
			const headers = { date: new Date(this.clock.now).toUTCString() };
			try {
				const answer = route.handle({
					state: this.state,
					settings: this.settings,
					clock: this.clock,
					path,
					params: {},
					query: {},
					body: (body ?? {}) as object,
					version: '2.16',
				} satisfies RouteRequest);
				if (answer instanceof Answer) return { status: answer.status, headers, body: answer.body };
				return { status: 200, headers, body: answer };
			} catch (error) {
				if (!(error instanceof IntercomError) || !expected.includes(error.status)) throw error;
				return { status: error.status, headers, body: error.body('request') };
			}
		};
	}

	/** Shows search what is due, in the order in which it becomes visible. */
	private reveal(): void {
		const due = this.hidden.filter(({ change }) => change.visibleAt <= this.clock.now);
		if (due.length === 0) return;
		due.sort(
			(a, b) => a.change.visibleAt - b.change.visibleAt || a.change.revision - b.change.revision,
		);
		for (const { contact } of due) this.state.contacts.set(contact.id, contact);
		const rest = this.hidden.filter(({ change }) => change.visibleAt > this.clock.now);
		this.hidden.splice(0, this.hidden.length, ...rest);
	}
}
