import type { IDataObject } from 'n8n-workflow';

import type { Operator } from './filter';

/**
 * The type of a searchable field. `id` is text that names something, `number` has decimals
 * (custom attributes of data type float).
 */
export type FieldType = 'string' | 'id' | 'integer' | 'number' | 'boolean' | 'date';

/** A field that Intercom can search by. */
export interface SearchField {
	/** As shown in the builder, Title Case. */
	name: string;
	type: FieldType;
	/** The operators Intercom takes, where they are fewer than the type's. */
	operators?: readonly Operator[];
	/** The only values there are. */
	values?: readonly string[];
	/**
	 * Where a record holds the value, dots nest; by default under the field's own name. `false` where
	 * records don't tell, so that only Intercom can decide conditions on the field.
	 */
	path?: string | false;
}

/** Custom attributes of a kind of record, which each workspace defines for itself. */
export interface AttributeFields {
	/** What the field names start with, e.g. `custom_attributes.`. */
	prefix: string;
	/** As shown in the builder, e.g. Custom Attribute. */
	name: string;
	/** The key of a record that holds the attributes by name; absent where it can't be read that way. */
	path?: string;
	/** The load options method that lists the names for the builder. */
	loadOptionsMethod?: string;
	/** Where Intercom lists the attributes with their data types. */
	source?: {
		path: string;
		query: IDataObject;
		/** Makes attributes of the listed records; by default of data attributes. */
		read?: (records: IDataObject[]) => ListedAttribute[];
	};
	/** Intercom searches by the attributes' IDs; users may write their names all the same. */
	searchedById?: true;
}

/** A custom attribute as the workspace lists it. */
export interface ListedAttribute {
	name: string;
	/** What users see instead of the name. */
	label?: string;
	type: FieldType;
	/** For attributes that are searched by ID. */
	id?: string;
	/** What the attribute belongs to, where several attributes can share a name. */
	owner?: string;
	/** The choices of a list. */
	choices?: ReadonlyArray<{ id: string; label: string }>;
}

/** Everything that can be searched for in one kind of record, and how Intercom compares. */
export interface SearchTable {
	/** The records' name in errors, plural, e.g. `contacts`. */
	records: string;
	/** By Intercom's field name. */
	fields: Readonly<Record<string, SearchField>>;
	/** The field that a new builder condition starts with. */
	defaultField: string;
	/**
	 * How Intercom compares dates: `calendarDay` cuts both sides to a day in the workspace's time
	 * zone (2.16 line 8743); `instant` compares seconds, where `>` and `<` may include the moment
	 * itself (2.16 line 11702).
	 */
	dates: 'calendarDay' | 'instant';
	attributes?: AttributeFields;
	/** What to do instead, for fields that people look for in vain; by field name. */
	advice?: Readonly<Record<string, string>>;
	/** The fields offered for sorting. */
	sortable: readonly string[];
}

/** Custom attributes of the workspace by name, or by ID where they are searched by it, with their types. */
export type KnownAttributes = ReadonlyMap<string, FieldType>;
