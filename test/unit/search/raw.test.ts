import { describe, expect, it } from '@jest/globals';

import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { conversationTable } from '../../../nodes/Intercom/search/fields/conversation';
import { checkRawQuery } from '../../../nodes/Intercom/search/raw';
import type { KnownAttributes } from '../../../nodes/Intercom/search/table';
import { inputErrorOf } from './support/error';

const role = { field: 'role', operator: '=', value: 'user' };
const attributes: KnownAttributes = new Map([['seats', 'integer']]);

describe('what is sent as written', () => {
	const many = Array.from({ length: 15 }, () => role);
	it.each([
		[role],
		[{ operator: 'AND', value: many }],
		[{ operator: 'OR', value: [{ operator: 'AND', value: many }, role] }],
		[{ field: 'created_at', operator: '>', value: 1306054154 }],
		[{ field: 'created_at', operator: '>', value: '1306054154' }],
		[{ field: 'email', operator: 'IN', value: ['a@example.com', 'b@example.com'] }],
		[{ field: 'phone', operator: '!=', value: null }],
		[{ field: 'has_hard_bounced', operator: 'IN', value: [true, false] }],
		[{ field: 'custom_attributes.seats', operator: '>=', value: 3 }],
		[{ field: 'tag_id', operator: '!=', value: '1' }],
	])('%j', (query) => {
		expect(checkRawQuery(query, contactTable, attributes)).toBe(query);
		expect(checkRawQuery(JSON.stringify(query), contactTable, attributes)).toEqual(query);
	});

	it('takes the whole body of the documentation', () => {
		expect(checkRawQuery({ query: role }, contactTable)).toBe(role);
	});

	it('takes the operators that only conversations have on dates', () => {
		const query = { field: 'created_at', operator: '>=', value: 5 };
		expect(checkRawQuery(query, conversationTable)).toBe(query);
	});
});

describe('what Intercom would refuse', () => {
	const group = (...value: unknown[]) => ({ operator: 'AND', value });
	it.each<[unknown, string]>([
		['{"field": ', "'JSON' is not valid JSON"],
		['', "'JSON' is not valid JSON"],
		['5', "'JSON' must be an object"],
		[[role], "'JSON' must be an object"],
		[{}, "'JSON' needs 'field', 'operator' and 'value'"],
		[{ field: 'role', operator: '=' }, "'JSON' needs 'field', 'operator' and 'value'"],
		[group(), "'JSON' needs a list of filters as 'value' of AND"],
		[{ operator: 'OR', value: role }, "'JSON' needs a list of filters as 'value' of OR"],
		[group(role, 'x'), "'JSON' at value[1] must be an object"],
		[
			group(role, group(role, group(role))),
			"'JSON' at value[1].value[1] nests groups more than 2 deep, which Intercom does not take",
		],
		[
			group(...Array.from({ length: 16 }, () => role)),
			"'JSON' has a group of 16, and Intercom takes 15 at most",
		],
		[
			group({ ...role, fields: 'x' }),
			"'JSON' at value[0] has 'fields', which Intercom does not know",
		],
		[{ ...group(role), field: 'x' }, "'JSON' has 'field', which Intercom does not know"],
		[{ query: role, pagination: { per_page: 5 } }, "'JSON' has 'pagination' beside 'query'"],
		[{ ...role, operator: 'LIKE' }, `'JSON' has the operator "LIKE", which Intercom does not know`],
		[{ ...role, operator: 'and' }, `'JSON' has the operator "and", which Intercom does not know`],
		[{ ...role, field: 'rol' }, "Intercom has no search field 'rol' for contacts"],
		[
			{ field: 'custom_attributes.seat', operator: '=', value: 1 },
			"Intercom has no search field 'custom_attributes.seat' for contacts",
		],
		[
			{ field: 'created_at', operator: '>=', value: 5 },
			"'JSON' searches 'created_at' with >=, which Intercom refuses",
		],
		[
			{ field: 'tag_id', operator: 'IN', value: ['1'] },
			"'JSON' searches 'tag_id' with IN, which Intercom refuses",
		],
		[
			{ field: 'name', operator: '>', value: 'a' },
			"'JSON' searches 'name' with >, which Intercom refuses",
		],
		[
			{ field: 'created_at', operator: '=', value: '2026-01-31' },
			`'JSON' compares 'created_at' with "2026-01-31", but it is a date in Unix seconds`,
		],
		[
			{ field: 'custom_attributes.seats', operator: '=', value: '3' },
			`'JSON' compares 'custom_attributes.seats' with "3", but it is a whole number`,
		],
		[
			{ field: 'role', operator: '~', value: null },
			`'JSON' compares 'role' with null, but it is text`,
		],
		[{ field: 'email', operator: 'IN', value: 'a' }, "'JSON' needs a list of values for IN"],
		[{ field: 'email', operator: 'IN', value: [] }, "'JSON' needs a list of values for IN"],
		[
			{ field: 'email', operator: '=', value: ['a'] },
			"'JSON' has a list, which only IN and NIN take",
		],
		[
			{ field: 'email', operator: 'IN', value: ['a', 5] },
			`'JSON' compares 'email' with 5, but it is text`,
		],
	])('%j', (query, message) => {
		expect(inputErrorOf(() => checkRawQuery(query, contactTable, attributes)).message).toBe(
			message,
		);
	});

	it('tells how to compare dates exactly', () => {
		const query = { field: 'created_at', operator: '!=', value: 5 };
		expect(inputErrorOf(() => checkRawQuery(query, contactTable)).hint).toBe(
			'Use =, < or >, or the builder or a formula, which take every comparison of dates.',
		);
	});
});
