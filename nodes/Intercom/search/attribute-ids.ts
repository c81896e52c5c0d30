import type { IDataObject } from 'n8n-workflow';

import { parseJson } from '../engine/json';
import { InputError } from '../engine/input-error';
import type { SearchInput } from './compile';
import { group, mapLeaves, type Condition, type Scalar, type Tree } from './filter';
import { suggestNames } from './suggest';
import type { ListedAttribute, SearchTable } from './table';

/** Looks attributes up by what a user calls them. */
class AttributeNames {
	private readonly prefix: string;

	constructor(
		private readonly table: SearchTable,
		private readonly attributes: readonly ListedAttribute[],
	) {
		this.prefix = table.attributes?.prefix ?? '';
	}

	/**
	 * The attributes that a field stands for: several can share a name. Undefined for other fields.
	 *
	 * @throws InputError with the nearest names when there is none
	 */
	of(field: string): ListedAttribute[] | undefined {
		if (!field.startsWith(this.prefix)) return undefined;
		const text = field.slice(this.prefix.length);
		const folded = text.toLowerCase();
		const matches = [
			({ id }: ListedAttribute) => id === text,
			({ name, label }: ListedAttribute) => name === text || label === text,
			({ name, label }: ListedAttribute) =>
				name.toLowerCase() === folded || label?.toLowerCase() === folded,
		];
		for (const match of matches) {
			const found = this.attributes.filter(match);
			if (found.length > 0) return found;
		}
		throw this.unknown(text);
	}

	/** Intercom's name of a field. */
	fieldOf({ id }: ListedAttribute): string {
		return `${this.prefix}${id}`;
	}

	private unknown(text: string): InputError {
		const names = [...new Set(this.attributes.map(({ name, label }) => label ?? name))];
		const near = suggestNames(text, names, (name) => name).map((name) => `'${name}'`);
		return new InputError(
			`There is no attribute '${text}' for ${this.table.records}`,
			near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${names.join(', ')}.`,
		);
	}
}

/** A choice of a list by ID and by label: Intercom does not say which of them its search takes. */
function bothWays(value: Scalar, choices: NonNullable<ListedAttribute['choices']>): Scalar[] {
	const folded = String(value).toLowerCase();
	const choice = choices.find(({ id, label }) => id === value || label.toLowerCase() === folded);
	return choice === undefined ? [value] : [...new Set([choice.id, choice.label])];
}

const listOperators = { '=': 'IN', '!=': 'NIN', IN: 'IN', NIN: 'NIN' } as const;

function withChoices(condition: Condition, { choices }: ListedAttribute): Condition {
	const { operator, value } = condition;
	if (choices === undefined || value === null || !(operator in listOperators)) return condition;
	const wanted = (Array.isArray(value) ? value : [value]) as Scalar[];
	return {
		...condition,
		operator: listOperators[operator as keyof typeof listOperators],
		value: wanted.flatMap((single) => bothWays(single, choices)),
	};
}

function conditionById(condition: Condition, names: AttributeNames): Tree<Condition> {
	const found = names.of(condition.field);
	if (found === undefined) return condition;
	const isNegative = condition.operator.startsWith('!') || condition.operator === 'NIN';
	return group(
		isNegative ? 'AND' : 'OR',
		found.map((attribute) => ({
			...withChoices(condition, attribute),
			field: names.fieldOf(attribute),
		})),
	);
}

/** A query in Intercom's own form keeps its shape, so a name must stand for one attribute. */
function queryById(part: unknown, names: AttributeNames): unknown {
	if (Array.isArray(part)) return part.map((member) => queryById(member, names));
	if (typeof part !== 'object' || part === null) return part;
	const { field, value } = part as IDataObject;
	if (typeof field !== 'string') return { ...part, value: queryById(value, names) };
	const found = names.of(field);
	if (found === undefined) return part;
	if (found.length === 1) return { ...part, field: names.fieldOf(found[0]) };
	const ids = found.map(({ id, owner }) => `${id} (${owner})`).join(', ');
	throw new InputError(
		`'JSON' searches '${field}', and several attributes are called so`,
		`Write the ID of one instead of the name: ${ids}. A formula searches all of them.`,
	);
}

/**
 * Names attributes by their IDs, for records whose search knows only those (Intercom-OpenAPI #139).
 * In a filter a name that several attributes share stands for all of them.
 *
 * @param attributes all attributes of the workspace
 * @throws InputError with the nearest names for an attribute that there is not
 */
export function withAttributeIds(
	input: SearchInput,
	table: SearchTable,
	attributes: readonly ListedAttribute[],
): SearchInput {
	const names = new AttributeNames(table, attributes);
	if (!('query' in input))
		return { filter: mapLeaves(input.filter, (condition) => conditionById(condition, names)) };
	const query = parseJson('JSON', input.query) as IDataObject | null;
	return { query: queryById(query?.query ?? query, names) };
}
