import type { FieldType } from './table';

/** The operators of Intercom's search queries (2.16 line 33298). */
export type Operator = '=' | '!=' | 'IN' | 'NIN' | '<' | '<=' | '>' | '>=' | '~' | '!~' | '^' | '$';

/** How the members of a group belong together: all must match, or any. */
export type Match = 'AND' | 'OR';

/** Members that must match together. */
export interface Group<Leaf> {
	match: Match;
	of: Array<Tree<Leaf>>;
}

/** A filter: one leaf, or groups of leaves nested to any depth. */
export type Tree<Leaf> = Leaf | Group<Leaf>;

/** One value to compare with. */
export type Scalar = string | number | boolean | null;

/** The whole day that a moment lies in, for builder conditions such as "is on day". */
export interface WholeDay {
	/** A date as n8n gives it: text, Unix seconds, a Date or a DateTime. */
	dayOf: unknown;
}

/** What a condition compares with; lists for IN and NIN only. `= null` asks for "not set". */
export type Value = Scalar | Scalar[] | WholeDay;

/** One comparison as the user said it, not checked yet. */
export interface Condition {
	/** Intercom's name of the field, e.g. `signed_up_at` or `custom_attributes.plan`. */
	field: string;
	operator: Operator;
	value: Value;
	/** The type the user chose for a custom attribute whose type is not known otherwise. */
	type?: FieldType;
}

/** Whether a filter is a group and not a leaf. */
export function isGroup<Leaf extends object>(tree: Tree<Leaf>): tree is Group<Leaf> {
	return 'match' in tree && 'of' in tree;
}

/** Whether a value stands for a whole day. */
export function isWholeDay(value: Value): value is WholeDay {
	return typeof value === 'object' && value !== null && 'dayOf' in value;
}

/** A group of the given members; a single member stands for itself. */
export function group<Leaf>(match: Match, of: Array<Tree<Leaf>>): Tree<Leaf> {
	return of.length === 1 ? of[0] : { match, of };
}

/** The leaves of a filter, from left to right. */
export function leavesOf<Leaf extends object>(tree: Tree<Leaf>): Leaf[] {
	return isGroup(tree) ? tree.of.flatMap((member) => leavesOf(member)) : [tree];
}

/** The same filter with every leaf replaced by what `change` makes of it. */
export function mapLeaves<From extends object, To>(
	tree: Tree<From>,
	change: (leaf: From) => Tree<To>,
): Tree<To> {
	if (!isGroup(tree)) return change(tree);
	return { match: tree.match, of: tree.of.map((member) => mapLeaves(member, change)) };
}
