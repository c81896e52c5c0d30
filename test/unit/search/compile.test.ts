import { describe, expect, it } from '@jest/globals';

import {
	compileSearch,
	usesAttributes,
	usesDates,
	type CompileOptions,
} from '../../../nodes/Intercom/search/compile';
import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { conversationTable } from '../../../nodes/Intercom/search/fields/conversation';
import { ticketTable } from '../../../nodes/Intercom/search/fields/ticket';
import { parseFormula } from '../../../nodes/Intercom/search/formula/formula';
import type { KnownAttributes, SearchTable } from '../../../nodes/Intercom/search/table';
import { inputErrorOf } from './support/error';

const attributes: KnownAttributes = new Map([
	['plan', 'string'],
	['seats', 'integer'],
	['score', 'number'],
	['trial', 'boolean'],
	['renewal', 'date'],
	['Plan name', 'string'],
]);

function compile(
	formula: string,
	options: Partial<CompileOptions> = {},
	table: SearchTable = contactTable,
) {
	return compileSearch({ filter: parseFormula(formula) }, table, { timezone: 'UTC', ...options });
}

const seconds = (iso: string) => Date.parse(iso) / 1000;
const filter = (field: string, operator: string, value: unknown) => ({ field, operator, value });

describe('values are typed by their field', () => {
	it.each([
		["role = 'user'", filter('role', '=', 'user')],
		['external_id = 42', filter('external_id', '=', '42')],
		['external_id IN [42, 43]', filter('external_id', 'IN', ['42', '43'])],
		["has_hard_bounced = 'True'", filter('has_hard_bounced', '=', true)],
		['unsubscribed_from_emails != false', filter('unsubscribed_from_emails', '!=', false)],
		['phone IS NULL', filter('phone', '=', null)],
		['tag_id IS NOT NULL', filter('tag_id', '!=', null)],
		['last_seen_at IS NULL', filter('last_seen_at', '=', null)],
		["name NOT CONTAINS 'x'", filter('name', '!~', 'x')],
		["role ~ 'us'", filter('role', '~', 'us')],
		['custom_attributes.anything = 1.5', filter('custom_attributes.anything', '=', 1.5)],
		[
			"custom_attributes.anything = 'Order 12'",
			filter('custom_attributes.anything', '=', 'Order 12'),
		],
		["custom_attributes.day = '2026-01-31'", filter('custom_attributes.day', '=', '2026-01-31')],
	])('%s', (formula, query) => {
		expect(compile(formula)).toEqual({ query });
	});

	it.each([
		["custom_attributes.seats > '5'", filter('custom_attributes.seats', '>', 5)],
		['custom_attributes.plan = 5', filter('custom_attributes.plan', '=', '5')],
		['custom_attributes.score <= 0.5', filter('custom_attributes.score', '<=', 0.5)],
		["custom_attributes.trial = 'true'", filter('custom_attributes.trial', '=', true)],
		['custom_attributes."Plan name" = \'Pro\'', filter('custom_attributes.Plan name', '=', 'Pro')],
		[
			"custom_attributes.renewal = '2026-01-31'",
			filter('custom_attributes.renewal', '=', seconds('2026-01-31T12:00:00Z')),
		],
	])('%s, its type known', (formula, query) => {
		expect(compile(formula, { attributes })).toEqual({ query });
	});

	it('takes the same ID as a number in conversations and as text in tickets', () => {
		const formula = "admin_assignee_id = '7'";
		expect(compile(formula, {}, conversationTable).query).toEqual(
			filter('admin_assignee_id', '=', 7),
		);
		expect(compile(formula, {}, ticketTable).query).toEqual(filter('admin_assignee_id', '=', '7'));
	});
});

describe('lists that Intercom does not take become several filters', () => {
	it.each([
		["tag_id IN ['1', '2']", 'OR', [filter('tag_id', '=', '1'), filter('tag_id', '=', '2')]],
		["tag_id NOT IN ['1', '2']", 'AND', [filter('tag_id', '!=', '1'), filter('tag_id', '!=', '2')]],
		[
			"created_at IN ['2026-01-01', '2026-01-05']",
			'OR',
			[
				filter('created_at', '=', seconds('2026-01-01T12:00:00Z')),
				filter('created_at', '=', seconds('2026-01-05T12:00:00Z')),
			],
		],
	])('%s', (formula, operator, value) => {
		expect(compile(formula)).toEqual({ query: { operator, value } });
	});

	it('also a list of true or false', () => {
		expect(compile('has_hard_bounced NOT IN [true]').query).toEqual(
			filter('has_hard_bounced', '!=', true),
		);
	});
});

describe('dates of contacts, which Intercom compares by day', () => {
	const noon = (date: string) => seconds(`${date}T12:00:00Z`);
	const [after, before, on] = ['>', '<', '='].map(
		(operator) => (date: string) => filter('created_at', operator, noon(date)),
	);

	it.each([
		// Borders of days: the query alone is exact.
		["created_at >= '2026-01-31'", after('2026-01-30'), false],
		["created_at < '2026-01-31'", before('2026-01-31'), false],
		["created_at = '2026-01-31'", on('2026-01-31'), false],
		['created_at = 1769817600', on('2026-01-31'), true],
		// Moments: the query asks for their whole day.
		["created_at > '2026-01-31'", after('2026-01-30'), true],
		["created_at <= '2026-01-31'", before('2026-02-01'), true],
		["created_at > '2026-01-31T09:30:00Z'", after('2026-01-30'), true],
		["created_at >= '2026-01-31T09:30:00+02:00'", after('2026-01-30'), true],
		["created_at < '2026-01-31T09:30:00Z'", before('2026-02-01'), true],
		["created_at <= '2026-01-31T23:59:59Z'", before('2026-02-01'), false],
		["created_at > '2026-01-31T23:59:59Z'", after('2026-01-31'), false],
	])('%s', (formula, query, isWidened) => {
		const compiled = compile(formula);
		expect(compiled.query).toEqual(query);
		expect(compiled.keep !== undefined).toBe(isWidened);
	});

	it('says "not on that day" and "is set" without !=, which Intercom refuses on dates', () => {
		expect(compile("created_at != '2026-01-31'")).toEqual({
			query: { operator: 'OR', value: [before('2026-01-31'), after('2026-01-31')] },
		});
		expect(compile('created_at IS NOT NULL')).toEqual({
			query: {
				operator: 'OR',
				value: [filter('created_at', '>', 0), filter('created_at', '<', 172_800)],
			},
		});
	});

	it('takes days in the time zone of the workspace', () => {
		expect(compile("created_at = '2026-01-31'", { timezone: 'Asia/Kolkata' })).toEqual({
			query: filter('created_at', '=', seconds('2026-01-31T12:00:00+05:30')),
		});
	});

	it('takes times without an offset in the time zone of the workflow', () => {
		const { query, keep } = compile("created_at >= '2026-01-31T01:00:00'", {
			timezone: 'America/New_York',
			workflowTimezone: 'Europe/Dublin',
		});
		expect(query).toEqual(filter('created_at', '>', seconds('2026-01-29T12:00:00-05:00')));
		expect(keep?.({ created_at: seconds('2026-01-31T00:59:59Z') })).toBe(false);
		expect(keep?.({ created_at: seconds('2026-01-31T01:00:00Z') })).toBe(true);
	});

	it('asks for two days more each side when the time zone of the workspace is unknown', () => {
		const { query, keep } = compile("created_at = '2026-01-31'", {
			timezone: 'Eastern Time (US & Canada)',
			workflowTimezone: 'Europe/Dublin',
		});
		expect(query).toEqual({
			operator: 'AND',
			value: [
				filter('created_at', '>', seconds('2026-01-29T00:00:00Z')),
				filter('created_at', '<', seconds('2026-02-03T00:00:00Z')),
			],
		});
		expect(keep?.({ created_at: seconds('2026-02-01T00:00:00Z') })).toBe(false);
		expect(keep?.({ created_at: seconds('2026-01-31T23:59:59Z') })).toBe(true);
	});

	it('keeps a record whose date the answer leaves out', () => {
		const { keep } = compile("custom_attributes.renewal > '2026-01-31'", { attributes });
		expect(keep?.({ custom_attributes: {} })).toBe(true);
		expect(keep?.({ custom_attributes: { renewal: null } })).toBe(false);
	});
});

describe('dates of conversations and tickets, which Intercom compares by the second', () => {
	it.each([
		[
			"created_at > '2026-01-31T09:30:00Z'",
			filter('created_at', '>', seconds('2026-01-31T09:30:00Z')),
		],
		[
			"created_at >= '2026-01-31T09:30:00Z'",
			filter('created_at', '>', seconds('2026-01-31T09:29:59Z')),
		],
		[
			"created_at < '2026-01-31T09:30:00Z'",
			filter('created_at', '<', seconds('2026-01-31T09:30:00Z')),
		],
		['snoozed_until IS NOT NULL', filter('snoozed_until', '!=', null)],
	])('%s', (formula, query) => {
		expect(compile(formula, {}, conversationTable).query).toEqual(query);
	});

	it('drops the moment itself, which "greater than" of conversations includes', () => {
		const { keep } = compile("created_at > '2026-01-31T09:30:00Z'", {}, ticketTable);
		expect(keep?.({ created_at: seconds('2026-01-31T09:30:00Z') })).toBe(false);
		expect(keep?.({ created_at: seconds('2026-01-31T09:30:01Z') })).toBe(true);
	});
});

describe('what Intercom would refuse is refused before it is sent', () => {
	const date = 'IN, NOT IN, <, <=, > or >=';
	it.each([
		[
			'signed_up_date > 1',
			"Intercom has no search field 'signed_up_date' for contacts",
			"Did you mean 'signed_up_at'?",
		],
		[
			'plam = 1',
			"Intercom has no search field 'plam' for contacts",
			"Did you mean 'custom_attributes.plan'?",
		],
		[
			'custom_attributes.seat = 1',
			"Intercom has no search field 'custom_attributes.seat' for contacts",
			"Did you mean 'custom_attributes.seats'?",
		],
		[
			"company_id = '1'",
			"Intercom has no search field 'company_id' for contacts",
			"Intercom can't search contacts by company. List the contacts of a company instead.",
		],
		[
			"xyzzyxyzzy = '1'",
			"Intercom has no search field 'xyzzyxyzzy' for contacts",
			"Use one of the fields that the builder offers, or 'custom_attributes.' followed by an attribute's name.",
		],
		["role = 'customer'", "'role' is never 'customer'", 'Use one of: user, lead.'],
		[
			"created_at ~ '2026'",
			"'created_at' is a date and can't be searched with CONTAINS",
			`Use =, !=, ${date}.`,
		],
		[
			"tag_id ~ '1'",
			"'tag_id' is an ID and can't be searched with CONTAINS",
			'Use =, !=, IN or NOT IN.',
		],
		[
			"name > 'a'",
			"'name' is text and can't be searched with >",
			'Use =, !=, IN, NOT IN, CONTAINS, NOT CONTAINS, STARTS WITH or ENDS WITH.',
		],
		[
			"has_hard_bounced = 'maybe'",
			"'has_hard_bounced' is true or false and can't be compared with 'maybe'",
			'Use true or false.',
		],
		[
			'name = true',
			"'name' is text and can't be compared with true",
			"To search for the text, put it in quotes: 'true'.",
		],
		[
			"custom_attributes.seats = 'many'",
			"'custom_attributes.seats' is a whole number and can't be compared with 'many'",
			undefined,
		],
		[
			'custom_attributes.seats = 1.5',
			"'custom_attributes.seats' is a whole number and can't be compared with 1.5",
			undefined,
		],
		[
			'created_at > true',
			"'created_at' is a date and can't be compared with true",
			"Use a date such as '2026-01-31T09:30:00Z' or Unix seconds.",
		],
		[
			"created_at > '2026-02-30'",
			"'created_at' is compared with '2026-02-30', and there is no such date",
			'Write year, month and day, for example 2026-01-31.',
		],
		[
			'name ~ null',
			"'name' can't be compared with null by CONTAINS",
			'Use IS NULL for values that are not set, IS NOT NULL for those that are.',
		],
		[
			"name IN ['a', null]",
			"The list of values for 'name' can't hold null",
			'Add a condition with IS NULL instead.',
		],
	])('%s', (formula, message, hint) => {
		expect(inputErrorOf(() => compile(formula, { attributes }))).toEqual({ message, hint });
	});

	it('refuses a list where one value is wanted, and one value where a list is wanted', () => {
		const one = { field: 'name', operator: '=' as const, value: ['a'] };
		const list = { field: 'name', operator: 'IN' as const, value: 'a' };
		const none = { field: 'name', operator: 'IN' as const, value: [] };
		const messages = [one, list, none].map(
			(condition) =>
				inputErrorOf(() => compileSearch({ filter: condition }, contactTable, { timezone: 'UTC' }))
					.message,
		);
		expect(messages).toEqual([
			"'name' can't be compared with a list by =",
			"'name' needs a list of values with IN",
			"The list of values for 'name' is empty",
		]);
	});
});

describe('of an OR, the record alone decides only where its date is in doubt', () => {
	const { keep } = compile("phone = '+353 1 234' OR created_at > '2026-01-31T09:30:00Z'");

	it.each([
		[
			'Intercom found it by the phone, which it may write in its own way',
			'2026-01-30T09:00:00Z',
			'00353123',
			true,
		],
		[
			'the date is in doubt, and the phone is another one',
			'2026-01-31T09:00:00Z',
			'00353123',
			false,
		],
		[
			'the date is in doubt, and the phone differs in punctuation',
			'2026-01-31T09:00:00Z',
			'+3531234',
			true,
		],
		['the date is wanted', '2026-01-31T10:00:00Z', null, true],
	])('%s', (_, createdAt, phone, isKept) => {
		expect(keep?.({ created_at: seconds(createdAt), phone })).toBe(isKept);
	});
});

describe('what could not be told exactly', () => {
	const refusal = {
		message:
			"'created_at' and 'tag_id' can't be joined by OR: Intercom compares dates of contacts by day, and a record does not tell 'tag_id', so the result could not be exact to the second",
		hint: "Ask for whole days, for example created_at >= '2026-01-31' or created_at < '2026-02-01', or search twice and merge the results.",
	};

	it.each([
		"created_at > '2026-01-31T09:30:00Z' OR tag_id = '1'",
		"tag_id = '1' OR role = 'user' AND created_at > '2026-01-31T09:30:00Z'",
		"role = 'user' AND (created_at > 5 AND name = 'x' OR name = 'y' AND tag_id != '1')",
	])('%s is refused', (formula) => {
		expect(inputErrorOf(() => compile(formula))).toEqual(refusal);
	});

	it.each([
		"created_at >= '2026-01-31' OR tag_id = '1'",
		"created_at > '2026-01-31T09:30:00Z' AND tag_id = '1'",
		"created_at > 5 AND tag_id = '1' OR role = 'user'",
		"created_at > 5 AND (tag_id = '1' OR segment_id = '2')",
	])('%s is taken', (formula) => {
		expect(compile(formula).query).toBeDefined();
	});

	it('is taken for conversations, where the margin is a second', () => {
		expect(compile("created_at > 5 OR tag_ids = '1'", {}, conversationTable).query).toBeDefined();
	});
});

describe('what a filter needs to know', () => {
	it.each([
		["role = 'user'", false, false],
		['last_seen_at IS NULL OR last_seen_at IS NOT NULL', false, false],
		["custom_attributes.plan = 'pro'", true, false],
		["custom_attributes.renewal = '2026-01-31'", true, true],
		["role = 'user' AND created_at > 5", false, true],
	])('%s: attributes %s, time zone %s', (formula, needsAttributes, needsTimezone) => {
		const input = { filter: parseFormula(formula) };
		expect(usesAttributes(input, contactTable)).toBe(needsAttributes);
		expect(usesDates(input, contactTable, attributes)).toBe(needsTimezone);
	});

	it.each([
		[{ field: 'custom_attributes.plan', operator: '=', value: 'pro' }, true],
		['{"field": "custom_attributes.plan", "operator": "=", "value": "pro"}', true],
		[{ field: 'role', operator: '=', value: 'user' }, false],
	])('JSON %j: attributes %s', (query, needsAttributes) => {
		expect(usesAttributes({ query }, contactTable)).toBe(needsAttributes);
		expect(usesDates({ query }, contactTable)).toBe(false);
	});
});
