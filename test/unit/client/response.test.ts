import { describe, expect, it } from '@jest/globals';

import type { IntercomRequest } from '../../../nodes/Intercom/client/request';
import { faultIn } from '../../../nodes/Intercom/client/response';

const write = { method: 'POST', path: '/contacts', repeatable: false } satisfies IntercomRequest;

function fault(
	expects: IntercomRequest['expects'],
	body: unknown,
	contentType = 'application/json',
	method: IntercomRequest['method'] = 'POST',
): string | undefined {
	const headers = { 'content-type': contentType };
	return faultIn({ ...write, method, expects }, { status: 200, headers, body });
}

const html = '<html><body>Be right back</body></html>';
const errorList = { type: 'error.list', errors: [{ code: 'server_error', message: 'Oops' }] };

describe('A response with a status of success', () => {
	it.each([
		['an empty response', undefined],
		['an empty response', ''],
		['null', null],
		['an empty object', {}],
		['an error', errorList],
		['an error', { errors: [] }],
		['an error', { error: 'upstream' }],
		['a list instead of a record', { type: 'list', data: [] }],
		['a list instead of a record', { type: 'contact.list', data: [] }],
		['a list instead of a record', []],
		['a single value', 42],
		['a single value', true],
		['an object without an ID, a type or any data', { status: 'ok' }],
		['a web page instead of data', html],
		['a web page instead of data', `\n  ${html}`],
		['text that is not JSON, or JSON that is cut off', '{"type":"contact","id":'],
	])('is %s where a record was expected: %j', (words, body) => {
		expect(fault('record', body)).toBe(words);
		expect(fault(undefined, body)).toBe(words);
	});

	it.each([
		[{ id: '1' }],
		[{ type: 'conversation' }],
		[{ customers: [{ id: '1' }] }],
		[{ id: '1', errors: [] }],
	])('is a record: %j', (body) => {
		expect(fault('record', body)).toBeUndefined();
		expect(fault('recordOrNothing', body)).toBeUndefined();
	});

	it('may be empty where the operation says so', () => {
		for (const body of ['', undefined, {}]) expect(fault('recordOrNothing', body)).toBeUndefined();
		expect(fault('recordOrNothing', null)).toBe('null');
		expect(fault('recordOrNothing', html, 'text/html')).toBe('a web page instead of data');
		expect(fault('recordOrNothing', errorList)).toBe('an error');
	});

	it.each([
		[{ data: [] }],
		[{ contacts: [{ id: 1 }] }],
		[{ data: { contacts: [{ id: 1 }] } }],
		[[]],
	])('is a list, whatever key it has: %j', (body) => {
		expect(fault({ list: 'things' }, body)).toBeUndefined();
	});

	it.each([
		['an empty object', {}],
		['an object without a list', { type: 'list', pages: {} }],
		['an object without a list', { data: [null] }],
		['an object without a list', { tags: [], notes: [] }],
		['an error', errorList],
		['null', null],
		['a web page instead of data', html],
	])('is %s where a list was expected: %j', (words, body) => {
		expect(fault({ list: 'things' }, body)).toBe(words);
	});

	it('is a list of one record where the key is not known', () => {
		expect(fault({ list: undefined }, { id: '1' })).toBeUndefined();
		expect(fault({ list: undefined }, {})).toBe('an empty object');
	});

	it('can be text or nothing where the user wrote the request', () => {
		expect(fault('anything', 'a,b\n1,2', 'text/csv', 'GET')).toBeUndefined();
		expect(fault('anything', 7)).toBeUndefined();
		expect(fault('anything', '')).toBeUndefined();
		expect(fault('anything', '', 'text/plain', 'GET')).toBe('an empty response');
		expect(fault('anything', html, 'text/html; charset=utf-8', 'GET')).toBe(
			'a web page instead of data',
		);
		expect(fault('anything', '{"type":', 'application/json')).toBe(
			'text that is not JSON, or JSON that is cut off',
		);
		expect(fault('anything', null)).toBe('null');
		expect(fault('anything', errorList)).toBe('an error');
	});
});
