import { describe, expect, it } from '@jest/globals';

import { Contract, formatViolation } from './contract';
import type { ReceivedResponse, SentRequest } from './contract';
import type { Description } from './description';
import { applyDeviations, missing } from './deviations/deviation';

/** A description in Intercom's manner, small enough to see what each rule does. */
function sample(): Description {
	return {
		info: { version: '2.16' },
		paths: {
			'/pets/search': { post: { summary: 'Search', responses: {} } },
			'/pets': {
				get: {
					summary: 'List',
					parameters: [
						{
							name: 'ids',
							in: 'query',
							explode: false,
							schema: { type: 'array', items: { type: 'integer' } },
						},
						{
							name: 'filter',
							in: 'query',
							required: true,
							explode: true,
							schema: {
								type: 'object',
								oneOf: [
									{ properties: { owner: { type: 'string' } }, required: ['owner'] },
									{ properties: { shop: { type: 'string' } }, required: ['shop'] },
								],
							},
						},
					],
					responses: {},
				},
			},
			'/pets/{pet_id}': {
				parameters: [{ name: 'pet_id', in: 'path', required: true, schema: { type: 'integer' } }],
				put: {
					summary: 'Update',
					parameters: [
						{ name: 'Intercom-Version', in: 'header', schema: { type: 'string', enum: ['2.16'] } },
						{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 150 } },
						{ name: 'app_id', in: 'query', required: true, schema: { type: 'string' } },
					],
					requestBody: {
						required: true,
						content: {
							'application/json': { schema: { $ref: '#/components/schemas/update_pet' } },
						},
					},
					responses: {
						'200': {
							description: 'done',
							content: { 'application/json': { schema: { $ref: '#/components/schemas/pet' } } },
						},
					},
				},
				delete: { summary: 'Delete', responses: { '202': { description: 'accepted' } } },
			},
		},
		components: {
			schemas: {
				pet: {
					type: 'object',
					nullable: true,
					properties: {
						id: { type: 'string', format: 'uuid' },
						born_at: { type: 'integer', format: 'date-time' },
						name: { type: 'string', nullable: true },
						custom_attributes: { type: 'object' },
						owner: { $ref: '#/components/schemas/owner' },
					},
				},
				owner: {
					oneOf: [
						{ type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
						{ type: 'object', properties: { email: { type: 'string' } }, required: ['email'] },
					],
				},
				update_pet: {
					allOf: [
						{ $ref: '#/components/schemas/pet' },
						{ type: 'object', properties: { note: { type: 'string' } }, required: ['note'] },
					],
				},
				error: {
					type: 'object',
					properties: { type: { type: 'string' }, errors: { type: 'array' } },
					required: ['errors'],
				},
			},
		},
	};
}

const contract = new Contract(sample());

function request(changes: Partial<SentRequest>): string[] {
	const valid = { method: 'PUT', path: '/pets/7', query: { app_id: 'a' }, body: { note: 'hello' } };
	return contract.checkRequest({ ...valid, ...changes }).map(formatViolation);
}

function response(received: ReceivedResponse, method = 'PUT'): string[] {
	return contract.checkResponse({ method, path: '/pets/7' }, received).map(formatViolation);
}

describe('a request', () => {
	it.each<[string, Partial<SentRequest>]>([
		['as described', {}],
		['with numbers in the query as text', { query: { app_id: 'a', limit: '150' } }],
		['with null where it is allowed', { body: { note: '', name: null } }],
		[
			'with free fields where none are described',
			{ body: { note: '', custom_attributes: { a: 1 } } },
		],
		[
			'that fits several branches',
			{ body: { note: '', owner: { id: '1', email: 'a@example.com' } } },
		],
		[
			'with formats that Intercom uses as remarks',
			{ body: { note: '', id: '6762f2', born_at: 1 } },
		],
		['in the right version', { headers: { 'intercom-version': '2.16' } }],
	])('%s passes', (_title, changes) => {
		expect(request(changes)).toEqual([]);
	});

	it.each<[string, Partial<SentRequest>, string]>([
		['an unknown path', { path: '/pet/7' }, 'PUT /pet/7: route is no operation of the API'],
		['an unknown method', { method: 'PATCH' }, 'PATCH /pets/7: route is no operation of the API'],
		['a path value of the wrong type', { path: '/pets/x' }, 'path /pet_id must be integer'],
		['a missing query parameter', { query: {} }, "query must have required property 'app_id'"],
		[
			'an unknown query parameter',
			{ query: { app_id: 'a', page: '2' } },
			'query has no field page',
		],
		[
			'a query value out of bounds',
			{ query: { app_id: 'a', limit: '151' } },
			'query /limit must be <= 150',
		],
		['another version', { headers: { 'intercom-version': '9' } }, 'header must be one of 2.16'],
		['no body', { body: undefined }, 'request body is missing'],
		['a misspelt field', { body: { note: '', nmae: '' } }, 'request body has no field nmae'],
		[
			'a misspelt field inside',
			{ body: { note: '', owner: { id: '1', mail: '' } } },
			'request body /owner has no field mail',
		],
		['a wrong type', { body: { note: '', name: 7 } }, 'request body /name must be string'],
		['a missing field', { body: {} }, "request body must have required property 'note'"],
		['null where it is not allowed', { body: { note: null } }, 'request body /note must be string'],
	])('with %s fails', (_title, changes, message) => {
		expect(request(changes)).toEqual([
			message.includes('route') ? message : `PUT /pets/{pet_id}: ${message}`,
		]);
	});

	it.each([
		['with a list and one member of an object', { ids: '1,2', owner: 'a' }, []],
		['without any member of the object', {}, ["must have required property 'filter'"]],
		['with a wrong entry in the list', { ids: '1,x', shop: 'b' }, ['/ids/1 must be integer']],
		['with another member', { owner: 'a', street: 'c' }, ['has no field street']],
	])('for a list %s is read as written', (_title, query, messages) => {
		const found = contract.checkRequest({ method: 'GET', path: '/pets', query });
		expect(found.map(formatViolation)).toEqual(
			messages.map((message) => `GET /pets: query ${message}`),
		);
	});

	it('with a body where none is described fails', () => {
		expect(request({ method: 'DELETE', query: {} })).toEqual([
			'DELETE /pets/{pet_id}: request body must not be sent',
		]);
	});

	it('goes to the fixed path before the one with a variable', () => {
		expect(contract.operationOf({ method: 'POST', path: '/pets/search' })).toBe(
			'POST /pets/search',
		);
		expect(contract.operationOf({ method: 'PUT', path: `/pets/${'9'.repeat(300)}` })).toBe(
			'PUT /pets/{pet_id}',
		);
	});
});

describe('an answer', () => {
	it.each<[string, ReceivedResponse]>([
		['as described', { status: 200, body: { id: '1' } }],
		[
			'with an error that is not described',
			{ status: 429, body: { type: 'error.list', errors: [] } },
		],
		['from a broken server', { status: 502, body: '<html>' }],
	])('%s passes', (_title, received) => {
		expect(response(received)).toEqual([]);
	});

	it.each<[string, ReceivedResponse, string]>([
		[
			'a field that is not described',
			{ status: 200, body: { size: 1 } },
			'response body has no field size',
		],
		['a status that is not described', { status: 201 }, 'response status 201 is not described'],
		[
			'an error of another shape',
			{ status: 404, body: { message: '' } },
			"response body must have required property 'errors'",
		],
	])('with %s fails', (_title, received, message) => {
		expect(response(received)).toContain(`PUT /pets/{pet_id}: ${message}`);
	});
});

describe('a deviation', () => {
	const deviation = { operations: 'PUT /pets/{pet_id}', reason: '', source: '' };

	it('adds what is missing', () => {
		const changes = missing('/components/schemas/pet/properties', { size: { type: 'integer' } });
		const mended = new Contract(applyDeviations(sample(), [{ ...deviation, changes }]));
		const received = { status: 200, body: { size: 1 } };
		expect(mended.checkResponse({ method: 'PUT', path: '/pets/7' }, received)).toEqual([]);
	});

	it.each([
		['no longer stands there', '/paths/~1pets~1{pet_id}/put/summary', 'The description changed at'],
		['has lost its place', '/components/schemas/cat/properties/size', 'The description has no'],
	])('that %s is refused', (_title, pointer, message) => {
		const changes = [{ pointer, was: 'Change', now: 'Update' }];
		expect(() => applyDeviations(sample(), [{ ...deviation, changes }])).toThrow(message);
	});
});
