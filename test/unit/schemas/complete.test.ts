import { describe, expect, it } from '@jest/globals';

import { completeSchema } from '../../../dev/schemas/complete';
import { inferSchema } from '../../../dev/schemas/infer';

const full = inferSchema([{ phone: '+353871234567', tags: [{ name: 'VIP' }], role: 'user' }]);

describe('completeSchema', () => {
	it('learns the type of a field that was null', () => {
		const { properties } = completeSchema(inferSchema([{ phone: null }]), [full]);
		expect(properties).toEqual({ phone: { type: 'string', nullable: true } });
	});

	it('learns the members of an empty list, also deep inside', () => {
		const empty = inferSchema([{ contacts: [{ tags: [] }] }]);
		const other = inferSchema([{ contacts: [{ tags: [{ name: 'VIP' }] }] }]);
		expect(completeSchema(empty, [other])).toEqual(other);
	});

	it('adds no field, and changes none that is known', () => {
		const own = inferSchema([{ phone: 1 }]);
		expect(completeSchema(own, [full])).toEqual(own);
	});

	it('leaves open what nobody knows', () => {
		const own = inferSchema([{ phone: null, tags: [] }]);
		expect(completeSchema(own, [own])).toEqual(own);
	});
});
