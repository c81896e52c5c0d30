import { Collection } from '../collection';
import { IntercomError } from '../errors';
import { decodeCursor, encodeCursor, invalidCursor } from '../pagination';
import {
	SORT_ORDERS,
	type DatePrecision,
	type Scalar,
	type SearchSchema,
	type SortOrder,
} from './fields';
import { compileQuery, type CompiledQuery } from './query';

/** What to search for. */
export interface SearchRequest {
	query: unknown;
	sort?: { field?: string; order?: string };
	/** Rows a page has. */
	size: number;
	/** Cursor of an earlier page. */
	startingAfter?: string | null;
	dates: DatePrecision;
}

/** A page of hits. */
export interface SearchPage<T> {
	records: T[];
	/** All hits, on every page. */
	total: number;
	/** Number of this page, from 1. */
	page: number;
	/** Cursor of the next page; undefined on the last. */
	next?: string;
}

/** How an index is kept. */
export interface SearchIndexOptions<T> {
	schema: SearchSchema<T>;
	/** Whether a record can be found at all. */
	isSearchable: (record: T) => boolean;
	/** The current time in milliseconds. */
	now: () => number;
	/** How long a write stays invisible, in milliseconds; asked again at every write and search. */
	lag: () => number;
}

/** Sorted results that are kept while nothing changes: clients page through the same ones. */
const KEPT_RESULTS = 20;

interface Hit<T> {
	key: Scalar;
	id: string;
	record: T;
}

/**
 * A search index that runs behind the stored records, as Intercom's does (2.16 line 8734: "This
 * delay can take a few minutes"). A search sees every write older than the lag, and none younger:
 * changed records with their old values, deleted ones as if they were there.
 */
export class SearchIndex<T> {
	private readonly visible: Collection<T>;
	private readonly pending: Array<{ id: string; record: T | undefined; writtenAt: number }> = [];
	private readonly results = new Map<string, Array<Hit<T>>>();

	constructor(private readonly options: SearchIndexOptions<T>) {
		const { schema } = options;
		this.visible = new Collection<T>({
			lookups: Object.fromEntries(
				schema.lookups.map((name) => [name, (record: T) => lookupValues(schema, name, record)]),
			),
			onChange: () => this.results.clear(),
		});
	}

	/** Notes a write; undefined for a deleted record. */
	write(id: string, record: T | undefined): void {
		this.pending.push({ id, record, writtenAt: this.options.now() });
		this.catchUp();
	}

	/** Makes all writes visible at once, whatever the lag. */
	flush(): void {
		this.apply(this.pending.length);
	}

	/**
	 * Searches.
	 * @throws IntercomError 400 for a wrong query (see {@link compileQuery}), sort or cursor
	 */
	search(request: SearchRequest): SearchPage<T> {
		this.catchUp();
		const { schema } = this.options;
		const query = compileQuery(schema, request.query, request.dates);
		const { field, order } = this.readSort(request.sort);
		const cacheKey = JSON.stringify([request.query, field, order, request.dates]);
		const hits = this.results.get(cacheKey) ?? this.evaluate(query, field, order);
		this.keep(cacheKey, hits);

		const cursor = request.startingAfter ? readCursor(request.startingAfter) : undefined;
		const start = cursor ? firstAfter(hits, cursor, order) : 0;
		const page = hits.slice(start, start + request.size);
		const number = cursor?.page ?? 1;
		const last = page.at(-1);
		return {
			records: page.map((hit) => hit.record),
			total: hits.length,
			page: number,
			next:
				last && start + page.length < hits.length
					? encodeCursor([number + 1, last.key, last.id])
					: undefined,
		};
	}

	private catchUp(): void {
		const newest = this.options.now() - this.options.lag();
		const waiting = this.pending.findIndex(({ writtenAt }) => writtenAt > newest);
		this.apply(waiting === -1 ? this.pending.length : waiting);
	}

	private apply(count: number): void {
		for (const { id, record } of this.pending.splice(0, count)) {
			if (record !== undefined && this.options.isSearchable(record)) this.visible.set(id, record);
			else this.visible.delete(id);
		}
	}

	private readSort(sort: SearchRequest['sort']): { field: string; order: SortOrder } {
		const { defaultSort } = this.options.schema;
		const field = sort?.field ?? defaultSort.field;
		const order = sort?.order ?? defaultSort.order;
		const known = SORT_ORDERS.find((name) => name === order);
		if (!known) {
			throw new IntercomError(
				400,
				'invalid_sort_order',
				`Invalid sort order '${order}'. Must be one of: ${SORT_ORDERS.join(', ')}`,
			);
		}
		return { field, order: known };
	}

	private evaluate(query: CompiledQuery<T>, sortField: string, order: SortOrder): Array<Hit<T>> {
		const field = this.options.schema.field(sortField);
		if (!field) {
			throw new IntercomError(400, 'invalid_field', `${sortField} is not a sortable field`, {
				field: 'sort.field',
			});
		}
		const hits: Array<Hit<T>> = [];
		for (const [id, record] of this.candidates(query)) {
			if (!query.matches(record)) continue;
			const value = field.read(record);
			hits.push({ key: isScalar(value) ? value : null, id, record });
		}
		return hits.sort((left, right) => compare(left, right, order));
	}

	private candidates(query: CompiledQuery<T>): Iterable<[string, T]> {
		if (!query.keys) return this.visible;
		return new Map(query.keys.flatMap(({ field, value }) => this.visible.entriesOf(field, value)));
	}

	private keep(cacheKey: string, hits: Array<Hit<T>>): void {
		this.results.delete(cacheKey);
		this.results.set(cacheKey, hits);
		if (this.results.size <= KEPT_RESULTS) return;
		const [oldest] = this.results.keys();
		this.results.delete(oldest);
	}
}

interface Cursor {
	page: number;
	key: Scalar;
	id: string;
}

function readCursor(text: string): Cursor {
	const [page, key, id] = decodeCursor(text);
	if (typeof page !== 'number' || typeof id !== 'string' || !isScalar(key)) throw invalidCursor();
	return { page, key, id };
}

function isScalar(value: unknown): value is Scalar {
	return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function lookupValues<T>(schema: SearchSchema<T>, name: string, record: T): Array<string | null> {
	const value = schema.field(name)?.read(record) ?? null;
	return isScalar(value) ? [value === null ? null : String(value)] : value.map(String);
}

/** Binary search for the first hit behind a cursor. */
function firstAfter<T>(hits: Array<Hit<T>>, cursor: Cursor, order: SortOrder): number {
	let low = 0;
	let high = hits.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compare(hits[middle], cursor, order) > 0) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Order of hits: by value, records without one last, ties by id. */
function compare(
	left: { key: Scalar; id: string },
	right: { key: Scalar; id: string },
	order: SortOrder,
): number {
	if (left.key !== right.key) {
		if (left.key === null) return 1;
		if (right.key === null) return -1;
		return left.key < right.key === (order === 'ascending') ? -1 : 1;
	}
	if (left.id === right.id) return 0;
	return left.id < right.id ? -1 : 1;
}
