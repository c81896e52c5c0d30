/** What a {@link Collection} keeps besides the records. */
export interface CollectionOptions<T> {
	/** Whether a record shows up in lists. Default: every record does. */
	isListed?: (record: T) => boolean;
	/** Look-up tables by name: the keys under which a record is found. */
	lookups?: Record<string, (record: T) => ReadonlyArray<string | null>>;
	/** Called after each change with the new record, or undefined when it was deleted. */
	onChange?: (id: string, record: T | undefined) => void;
}

/** A page of a {@link Collection}. */
export interface CollectionPage<T> {
	records: T[];
	/** Position to go on from; undefined after the last page. */
	next?: number;
}

/**
 * Records by id, in the order they were first stored, with look-up tables that follow every write.
 * Records are never changed in place: a write replaces the record, so an old one can be kept as a
 * snapshot (search lag is built on that). Pages and look-ups never walk the whole collection.
 */
export class Collection<T> extends Map<string, T> {
	/** Ids in the order they were first stored; null where a record was deleted. */
	private order: Array<string | null> = [];
	private readonly positions = new Map<string, number>();
	private readonly tables = new Map<string, Map<string, Set<string>>>();
	private listed = 0;

	constructor(private readonly options: CollectionOptions<T> = {}) {
		super();
		for (const name of Object.keys(options.lookups ?? {})) this.tables.set(name, new Map());
	}

	/** How many records lists show. */
	get listedCount(): number {
		return this.listed;
	}

	override set(id: string, record: T): this {
		const previous = this.get(id);
		if (previous === undefined) this.positions.set(id, this.order.push(id) - 1);
		else this.forget(id, previous);
		super.set(id, record);
		if (this.isListed(record)) this.listed += 1;
		this.eachKey(record, (table, key) => {
			const ids = table.get(key);
			if (ids) ids.add(id);
			else table.set(key, new Set([id]));
		});
		this.options.onChange?.(id, record);
		return this;
	}

	override delete(id: string): boolean {
		const record = this.get(id);
		if (record === undefined) return false;
		this.forget(id, record);
		this.order[this.positions.get(id) ?? 0] = null;
		this.positions.delete(id);
		super.delete(id);
		this.options.onChange?.(id, undefined);
		return true;
	}

	override clear(): void {
		for (const id of [...this.keys()]) this.delete(id);
		this.order = [];
	}

	/** The records a look-up table has under a key, in the order they came to that key. */
	find(lookup: string, key: string): T[] {
		return this.entriesOf(lookup, key).map(([, record]) => record);
	}

	/** As {@link find}, with the ids. */
	entriesOf(lookup: string, key: string): Array<[id: string, record: T]> {
		const found: Array<[string, T]> = [];
		for (const id of this.tables.get(lookup)?.get(key) ?? []) {
			const record = this.get(id);
			if (record !== undefined) found.push([id, record]);
		}
		return found;
	}

	/**
	 * Up to `size` listed records from a position on. A record that is written while a client pages
	 * keeps its place, one that is deleted leaves a gap: no row is seen twice.
	 */
	page(size: number, position = 0): CollectionPage<T> {
		const records: T[] = [];
		let index = position;
		for (; index < this.order.length; index += 1) {
			const id = this.order[index];
			const record = id === null ? undefined : this.get(id);
			if (record === undefined || !this.isListed(record)) continue;
			if (records.length === size) return { records, next: index };
			records.push(record);
		}
		return { records };
	}

	private isListed(record: T): boolean {
		return this.options.isListed?.(record) ?? true;
	}

	private forget(id: string, record: T): void {
		if (this.isListed(record)) this.listed -= 1;
		this.eachKey(record, (table, key) => {
			const ids = table.get(key);
			ids?.delete(id);
			if (ids?.size === 0) table.delete(key);
		});
	}

	private eachKey(record: T, visit: (table: Map<string, Set<string>>, key: string) => void): void {
		for (const [name, keysOf] of Object.entries(this.options.lookups ?? {})) {
			const table = this.tables.get(name);
			for (const key of keysOf(record)) {
				if (table && key !== null) visit(table, key);
			}
		}
	}
}
