import { IntercomError, parameterInvalid } from '../errors';
import {
	OPERATORS,
	type DatePrecision,
	type Operator,
	type SearchField,
	type SearchSchema,
} from './fields';
import { compileFilter, readFilterValue } from './filter';

/** Groups inside groups that a query may have (2.16 line 8741). */
const MAXIMUM_DEPTH = 2;

/** Filters that a group may have (2.16 line 8742). */
const MAXIMUM_FILTERS = 15;

const INCLUSIVE: Partial<Record<Operator, Operator>> = { '>': '>=', '<': '<=' };

/** A checked query, ready to be put to records. */
export interface CompiledQuery<T> {
	matches(record: T): boolean;
	/**
	 * Look-ups of which at least one must hit for a record to match; undefined when the query can't
	 * be narrowed down and every record has to be read.
	 */
	keys?: LookupKey[];
}

/** An entry of a look-up table. */
export interface LookupKey {
	field: string;
	value: string;
}

/**
 * Checks and compiles a query: a filter `{field, operator, value}` or a group
 * `{operator: 'AND' | 'OR', value: [...]}` of filters and groups (intercom-api.md §6).
 * @throws IntercomError 400 for unknown fields, operators a field does not take, values of the
 *   wrong type, more than 2 levels or more than 15 filters in a group. Intercom's codes for these
 *   are not documented, but for `invalid_field` (intercom-api.md §6, tickets).
 */
export function compileQuery<T>(
	schema: SearchSchema<T>,
	query: unknown,
	dates: DatePrecision,
): CompiledQuery<T> {
	return compileNode({ schema, dates }, query, 0);
}

interface Compilation<T> {
	schema: SearchSchema<T>;
	dates: DatePrecision;
}

function compileNode<T>(given: Compilation<T>, node: unknown, depth: number): CompiledQuery<T> {
	if (!isRecord(node)) throw parameterInvalid('A query must be an object', 'query');
	refuseUnknownKeys(node);
	if (node.operator === 'AND' || node.operator === 'OR') {
		return compileGroup(given, node.operator, node.value, depth + 1);
	}
	return compileLeaf(given, node);
}

function compileGroup<T>(
	given: Compilation<T>,
	operator: 'AND' | 'OR',
	nodes: unknown,
	depth: number,
): CompiledQuery<T> {
	if (!Array.isArray(nodes) || nodes.length === 0) {
		throw parameterInvalid(`The operator ${operator} needs a list of filters`, 'query');
	}
	if (depth > MAXIMUM_DEPTH) {
		throw parameterInvalid(`Filters can be nested ${MAXIMUM_DEPTH} levels deep at most`, 'query');
	}
	if (nodes.length > MAXIMUM_FILTERS) {
		throw parameterInvalid(`A group can have ${MAXIMUM_FILTERS} filters at most`, 'query');
	}
	const parts = nodes.map((node) => compileNode(given, node, depth));
	if (operator === 'AND') {
		return {
			matches: (record) => parts.every((part) => part.matches(record)),
			keys: parts.find((part) => part.keys)?.keys,
		};
	}
	return {
		matches: (record) => parts.some((part) => part.matches(record)),
		keys: parts.every((part) => part.keys) ? parts.flatMap((part) => part.keys ?? []) : undefined,
	};
}

function compileLeaf<T>(
	{ schema, dates }: Compilation<T>,
	node: Record<string, unknown>,
): CompiledQuery<T> {
	const { value } = node;
	const name = String(node.field);
	const field = schema.field(name);
	if (!field) {
		throw new IntercomError(400, 'invalid_field', `${name} is not a searchable field`, {
			field: name,
		});
	}
	const operator = OPERATORS.find((known) => known === node.operator);
	const allowed: readonly Operator[] = field.operators ?? schema.operators[field.type];
	if (!operator || !allowed.includes(operator)) {
		throw parameterInvalid(
			`The operator ${String(node.operator)} can't be used on ${name}. ` +
				`Use one of: ${allowed.join(' ')}`,
			name,
		);
	}
	const effective = schema.inclusive ? (INCLUSIVE[operator] ?? operator) : operator;
	if (value === undefined) throw parameterInvalid(`The filter on ${name} has no value`, name);
	return {
		matches: compileFilter(name, field, effective, value, dates),
		keys: field.lookup ? lookupKeys(name, field, operator, value) : undefined,
	};
}

function lookupKeys<T>(
	name: string,
	field: SearchField<T>,
	operator: Operator,
	value: unknown,
): LookupKey[] | undefined {
	if (operator !== '=' && operator !== 'IN') return undefined;
	const wanted = (Array.isArray(value) ? value : [value]).map((entry) =>
		readFilterValue(name, field, entry),
	);
	// Records without a value are in no look-up table.
	if (wanted.includes(null)) return undefined;
	return wanted.map((entry) => ({ field: name, value: String(entry) }));
}

function refuseUnknownKeys(node: Record<string, unknown>): void {
	const unknown = Object.keys(node).find((key) => !['field', 'operator', 'value'].includes(key));
	if (unknown === undefined) return;
	throw new IntercomError(
		400,
		'emulator_unknown_body_field',
		`A search filter has no field '${unknown}'`,
		{ field: unknown },
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
