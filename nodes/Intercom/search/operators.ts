import type { Operator } from './filter';
import type { FieldType, SearchTable } from './table';

const equality = ['=', '!=', 'IN', 'NIN'] as const;
const text = [...equality, '~', '!~', '^', '$'] as const;
const order = ['<', '<=', '>', '>='] as const;

/** What a user can say of a field. Where Intercom can't, the compiler says it in other words. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
	string: text,
	id: text,
	integer: [...equality, ...order],
	number: [...equality, ...order],
	boolean: equality,
	date: [...equality, ...order],
};

/**
 * What Intercom takes for a type of field (2.16 lines 8821-8834 for contacts, 11692-11707
 * for conversations, 21157-21170 for tickets).
 */
export function wireOperatorsOf(type: FieldType, dates: SearchTable['dates']): readonly Operator[] {
	return type === 'date' && dates === 'calendarDay' ? ['=', '<', '>'] : operatorsOf[type];
}

/** The operators in words, as errors show them. */
export const operatorNames: Readonly<Record<Operator, string>> = {
	'=': '=',
	'!=': '!=',
	IN: 'IN',
	NIN: 'NOT IN',
	'<': '<',
	'<=': '<=',
	'>': '>',
	'>=': '>=',
	'~': 'CONTAINS',
	'!~': 'NOT CONTAINS',
	'^': 'STARTS WITH',
	$: 'ENDS WITH',
};

/** Operators in words for an error: `=, != or CONTAINS`. */
export function listOperators(operators: readonly Operator[]): string {
	const names = operators.map((operator) => operatorNames[operator]);
	return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
