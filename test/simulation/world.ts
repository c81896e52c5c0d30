import { Clock } from '../../dev/emulator/clock';
import { blankContact } from '../../dev/emulator/contacts';
import type { Contact } from '../../dev/emulator/records';
import type { EmulatorState } from '../../dev/emulator/state';

/** A change of a contact: its `revision`-th one. Times in milliseconds of the simulated clock. */
export interface Change {
	id: string;
	revision: number;
	/** Intercom's own time of it, in Unix seconds. */
	at: number;
	/** When search shows it. */
	visibleAt: number;
}

/** A clock that only the simulation moves. */
export class SimulatedClock extends Clock {
	private now = 1_734_537_243_000;

	override milliseconds(): number {
		return this.now;
	}

	/** Lets time pass, in milliseconds. */
	pass(milliseconds: number): void {
		this.now += milliseconds;
	}
}

/** A workspace of the emulator, and its time. */
export interface Stage {
	state: EmulatorState;
	/** The time in milliseconds. */
	now(): number;
	/** Lets time pass, in milliseconds. */
	pass(milliseconds: number): void;
}

/**
 * The contacts of a workspace and everything that happened to them. Each change becomes visible after
 * a delay of its own, so later changes may be visible before earlier ones; those of one contact keep
 * their order.
 */
export class World {
	/** Every change made, in order. */
	readonly changes: Change[] = [];
	private readonly newest = new Map<string, Change>();
	private readonly createdAt = new Map<string, number>();
	private readonly hidden: Array<{ change: Change; contact: Contact }> = [];

	constructor(private readonly stage: Stage) {}

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
		const { state } = this.stage;
		const contactId = id ?? state.identifiers.nextObjectId();
		const before = this.newest.get(contactId);
		const at = this.seconds();
		const change = {
			id: contactId,
			revision: (before?.revision ?? 0) + 1,
			at,
			visibleAt: Math.max(this.stage.now() + delay, before?.visibleAt ?? 0),
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
		const contacts = [...this.stage.state.contacts.values()];
		return new Map(contacts.map(({ id, name }) => [id, Number(name)]));
	}

	/** The time in Unix seconds. */
	seconds(): number {
		return Math.floor(this.stage.now() / 1000);
	}

	/** Lets time pass, in milliseconds. */
	pass(milliseconds: number): void {
		this.stage.pass(milliseconds);
	}

	/** Shows search what is due, in the order in which it becomes visible. */
	reveal(): void {
		const now = this.stage.now();
		const due = this.hidden.filter(({ change }) => change.visibleAt <= now);
		if (due.length === 0) return;
		due.sort(
			({ change: a }, { change: b }) => a.visibleAt - b.visibleAt || a.revision - b.revision,
		);
		for (const { contact } of due) this.stage.state.contacts.set(contact.id, contact);
		const rest = this.hidden.filter(({ change }) => change.visibleAt > now);
		this.hidden.splice(0, this.hidden.length, ...rest);
	}
}
