import fc from 'fast-check';

import type { Condition, Tree } from '../../../../nodes/Intercom/search/filter';

/** Filters over the given conditions, nested up to `depth` groups. */
export function filters(
	condition: fc.Arbitrary<Condition>,
	depth: number,
): fc.Arbitrary<Tree<Condition>> {
	if (depth === 0) return condition;
	const groups = fc.record({
		match: fc.constantFrom('AND' as const, 'OR' as const),
		of: fc.array(filters(condition, depth - 1), { minLength: 1, maxLength: 3 }),
	});
	return fc.oneof({ weight: 1, arbitrary: condition }, { weight: 3, arbitrary: groups });
}
