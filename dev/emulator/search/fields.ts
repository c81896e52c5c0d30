/** A single value of a record; null means "not set". */
export type Scalar = string | number | boolean | null;

/** Types of searchable fields. `number` is what the description calls Integer. */
export type FieldType = 'string' | 'number' | 'boolean' | 'date';

/** All operators of a filter (2.16 `single_filter_search_request`). */
export const OPERATORS = [
	'=',
	'!=',
	'IN',
	'NIN',
	'<',
	'<=',
	'>',
	'>=',
	'~',
	'!~',
	'^',
	'$',
] as const;

/** An operator of a filter. */
export type Operator = (typeof OPERATORS)[number];

/** A field that records can be searched by. */
export interface SearchField<T> {
	type: FieldType;
	/** The record's value; a list for fields such as tags that hold several. Dates in seconds. */
	read(record: T): Scalar | readonly Scalar[];
	/** Operators it takes, when they are fewer than those of its type. */
	operators?: readonly Operator[];
	/** Brings a text to the form it is stored in, for example lower case for emails. */
	normalize?(value: string): string;
	/** Whether the index keeps a look-up table, so that `=` and `IN` need not read every record. */
	lookup?: boolean;
}

/** How one kind of record is searched. */
export interface SearchSchema<T> {
	/** The field of that name; undefined when there is none. */
	field(name: string): SearchField<T> | undefined;
	/** Names of the fields with a look-up table. */
	lookups: readonly string[];
	/** Operators by type of field. */
	operators: Readonly<Record<FieldType, readonly Operator[]>>;
	/** Whether `>` and `<` also find the value itself: "Greater (or equal) than" (2.16 line 11702). */
	inclusive?: true;
	/** Field and order when the request asks for none. */
	defaultSort: { field: string; order: SortOrder };
}

/** How date filters compare: by calendar day in a time zone, or to the second. */
export type DatePrecision = { unit: 'day'; timezone: string } | { unit: 'second' };

/** Directions of sorting (2.16 `contact_search_request`). */
export const SORT_ORDERS = ['ascending', 'descending'] as const;

/** A direction of sorting. */
export type SortOrder = (typeof SORT_ORDERS)[number];
