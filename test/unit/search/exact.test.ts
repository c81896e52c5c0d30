import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../nodes/Intercom/engine/input-error';
import { compileSearch, type CompiledSearch } from '../../../nodes/Intercom/search/compile';
import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { conversationTable } from '../../../nodes/Intercom/search/fields/conversation';
import {
	isGroup,
	type Condition,
	type Operator,
	type Scalar,
	type Tree,
} from '../../../nodes/Intercom/search/filter';
import type { KnownAttributes, SearchTable } from '../../../nodes/Intercom/search/table';
import { filters } from './support/arbitraries';
import { localDate, timezones } from './support/calendar';
import { finds, measure, type IndexedRecord, type Semantics } from './support/intercom';

const attributes: KnownAttributes = new Map([
	['plan', 'string'],
	['seats', 'integer'],
	['renewal', 'date'],
]);
const dateFields = ['created_at', 'last_seen_at', 'custom_attributes.renewal'];
const isDate = (field: string) => dateFields.includes(field) || field === 'snoozed_until';

/** Ten days around the clock change of most zones: few days, so that records lie near the limits. */
const firstSecond = Date.UTC(2024, 2, 5) / 1000;
const lastSecond = Date.UTC(2024, 2, 15) / 1000;
const moment = fc.oneof(
	fc.integer({ min: firstSecond, max: lastSecond }),
	// Borders of days and hours, and their neighbours.
	fc
		.tuple(fc.integer({ min: 0, max: 480 }), fc.integer({ min: -1, max: 1 }))
		.map(([halfHours, offset]) => firstSecond + halfHours * 1800 + offset),
);
const date = fc
	.integer({ min: 5, max: 14 })
	.map((day) => `2024-03-${String(day).padStart(2, '0')}`);
const dateValue = fc.oneof(
	moment,
	moment.map((seconds) => new Date(seconds * 1000).toISOString()),
	date,
);
const word = fc.constantFrom('ab', 'abc', 'cab', 'x');

const comparisons: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>='];
const conditionOn = (
	fields: string[],
	operators: readonly Operator[],
	value: fc.Arbitrary<Scalar>,
): fc.Arbitrary<Condition> =>
	fc.record({ field: fc.constantFrom(...fields), operator: fc.constantFrom(...operators), value });
const listOn = (fields: string[], value: fc.Arbitrary<Scalar>): fc.Arbitrary<Condition> =>
	fc.record({
		field: fc.constantFrom(...fields),
		operator: fc.constantFrom<Operator>('IN', 'NIN'),
		value: fc.array(value, { minLength: 1, maxLength: 3 }),
	});
const isSet = (fields: string[]) => conditionOn(fields, ['=', '!='], fc.constant(null));

/** The moments of a date that was written without a time, told apart by the calendar alone. */
function compareWithDay(operator: Operator, actual: number, day: string, zone: string): boolean {
	const own = localDate(actual, zone);
	const isFirstSecond = own === day && localDate(actual - 1, zone) < day;
	switch (operator) {
		case '=':
			return own === day;
		case '!=':
			return own !== day;
		case '<':
			return own < day;
		case '>=':
			return own >= day;
		case '>':
			return own >= day && !isFirstSecond;
		default:
			return own < day || isFirstSecond;
	}
}

function compareWithMoment(operator: Operator, actual: number, value: string | number): boolean {
	const wanted = typeof value === 'number' ? value : Date.parse(value) / 1000;
	const tests: Partial<Record<Operator, boolean>> = {
		'=': actual === wanted,
		'!=': actual !== wanted,
		'<': actual < wanted,
		'<=': actual <= wanted,
		'>': actual > wanted,
		'>=': actual >= wanted,
	};
	return tests[operator] ?? false;
}

/** What the user asked for, to the second. */
function isWanted(
	tree: Tree<Condition>,
	record: IndexedRecord,
	zone: string,
	semantics: Semantics,
): boolean {
	if (isGroup(tree)) {
		const verdicts = tree.of.map((member) => isWanted(member, record, zone, semantics));
		return tree.match === 'AND' ? !verdicts.includes(false) : verdicts.includes(true);
	}
	const { field, operator, value } = tree;
	if (!isDate(field) || value === null)
		return finds({ ...tree } as unknown as IDataObject, record, semantics);
	if (Array.isArray(value)) {
		const single = operator === 'IN' ? '=' : '!=';
		const verdicts = value.map((one) =>
			isWanted({ field, operator: single, value: one }, record, zone, semantics),
		);
		return operator === 'IN' ? verdicts.includes(true) : !verdicts.includes(false);
	}
	const actual = record[field];
	if (typeof actual !== 'number') return false;
	if (typeof value === 'string' && value.length === 10)
		return compareWithDay(operator, actual, value, zone);
	return compareWithMoment(operator, actual, value as string | number);
}

/** The record as Intercom's API shows it: nested, without what it only searches by. */
function shown(record: IndexedRecord, hidden: string[]): IDataObject {
	const result: IDataObject = { custom_attributes: {} };
	for (const [field, value] of Object.entries(record)) {
		if (hidden.includes(field)) continue;
		const attribute = field.startsWith('custom_attributes.') ? field.slice(18) : undefined;
		if (attribute === undefined) result[field] = value;
		else (result.custom_attributes as IDataObject)[attribute] = value;
	}
	return result;
}

/** Compiles a filter; undefined where it is refused for being too complex or undecidable. */
function compiled(
	filter: Tree<Condition>,
	table: SearchTable,
	timezone: string,
): CompiledSearch | undefined {
	try {
		return compileSearch({ filter }, table, { timezone, attributes });
	} catch (error) {
		const known = /too complex|can't be joined by OR/;
		if (error instanceof InputError && known.test(error.message)) return undefined;
		throw error;
	}
}

const contactConditions = fc.oneof(
	{ weight: 4, arbitrary: conditionOn(dateFields, comparisons, dateValue) },
	{ weight: 1, arbitrary: listOn(dateFields, dateValue) },
	{ weight: 1, arbitrary: isSet(dateFields) },
	{ weight: 1, arbitrary: conditionOn(['role'], ['=', '!='], fc.constantFrom('user', 'lead')) },
	{
		weight: 1,
		arbitrary: conditionOn(
			['name', 'custom_attributes.plan'],
			['=', '!=', '~', '!~', '^', '$'],
			word,
		),
	},
	{ weight: 1, arbitrary: listOn(['name', 'custom_attributes.plan'], word) },
	{
		weight: 1,
		arbitrary: conditionOn(
			['custom_attributes.seats'],
			comparisons,
			fc.integer({ min: 0, max: 3 }),
		),
	},
	{ weight: 1, arbitrary: conditionOn(['has_hard_bounced'], ['=', '!='], fc.boolean()) },
	{
		weight: 1,
		arbitrary: conditionOn(['tag_id', 'segment_id'], ['=', '!='], fc.constantFrom('1', '2')),
	},
);
const tags = fc.subarray(['1', '2']);
const contact: fc.Arbitrary<IndexedRecord> = fc.record({
	role: fc.constantFrom('user', 'lead'),
	name: word,
	created_at: moment,
	last_seen_at: fc.option(moment),
	has_hard_bounced: fc.boolean(),
	tag_id: tags,
	segment_id: tags,
	'custom_attributes.plan': word,
	'custom_attributes.seats': fc.integer({ min: 0, max: 3 }),
	'custom_attributes.renewal': fc.option(moment),
});
const zones = fc.constantFrom(...timezones);
const hidden = ['tag_id', 'segment_id'];

describe('a search of contacts', () => {
	it('finds exactly what was asked for, to the second, in every time zone', () => {
		let widened = 0;
		fc.assert(
			fc.property(
				filters(contactConditions, 2),
				fc.array(contact, { minLength: 5, maxLength: 20 }),
				zones,
				(filter, records, zone) => {
					const search = compiled(filter, contactTable, zone);
					if (search === undefined) return;
					const { query, keep } = search;
					if (keep !== undefined) widened += 1;
					expect(measure(query)).toMatchObject({ mixed: false });
					expect(measure(query).levels).toBeLessThanOrEqual(2);
					expect(measure(query).largest).toBeLessThanOrEqual(15);
					const semantics = { dayTimezone: zone, negativesFindUnset: true, isDate };
					for (const record of records) {
						const isFound = finds(query, record, semantics);
						const isKept = isFound && (keep === undefined || keep(shown(record, hidden)));
						expect(isKept).toBe(isWanted(filter, record, zone, semantics));
					}
				},
			),
			{ numRuns: 1500 },
		);
		expect(widened).toBeGreaterThan(300);
	});

	it('misses nothing where texts differ in case or values are not set', () => {
		const vague = fc.record({
			record: contact,
			changes: fc.record(
				{
					name: fc.constantFrom(null, 'AB', 'Abc', ' x'),
					'custom_attributes.plan': fc.constant(null),
				},
				{ requiredKeys: [] },
			),
		});
		const lowered = (record: IndexedRecord): IndexedRecord => ({
			...record,
			name: typeof record.name === 'string' ? record.name.trim().toLowerCase() : record.name,
		});
		fc.assert(
			fc.property(
				filters(contactConditions, 2),
				fc.array(vague, { minLength: 5, maxLength: 20 }),
				zones,
				fc.boolean(),
				(filter, records, zone, negativesFindUnset) => {
					const search = compiled(filter, contactTable, zone);
					if (search === undefined) return;
					const semantics = { dayTimezone: zone, negativesFindUnset, isDate };
					for (const { record, changes } of records) {
						const changed = { ...record, ...changes };
						// Intercom here compares without regard to case, which its documentation leaves open.
						const indexed = lowered(changed);
						if (!isWanted(filter, indexed, zone, semantics)) continue;
						expect(finds(search.query, indexed, semantics)).toBe(true);
						expect(search.keep?.(shown(changed, hidden)) ?? true).toBe(true);
					}
				},
			),
			{ numRuns: 500 },
		);
	});

	it('misses nothing when the time zone of the workspace is unknown', () => {
		fc.assert(
			fc.property(
				filters(conditionOn(dateFields, comparisons, moment), 2),
				fc.array(contact, { minLength: 5, maxLength: 20 }),
				zones,
				(filter, records, zone) => {
					const search = compiled(filter, contactTable, 'Somewhere');
					if (search === undefined) return;
					const semantics = { dayTimezone: zone, negativesFindUnset: true, isDate };
					for (const record of records) {
						const isFound = finds(search.query, record, semantics);
						const isKept = isFound && (search.keep?.(shown(record, hidden)) ?? true);
						expect(isKept).toBe(isWanted(filter, record, zone, semantics));
					}
				},
			),
			{ numRuns: 300 },
		);
	});

	it('needs no filter in the node for whole days', () => {
		const whole = conditionOn(['created_at'], ['=', '!=', '<', '>='], date);
		fc.assert(
			fc.property(filters(whole, 2), zones, (filter, zone) => {
				const search = compiled(filter, contactTable, zone);
				expect(search?.keep).toBeUndefined();
			}),
			{ numRuns: 200 },
		);
	});
});

describe('a search of conversations', () => {
	const conditions = fc.oneof(
		conditionOn(['created_at', 'snoozed_until'], comparisons, dateValue),
		isSet(['snoozed_until']),
		conditionOn(['state'], ['=', '!='], fc.constantFrom('open', 'closed')),
	);
	const conversation: fc.Arbitrary<IndexedRecord> = fc.record({
		created_at: moment,
		snoozed_until: fc.option(moment),
		state: fc.constantFrom('open', 'closed', 'snoozed'),
	});

	it('is exact whether or not > and < include the moment itself', () => {
		fc.assert(
			fc.property(
				filters(conditions, 2),
				fc.array(conversation, { minLength: 5, maxLength: 20 }),
				zones,
				fc.boolean(),
				(filter, records, zone, inclusive) => {
					const search = compiled(filter, conversationTable, zone);
					if (search === undefined) return;
					const semantics = { inclusive, negativesFindUnset: true, isDate };
					for (const record of records) {
						const isFound = finds(search.query, record, semantics);
						const isKept = isFound && (search.keep?.(shown(record, [])) ?? true);
						expect(isKept).toBe(isWanted(filter, record, zone, semantics));
					}
				},
			),
			{ numRuns: 500 },
		);
	});
});
