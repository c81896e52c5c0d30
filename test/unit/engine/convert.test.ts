import { describe, expect, it } from '@jest/globals';

import { convert } from '../../../nodes/Intercom/engine/convert';
import { isEmpty } from '../../../nodes/Intercom/engine/data';
import { endpointFor } from '../../../nodes/Intercom/engine/endpoint';
import type { Operation, Parameter, Wire } from '../../../nodes/Intercom/engine/operation';

function parameter(wire: Wire, type: Parameter['type'] = 'string'): Parameter {
	return { displayName: 'Field', name: 'field', type, default: '', wire };
}

describe('A value', () => {
	it.each<[string, Wire, unknown, unknown]>([
		['a date', { as: 'isoDate' }, '2026-03-01T09:30:00', '2026-03-01T14:30:00.000Z'],
		['Unix seconds', { as: 'isoDate' }, 1_772_357_400, '2026-03-01T09:30:00.000Z'],
		['ids as text', { as: 'integerIdList' }, '1, 2,,3', [1, 2, 3]],
		['ids as a list', { as: 'integerIdList' }, ['4', 5], [4, 5]],
		['a list', { as: 'commaText' }, ['a', 'b'], 'a,b'],
		['text with blanks', { as: 'commaText' }, ' a , b ', 'a,b'],
	])('%s goes out as %j', (_title, wire, value, expected) => {
		expect(convert(parameter(wire), value, 'America/New_York')).toEqual(expected);
	});

	it('that is no list of numbers is refused', () => {
		expect(() => convert(parameter({ as: 'integerIdList' }), '1, x', 'UTC')).toThrow(
			`'Field' must be a numeric ID, not "x"`,
		);
	});
});

describe('A number', () => {
	const whole: Parameter = {
		...parameter({}, 'number'),
		typeOptions: { numberPrecision: 0, minValue: 1 },
	};

	it.each([1, 42, '42'])('without decimals takes %j', (value) => {
		expect(convert(whole, value, 'UTC')).toBe(Number(value));
	});

	it.each([1.5, '1.5'])('without decimals refuses %j', (value) => {
		expect(() => convert(whole, value, 'UTC')).toThrow("'Field' must be a whole number");
	});
});

describe('Rows with a key', () => {
	const text = (name: string): Parameter => ({
		displayName: name,
		name,
		type: 'string',
		default: '',
	});
	const rows: Parameter = {
		...parameter({ keyedBy: 'locale' }, 'fixedCollection'),
		options: [
			{
				displayName: 'Row',
				name: 'row',
				values: [text('locale'), text('title'), text('value')],
			},
		],
	};

	it.each([
		['fields', [{ locale: 'en', title: 'Hello' }], { en: { title: 'Hello' } }],
		['a bare value', [{ locale: 'en', value: 'Hello' }], { en: 'Hello' }],
		['empty fields left out', [{ locale: ' fr ', title: '', value: 'Salut' }], { fr: 'Salut' }],
		[
			'a value among other fields',
			[{ locale: 'en', title: 'a', value: 'b' }],
			{ en: { title: 'a', value: 'b' } },
		],
	])('make one object: %s', (_title, row, expected) => {
		expect(convert(rows, { row }, 'UTC')).toEqual(expected);
	});

	it('that are missing count as left empty', () => {
		expect(isEmpty(convert(rows, {}, 'UTC'))).toBe(true);
	});

	it.each([
		[[{ title: 'Hello' }], "A row of 'Field' has no locale"],
		[
			[
				{ locale: 'en', title: 'a' },
				{ locale: 'en', title: 'b' },
			],
			`'Field' has two rows with the locale "en"`,
		],
		[[{ locale: 'en' }], `The row "en" of 'Field' has no value`],
	])('are refused when they are ambiguous', (row, message) => {
		expect(() => convert(rows, { row }, 'UTC')).toThrow(message);
	});
});

it('Constants of an operation stand in the query string beside its parameters', () => {
	const operation: Operation = {
		name: 'Get',
		value: 'get',
		action: 'Get thing',
		description: 'Get a thing',
		request: 'GET /things',
		query: { type: 'user', summary: true },
		parameters: [parameter({ name: 'id' })],
	};
	const { query } = endpointFor(operation, () => '7', 'UTC');
	expect(query).toEqual({ type: 'user', summary: true, id: '7' });
});
