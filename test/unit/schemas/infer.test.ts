import { describe, expect, it } from '@jest/globals';
import Ajv from 'ajv';
import fc from 'fast-check';

import { inferSchema } from '../../../dev/schemas/infer';

const ajv = new Ajv({ allowUnionTypes: true, ownProperties: true });

describe('inferSchema', () => {
	it('accepts every value it was made from', () => {
		const values = fc.array(fc.jsonValue({ maxDepth: 4 }), { minLength: 1 });
		fc.assert(
			fc.property(values, (list) => {
				const accepts = ajv.compile(inferSchema(list));
				expect(list.filter((value) => !accepts(value))).toEqual([]);
			}),
		);
	});

	it('takes no field from a prototype', () => {
		expect(inferSchema([{ toString: 1 }, {}]).properties?.toString).toEqual({ type: 'integer' });
	});

	it('refuses values of other types than it was made from', () => {
		const accepts = ajv.compile(inferSchema([{ id: '1', tags: [{ name: 'VIP' }] }]));
		expect(accepts({ id: '2', tags: [] })).toBe(true);
		expect(accepts({ id: 2 })).toBe(false);
		expect(accepts({ tags: [{ name: 1 }] })).toBe(false);
	});

	it('names one type where a value can be null, which n8n needs to show its fields', () => {
		expect(inferSchema([{ owner: null }, { owner: { id: 1 } }]).properties?.owner).toEqual({
			type: 'object',
			nullable: true,
			properties: { id: { type: 'integer' } },
		});
	});

	it('keeps no value and no name that a workspace made up', () => {
		const schema = inferSchema([{ name: 'Acme', custom_attributes: { plan: 'pro' } }]);
		expect(JSON.stringify(schema)).not.toMatch(/Acme|plan|pro"/);
	});
});
