import { describe, expect, it } from '@jest/globals';

import { readBuilder } from '../../../nodes/Intercom/search/builder';
import { compileSearch } from '../../../nodes/Intercom/search/compile';
import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { conversationTable } from '../../../nodes/Intercom/search/fields/conversation';
import { inputErrorOf } from './support/error';

type Row = Record<string, unknown>;

const groups = (...rows: Row[][]) => ({
	group: rows.map((condition) => ({ match: 'all', conditions: { condition } })),
});
const one = (row: Row) => readBuilder('all', groups([row]), contactTable);
const seconds = (iso: string) => Date.parse(iso) / 1000;

describe('one condition', () => {
	it.each<[Row, unknown]>([
		[
			{ field: 'role', textOperator: 'equals', text: 'user' },
			{ field: 'role', operator: '=', value: 'user' },
		],
		[
			{ field: 'external_id', textOperator: 'equals', text: 42 },
			{ field: 'external_id', operator: '=', value: 42 },
		],
		[
			{ field: 'email', textOperator: 'in', texts: 'a, b,,c ' },
			{ field: 'email', operator: 'IN', value: ['a', 'b', 'c'] },
		],
		[
			{ field: 'email', textOperator: 'notIn', texts: ['a', 'b'] },
			{ field: 'email', operator: 'NIN', value: ['a', 'b'] },
		],
		[
			{ field: 'has_hard_bounced', booleanOperator: 'equals', boolean: false },
			{ field: 'has_hard_bounced', operator: '=', value: false },
		],
		[
			{ field: 'has_hard_bounced', booleanOperator: 'equals' },
			{ field: 'has_hard_bounced', operator: '=', value: true },
		],
		[
			{ field: 'phone', textOperator: 'notSet', text: 'ignored' },
			{ field: 'phone', operator: '=', value: null },
		],
		[
			{ field: 'last_seen_at', dateOperator: 'set' },
			{ field: 'last_seen_at', operator: '!=', value: null },
		],
		[
			{ field: 'created_at', dateOperator: 'greaterThan', date: '2026-01-31T09:30:00' },
			{ field: 'created_at', operator: '>', value: '2026-01-31T09:30:00' },
		],
		[
			{ field: 'created_at', dateOperator: 'equals', date: '2026-01-31T09:30:00' },
			{ field: 'created_at', operator: '=', value: { dayOf: '2026-01-31T09:30:00' } },
		],
		[
			{
				field: 'customNumber',
				attribute: 'seats',
				numberOperator: 'greaterThanOrEqual',
				number: 0,
			},
			{ field: 'custom_attributes.seats', type: 'number', operator: '>=', value: 0 },
		],
		[
			{
				field: 'customDate',
				attribute: 'custom_attributes.renewal',
				dateOperator: 'lessThan',
				date: '2026-01-31',
			},
			{ field: 'custom_attributes.renewal', type: 'date', operator: '<', value: '2026-01-31' },
		],
	])('%j', (row, condition) => {
		expect(one(row)).toEqual(condition);
	});

	it('takes the operator and value of the type that its field has now', () => {
		const row = {
			textOperator: 'contains',
			text: '@example.com',
			dateOperator: 'lessThan',
			date: 5,
		};
		expect(one({ field: 'email', ...row })).toMatchObject({ operator: '~', value: '@example.com' });
		expect(one({ field: 'created_at', ...row })).toMatchObject({ operator: '<', value: 5 });
	});

	it('takes several values of the type that its field has now', () => {
		const row = { textOperator: 'in', texts: 'a, b', numberOperator: 'notIn', numbers: '1, 2' };
		expect(one({ field: 'email', ...row })).toMatchObject({ operator: 'IN', value: ['a', 'b'] });
		expect(one({ field: 'customNumber', attribute: 'seats', ...row })).toMatchObject({
			operator: 'NIN',
			value: ['1', '2'],
		});
	});

	it('starts with the defaults that the form shows', () => {
		expect(one({ text: 'name@example.com' })).toEqual({
			field: 'email',
			operator: '=',
			value: 'name@example.com',
		});
		expect(one({ field: 'created_at', date: 5 })).toEqual({
			field: 'created_at',
			operator: '>',
			value: 5,
		});
	});
});

describe('groups', () => {
	const role = { field: 'role', textOperator: 'equals', text: 'user' };
	const name = { field: 'name', textOperator: 'contains', text: 'x' };
	const os = { field: 'os', textOperator: 'startsWith', text: 'y' };

	it('joins groups by all or any, and conditions inside them', () => {
		const value = {
			group: [
				{ match: 'any', conditions: { condition: [role, name] } },
				{ match: 'all', conditions: { condition: [os] } },
				{ match: 'all', conditions: {} },
			],
		};
		const roleOrName = {
			match: 'OR',
			of: [
				{ field: 'role', operator: '=', value: 'user' },
				{ field: 'name', operator: '~', value: 'x' },
			],
		};
		const osCondition = { field: 'os', operator: '^', value: 'y' };
		expect(readBuilder('all', value, contactTable)).toEqual({
			match: 'AND',
			of: [roleOrName, osCondition],
		});
		expect(readBuilder('any', value, contactTable)).toEqual({
			match: 'OR',
			of: [roleOrName, osCondition],
		});
	});

	it('takes one group or condition where a workflow stores no list', () => {
		expect(
			readBuilder('all', { group: { conditions: { condition: role } } }, contactTable),
		).toEqual({
			field: 'role',
			operator: '=',
			value: 'user',
		});
	});
});

describe('"on day" means the day that the date picker shows', () => {
	const dayOf = (date: unknown, timezone: string) =>
		compileSearch(
			{ filter: one({ field: 'created_at', dateOperator: 'equals', date }) },
			contactTable,
			{
				timezone,
				workflowTimezone: 'Europe/Dublin',
			},
		).query.value;

	it.each([
		['a day of the picker', '2026-01-31T00:00:00', 'America/New_York', '2026-01-31T12:00:00-05:00'],
		['a date alone', '2026-01-31', 'Asia/Kolkata', '2026-01-31T12:00:00+05:30'],
		[
			'a moment: its day in the workspace',
			'2026-01-31T23:30:00Z',
			'Asia/Kolkata',
			'2026-02-01T12:00:00+05:30',
		],
		['a Date', new Date('2026-01-31T03:00:00Z'), 'America/New_York', '2026-01-30T12:00:00-05:00'],
		[
			'Unix seconds',
			seconds('2026-01-31T03:00:00Z'),
			'America/New_York',
			'2026-01-30T12:00:00-05:00',
		],
	])('%s', (_, date, timezone, noon) => {
		expect(dayOf(date, timezone)).toBe(seconds(noon));
	});
});

describe('what is incomplete is refused', () => {
	const empty = {
		hint: "Fill it in, or check the expression that should give it. To look for values that are not set, choose the operator 'Is Not Set'.",
		message: "A condition on 'email' has no value",
	};

	it.each<[Row]>([
		[{ field: 'email', textOperator: 'equals', text: '' }],
		[{ field: 'email', textOperator: 'equals', text: '  ' }],
		[{ field: 'email', textOperator: 'equals', text: null }],
		[{ field: 'email', textOperator: 'equals', text: undefined }],
		[{ field: 'email', textOperator: 'in', texts: '' }],
		[{ field: 'email', textOperator: 'in', texts: [] }],
	])('%j', (row) => {
		expect(inputErrorOf(() => one(row))).toEqual(empty);
	});

	it('does not take an expression without a result for 0 or true', () => {
		const number = {
			field: 'customNumber',
			attribute: 'seats',
			numberOperator: 'equals',
			number: null,
		};
		const boolean = { field: 'has_hard_bounced', booleanOperator: 'equals', boolean: null };
		const date = { field: 'created_at', dateOperator: 'greaterThan', date: '' };
		expect([number, boolean, date].map((row) => inputErrorOf(() => one(row)).message)).toEqual([
			"A condition on 'custom_attributes.seats' has no value",
			"A condition on 'has_hard_bounced' has no value",
			"A condition on 'created_at' has no value",
		]);
	});

	it.each<[Row, string, string]>([
		[{ textOperator: '' }, "The condition on 'email' has no operator", 'contains'],
		[{ textOperator: null }, "The condition on 'email' has no operator", 'contains'],
		[
			{ textOperator: 'lessThan' },
			"The condition on 'email' can't have the operator \"lessThan\"",
			'contains',
		],
		[
			{ field: 'created_at', dateOperator: 'in' },
			"The condition on 'created_at' can't have the operator \"in\"",
			'greaterThan',
		],
		[
			{ field: 'has_hard_bounced', booleanOperator: 'toString' },
			"The condition on 'has_hard_bounced' can't have the operator \"toString\"",
			'equals',
		],
	])('an expression that gives no operator of the field: %j', (row, message, usable) => {
		const error = inputErrorOf(() => one(row));
		expect(error.message).toBe(message);
		expect(error.hint).toContain(usable);
		expect(error.hint).not.toContain(String(Object.values(row).at(-1) || '?'));
	});

	it('asks for the name of a custom attribute', () => {
		expect(
			inputErrorOf(() => one({ field: 'customText', textOperator: 'equals', text: 'x' })),
		).toEqual({
			message: 'A condition on a custom attribute does not say which',
			hint: "Choose the attribute below 'Field'.",
		});
	});

	it.each([
		[{}],
		[''],
		[undefined],
		[{ group: [] }],
		[{ group: [{ match: 'all', conditions: {} }] }],
	])('no condition at all: %j', (value) => {
		expect(inputErrorOf(() => readBuilder('all', value, conversationTable))).toEqual({
			message: "'Filter Groups' holds no condition",
			hint: "Add at least one condition. To read all conversations use the operation 'Get Many'.",
		});
	});
});
