import type { Sighting } from '../../nodes/Intercom/triggers/polling/state';

/** Thrown where the trigger breaks its promise. */
export class BrokenPromise extends Error {}

/**
 * Keeps account of what was handed out, and notices at once what must not happen: a revision twice,
 * or after a later one. The only excuse is a run whose state was not stored.
 */
export class Ledger {
	private readonly newest = new Map<string, number>();
	private readonly newestStored = new Map<string, number>();
	/** How often each revision may still come again. */
	private readonly excused = new Map<string, number>();
	private readonly entered = new Set<string>();
	/** How many were handed out again. */
	repeated = 0;

	/** Enters the changes of a run. */
	enter(changes: readonly Sighting[], isStored: boolean): void {
		for (const { id, record } of changes) {
			const revision = Number(record.name);
			this.check(id, revision);
			this.newest.set(id, Math.max(revision, this.newest.get(id) ?? 0));
			if (isStored) this.newestStored.set(id, revision);
			else {
				const key = `${id} ${revision}`;
				this.excused.set(key, (this.excused.get(key) ?? 0) + 1);
			}
		}
	}

	/** How many revisions were handed out, each counted once. */
	get distinct(): number {
		return this.entered.size;
	}

	/** Whether a revision was handed out. */
	has(id: string, revision: number): boolean {
		return this.entered.has(`${id} ${revision}`);
	}

	/** What was handed out so far may come once more: the trigger has forgotten it. */
	excuseRepeats(): void {
		this.newestStored.clear();
		for (const key of this.entered) this.excused.set(key, 1);
	}

	/** The newest revision of a record that was handed out; 0 for none. */
	newestOf(id: string): number {
		return this.newest.get(id) ?? 0;
	}

	private check(id: string, revision: number): void {
		const key = `${id} ${revision}`;
		if (revision > this.newestOf(id)) {
			this.entered.add(key);
			return;
		}
		const excuses = this.excused.get(key) ?? 0;
		if (excuses === 0 || revision <= (this.newestStored.get(id) ?? 0))
			throw new BrokenPromise(
				`Revision ${revision} of ${id} came after revision ${this.newestOf(id)}`,
			);
		this.excused.set(key, excuses - 1);
		this.repeated += 1;
	}
}
