import { describe, expect, it } from '@jest/globals';

import { selected, simplified } from '../../../nodes/Intercom/engine/output';
import { resources } from '../../../nodes/Intercom/resources';

const fields = {
	id: true,
	author_id: 'source.author.id',
	tags: 'tags.tags.name',
} as const;

describe('A simplified record', () => {
	it.each([
		['lacks an object on the way', { id: '1', tags: { tags: [] } }, { author_id: null, tags: [] }],
		['has null there', { id: '1', source: null, tags: null }, { author_id: null, tags: null }],
		['lacks the last field', { id: '1', source: { author: {} } }, { author_id: null, tags: null }],
		[
			'has a list with a member that lacks it',
			{ id: '1', tags: { tags: [{ name: 'vip' }, {}] } },
			{ author_id: null, tags: ['vip', null] },
		],
	])('has the same fields as every other, null where it %s', (_title, record, expected) => {
		expect(simplified(record, fields)).toStrictEqual({ id: '1', ...expected });
	});

	it('keeps false, 0 and empty text', () => {
		const record = { open: false, count: 0, body: '' };
		expect(simplified(record, { open: true, count: true, body: true })).toStrictEqual(record);
	});

	it.each([
		['another kind of answer', { customers: [{ type: 'user', id: '7' }] }],
		['a note that nothing came back', { success: true }],
	])('is %s as it is, where it has none of the fields', (_title, record) => {
		expect(simplified(record, fields)).toStrictEqual(record);
	});

	it.each(
		resources.flatMap((resource) =>
			resource.operations.flatMap((operation) =>
				'simplify' in operation && operation.simplify !== undefined
					? [[`${resource.name}: ${operation.name}`, operation.simplify] as const]
					: [],
			),
		),
	)('of %s has every field that Simplify promises', (_title, promised) => {
		const [first] = Object.entries(promised);
		const path = first[1] === true ? first[0] : first[1];
		const record = path
			.split('.')
			.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'x') as Record<string, never>;
		expect(Object.keys(simplified(record, promised))).toEqual(Object.keys(promised));
	});
});

describe('Selected fields', () => {
	it('are there for every record, null where it has none', () => {
		const paths = ['name', 'custom_attributes.plan'];
		expect(selected({ id: '1' }, paths)).toStrictEqual({
			name: null,
			'custom_attributes.plan': null,
		});
	});
});
