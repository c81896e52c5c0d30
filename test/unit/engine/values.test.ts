import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';

import { pathSegment } from '../../../nodes/Intercom/client/identifier';
import { convert } from '../../../nodes/Intercom/engine/convert';
import { endpointFor } from '../../../nodes/Intercom/engine/endpoint';
import { InputError, quoted } from '../../../nodes/Intercom/engine/input-error';
import { credentialTypeOf, requestSettings } from '../../../nodes/Intercom/engine/settings';
import type { Operation, Parameter } from '../../../nodes/Intercom/engine/operation';

function parameter(type: Parameter['type'], more: Partial<Parameter> = {}): Parameter {
	return { displayName: 'Field', name: 'field', type, default: '', ...more };
}

function converted(type: Parameter['type'], value: unknown, more: Partial<Parameter> = {}) {
	return convert(parameter(type, more), value, 'UTC');
}

const choices = [
	{ name: 'Email', value: 'email' },
	{ name: 'ID', value: 'id' },
];

describe('A choice', () => {
	it.each(['', null, ' ', [], {}])('that is empty (%j) is refused', (value) => {
		expect(() => converted('options', value, { options: choices })).toThrow("'Field' is empty");
	});

	it.each(['undefined', '__proto__', 'toString', ['email'], { value: 'id' }, 7, true])(
		'that nobody offered (%j) is refused',
		(value) => {
			expect(() => converted('options', value, { options: choices })).toThrow(
				"'Field' does not know",
			);
		},
	);

	it('that the workflow does not have is the default', () => {
		expect(converted('options', undefined, { options: choices, default: 'id' })).toBe('id');
	});

	it('may be empty where an empty one is offered', () => {
		const options = [{ name: 'As It Is', value: '' }, ...choices];
		expect(converted('options', '', { options })).toBe('');
	});

	it('of several is one that is offered', () => {
		expect(converted('multiOptions', ['id', 'email'], { options: choices })).toEqual([
			'id',
			'email',
		]);
		expect(() => converted('multiOptions', ['id', 'name'], { options: choices })).toThrow(
			`'Field' does not know "name"`,
		);
	});

	it('that is loaded from Intercom may be any ID', () => {
		const loaded = { typeOptions: { loadOptionsMethod: 'getAdmins' } };
		expect(converted('options', 814860, loaded)).toBe('814860');
		expect(converted('options', '', loaded)).toBe('');
		for (const value of ['undefined', '[object Object]', {}.toString(), { id: 1 }, true, 1.5])
			expect(() => converted('options', value, loaded)).toThrow("'Field' is not an ID");
	});

	it('of the credential is known', () => {
		expect(credentialTypeOf(undefined)).toBe('intercomAccessTokenApi');
		expect(credentialTypeOf('oAuth2')).toBe('intercomConnectionOAuth2Api');
		expect(() => credentialTypeOf('oauth')).toThrow(`'Authentication' does not know "oauth"`);
	});

	it('in a collection counts as not made where it is left empty', () => {
		const operation: Operation = {
			name: 'Update',
			value: 'update',
			action: 'Update thing',
			description: 'Update a thing',
			request: 'POST /things',
			parameters: [
				parameter('collection', {
					options: [{ ...parameter('options', { options: choices }), name: 'by' }],
				}),
			],
		};
		const body = (value: unknown) => endpointFor(operation, () => ({ by: value }), 'UTC').body;
		expect(body('')).toEqual({});
		expect(body('id')).toEqual({ by: 'id' });
		expect(() => body('name')).toThrow(`'Field' does not know "name"`);
	});
});

describe('Text', () => {
	it('is made of numbers, true and false, and dates', () => {
		expect(converted('string', 42)).toBe('42');
		expect(converted('string', true)).toBe('true');
		expect(converted('string', 12n)).toBe('12');
		expect(converted('string', DateTime.fromISO('2026-01-31T09:30:00Z', { zone: 'utc' }))).toBe(
			'2026-01-31T09:30:00.000Z',
		);
	});

	it.each([
		['a list', ['a'], "'Field' must be text, not a list of 1"],
		['an object', { a: 1 }, "'Field' must be text, not an object"],
		['an object as text', '[object Object]', "'Field' holds an object that was turned into text"],
		['half a character', '\ud83d', "'Field' holds half a character"],
		['a function', () => 'x', "'Field' holds a function"],
		['a symbol', Symbol('x'), "'Field' holds a symbol"],
		['bytes', Buffer.from('x'), "'Field' holds an object that is no plain data"],
		['a map', new Map(), "'Field' holds an object that is no plain data"],
		['no number', Number.NaN, "'Field' holds a number that could not be calculated"],
		['no date', new Date(Number.NaN), "'Field' holds an invalid date"],
	])('is not made of %s', (_title, value, message) => {
		expect(() => converted('string', value)).toThrow(message);
	});
});

describe('A number', () => {
	it.each([
		['42', 42],
		[' -1.5 ', -1.5],
		['1e3', 1000],
		[7n, 7],
	])('is read from %p', (value, expected) => {
		expect(converted('number', value)).toBe(expected);
	});

	it.each(['0x10', '007', '1,5', '+1', 'Infinity', ' ', '1_000', [1], true, { a: 1 }])(
		'is not read from %j',
		(value) => {
			expect(() => converted('number', value)).toThrow("'Field' must be a number");
		},
	);

	it.each([2 ** 53, '12345678901234567890', 2n ** 80n, 1e300])(
		'that JavaScript would round (%p) is refused',
		(value) => {
			expect(() => converted('number', value)).toThrow("'Field' is too large a number");
		},
	);
});

it.each(['__proto__', 'constructor', 'yes', 1, 0, ['true'], {}])(
	'True and false are not read from %j',
	(value) => {
		if (JSON.stringify(value) === '{}') return;
		expect(() => converted('boolean', value)).toThrow("'Field' must be true or false");
	},
);

describe('An ID', () => {
	it.each(['undefined', 'null', 'NaN', '[object Object]', '..', 'x'.repeat(300), '\udc00', {}])(
		'can be no %p',
		(value) => {
			const picked = { __rl: true, mode: 'id', value };
			expect(() => converted('resourceLocator', picked)).toThrow(/^'Field' (is not an ID|holds)/);
		},
	);

	it.each([1.5, 2 ** 60, true, [1], { id: 1 }])('is not made of %j', (value) => {
		expect(() => converted('string', value, { wire: { as: 'id' } })).toThrow(
			"'Field' is not an ID",
		);
	});

	it('keeps its digits', () => {
		const numeric = { wire: { as: 'integerId' } } as const;
		expect(converted('string', '215470000000123', numeric)).toBe(215470000000123);
		for (const value of ['007', '1.0', '99999999999999999999', '12a'])
			expect(() => converted('string', value, numeric)).toThrow("'Field' must be a numeric ID");
	});

	it('in a path is well-formed text, whatever is given', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const segment = pathSegment(text);
				if (segment !== undefined) expect(decodeURIComponent(segment)).toBe(text);
			}),
		);
	});
});

describe('JSON', () => {
	const object = { wire: { shape: 'object' } } as const;

	it.each(['"text"', '[1]', '3', 'true', [1], 'text'])(
		'that must be an object is not %j',
		(value) => {
			expect(() => converted('json', value, object)).toThrow(
				/^'Field' (must be a JSON object|is not)/,
			);
		},
	);

	it('that must be flat has no lists and objects in it', () => {
		const flat = { wire: { shape: 'flatObject' } } as const;
		expect(converted('json', '{"a":1,"b":null}', flat)).toEqual({ a: 1, b: null });
		for (const value of ['{"a":{}}', '{"a":[1]}'])
			expect(() => converted('json', value, flat)).toThrow(
				"'Field' must be a JSON object of texts",
			);
	});

	it.each([
		['{"a": 1,\n "b" 2}', 'Look at line 2, column 6: 2}'],
		['{"a":', 'It ends too early, at line 1, column 6.'],
		['{"a": x}', 'Look at the character "x".'],
	])('that is broken says where: %j', (text, hint) => {
		let error: unknown;
		try {
			converted('json', text, object);
		} catch (thrown) {
			error = thrown;
		}
		expect(error).toMatchObject({ message: "'Field' is not valid JSON" });
		expect((error as InputError).hint).toContain(hint);
	});

	it.each(['['.repeat(100_000) + ']'.repeat(100_000), '[['.repeat(100_000)])(
		'that is 100,000 levels deep is refused in words',
		(text) => {
			expect(() => converted('json', text)).toThrow(/^'Field' (holds lists|is not valid JSON)/);
		},
	);

	it('that refers to itself is refused', () => {
		const circle: Record<string, unknown> = {};
		circle.self = circle;
		expect(() => converted('json', circle)).toThrow('nested more than 100 levels deep');
	});

	it.each(['{"a":1e999}', '{"a":"\\ud800"}'])(
		'with what can not be sent is refused: %s',
		(text) => {
			expect(() => converted('json', text)).toThrow("'Field' holds");
		},
	);
});

describe('Dates', () => {
	const date = { wire: { as: 'isoDate' } } as const;

	it.each([
		['20260131', '2026-01-31T00:00:00.000Z'],
		['2026', '2026-01-01T00:00:00.000Z'],
		['1767225600000', '2026-01-01T00:00:00.000Z'],
	])('of digits are read as people mean them: %s', (value, expected) => {
		expect(converted('string', value, date)).toBe(expected);
	});

	it.each([1e300, '1e300', '-99999999999999999999', 9e18, true, [1], '2026-13-45'])(
		'that no calendar has are refused: %j',
		(value) => {
			expect(() => converted('string', value, date)).toThrow("'Field' is not a date");
		},
	);
});

describe('Names from outside', () => {
	it('such as __proto__ stay fields of their own', () => {
		const rows = parameter('fixedCollection', {
			wire: { keyedBy: 'name' },
			options: [
				{
					displayName: 'Row',
					name: 'row',
					values: [
						{ ...parameter('string'), name: 'name' },
						{ ...parameter('string'), name: 'value' },
					],
				},
			],
		});
		const names = ['__proto__', 'constructor', 'toString'];
		const row = names.map((name) => ({ name, value: 'x' }));
		const keyed = convert(rows, { row }, 'UTC') as object;
		expect(Object.keys(keyed)).toEqual(names);
		expect(Object.getPrototypeOf(keyed)).toBe(Object.prototype);
		const mapped = convert(
			parameter('resourceMapper'),
			{ value: JSON.parse('{"__proto__":"x"}') as unknown },
			'UTC',
		) as object;
		expect(Object.keys(mapped)).toEqual(['__proto__']);
	});
});

describe('Request options', () => {
	it('that are wrong are named', () => {
		expect(requestSettings({ concurrency: '5', maxWait: null })).toEqual({ concurrency: 5 });
		expect(() => requestSettings({ concurrency: 1.5 })).toThrow(
			"'Maximum Concurrent Items' must be a whole number",
		);
		expect(() => requestSettings({ maxWait: 'soon' })).toThrow(
			"'Maximum Wait (Seconds)' must be a number",
		);
	});
});

describe('An error text', () => {
	it('stays short, whatever it quotes', () => {
		const error = new InputError('x'.repeat(5_000), 'y'.repeat(5_000));
		expect(`${error.message}. ${error.hint}`.length).toBeLessThan(900);
		expect(quoted('z'.repeat(5_000)).length).toBeLessThan(100);
	});

	it('quotes any value', () => {
		fc.assert(
			fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
				expect(quoted(value)).toMatch(/./);
			}),
		);
	});
});
