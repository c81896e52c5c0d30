import { DateTime } from 'luxon';

import type { Random } from '../simulation/random';

/** Texts that mean nothing where an ID or a field is wanted: what careless code makes of no value. */
export const senselessTexts = ['undefined', 'null', 'NaN', '[object Object]'];

const deep = 100_000;

const texts: string[] = [
	...senselessTexts,
	...['', ' ', '\t\n', '0', '-1', '1.5', '0x10', '1e3', '007', ' 42 ', '1e400', '9'.repeat(30)],
	...['true', 'TRUE', 'yes', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
	...['.', '..', '../admins', 'a/b', 'a?b=c', 'a#b', '%', '%2e%2e', '\u0000', 'a\r\nb: c'],
	...['\ud800', 'half \udc00 pair', 'emoji 👍', 'x'.repeat(5_000), '[['.repeat(5_000)],
	...['{', '{"a":1}', '{"a":{"b":[1]}}', '[]', '[1,2]', '"text"', '3', '{"__proto__":{"a":1}}'],
	...['{"a":1e999}', '{"a":"\\ud800"}', '{"x":null}', '[null]', '[{}]', '[['.repeat(deep)],
	'['.repeat(deep) + ']'.repeat(deep),
	'{"a":'.repeat(deep) + '1' + '}'.repeat(deep),
	...['2026-13-45', '20260131', '2026', '1767225600000', '1e300', '-99999999999999999'],
	...['a,b,,c', ',', '1,2', '1,x', '<b>bold</b>', "O'Hara", 'https://example.com/a,b'],
	...['https://app.intercom.com/a/apps/x/users/show', 'contact_', 'javascript:alert(1)'],
];

function nested(levels: number): unknown {
	let value: unknown = 'end';
	for (let level = 0; level < levels; level += 1) value = { inner: value };
	return value;
}

function circle(): unknown {
	const value: Record<string, unknown> = { name: 'circle' };
	value.self = value;
	return value;
}

class Handmade {
	toString(): string {
		throw new TypeError('this.secret is not a function');
	}
}

/** Values that are no text: from JSON, and of the kinds that only expressions can give. */
const others: Array<() => unknown> = [
	...[null, undefined, 0, -1, 1.5, 42, 1e21, 2 ** 53 + 2, -0, true, false].map(
		(value) => () => value,
	),
	...[Number.NaN, Infinity, -Infinity, 8.64e15, 1e15].map((value) => () => value),
	...[[], [[]], [null], ['a', 'b'], ['1', 2], [{}], [{ a: 1 }], [undefined], [''], [true]].map(
		(value) => () => value,
	),
	...[{}, { a: 1 }, { a: { b: { c: 1 } } }, { value: 'x' }, { id: null }, { a: Number.NaN }].map(
		(value) => () => value,
	),
	() => ({ a: undefined, b: [undefined] }),
	() => JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as unknown,
	() => Object.create(null) as unknown,
	() => ({ __rl: true, mode: 'id', value: { id: 1 } }),
	() => ({ __rl: true, mode: 'list', value: null }),
	() => new Date('2026-01-31T09:30:00Z'),
	() => new Date(Number.NaN),
	() => DateTime.fromISO('2026-01-31T09:30:00Z'),
	() => DateTime.invalid('no date'),
	() => Buffer.from('bytes'),
	() => new Uint8Array([1, 2]),
	() => 10n,
	() => 2n ** 80n,
	() => () => 'called',
	() => Symbol('secret'),
	() => new Map([['a', 1]]),
	() => new Set([1]),
	() => /a+/,
	() => new Error('secret'),
	() => Object('text') as unknown,
	() => Promise.resolve(1),
	() => new Handmade(),
	() => nested(deep),
	() => nested(200),
	circle,
];

/** One hostile value: of about as many texts as other things. */
export function hostileValue(random: Random): unknown {
	return random.chance(0.5) ? random.pick(texts) : random.pick(others)();
}

/** Expressions of n8n that give such values, for what no item can hold. */
export const hostileExpressions = [
	'={{ undefined }}',
	'={{ null }}',
	'={{ $json.nothing }}',
	'={{ $json.nothing.at.all }}',
	'={{ NaN }}',
	'={{ 1 / 0 }}',
	'={{ $now }}',
	'={{ DateTime.fromISO("x") }}',
	'={{ new Date() }}',
	'={{ {} }}',
	'={{ [] }}',
	'={{ [null] }}',
	'={{ [{ a: 1 }] }}',
	'={{ ({ a: { b: 1 } }) }}',
	'={{ "__proto__" }}',
	'={{ "\\ud83d" }}',
	'={{ true }}',
	'={{ 1.5 }}',
	'={{ $json }}',
	'=x{{ undefined }}',
	'=',
];
