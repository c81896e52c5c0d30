import type { Operator } from './filter';
import type { FieldType } from './table';

/** The kinds of input that a condition of the builder has; several types of field share one. */
export type Input = 'text' | 'number' | 'boolean' | 'date';

/** The input of each type of field. */
export const inputOf: Readonly<Record<FieldType, Input>> = {
	string: 'text',
	id: 'text',
	integer: 'number',
	number: 'number',
	boolean: 'boolean',
	date: 'date',
};

/**
 * The builder's operators. They have names because n8n takes every value that starts with `=` for an
 * expression.
 */
export const operatorByName = {
	contains: '~',
	endsWith: '$',
	equals: '=',
	greaterThan: '>',
	greaterThanOrEqual: '>=',
	in: 'IN',
	lessThan: '<',
	lessThanOrEqual: '<=',
	notContains: '!~',
	notEquals: '!=',
	notIn: 'NIN',
	startsWith: '^',
} as const satisfies Record<string, Operator>;

/** Operators without a value; Intercom says both with null. */
export const nullTestByName = { notSet: '=', set: '!=' } as const satisfies Record<
	string,
	Operator
>;

/** What the operator of a condition can be in the workflow. */
export type BuilderOperator = keyof typeof operatorByName | keyof typeof nullTestByName;

interface OperatorOption {
	/** As shown in the builder, Title Case. */
	name: string;
	value: BuilderOperator;
}

/** The parameters of a condition for one kind of input. */
export interface InputParameters {
	/** The name of the parameter for the operator. */
	operator: string;
	/** The operator that a new condition starts with. */
	defaultOperator: BuilderOperator;
	operators: readonly OperatorOption[];
	/** The name of the parameter for several values; absent where no operator takes them. */
	list?: string;
}

const nullTestOptions: readonly OperatorOption[] = [
	{ name: 'Is Not Set', value: 'notSet' },
	{ name: 'Is Set', value: 'set' },
];

/**
 * The parameters of a condition by input; the one for a single value is named after the input. No two
 * inputs share a name: n8n fills a new row with the default of the last parameter of a name, and
 * keeps a value under its name when another field hides the parameter.
 */
export const inputParameters: Readonly<Record<Input, InputParameters>> = {
	text: {
		operator: 'textOperator',
		defaultOperator: 'equals',
		operators: [
			{ name: 'Contains', value: 'contains' },
			{ name: 'Does Not Contain', value: 'notContains' },
			{ name: 'Ends With', value: 'endsWith' },
			{ name: 'Is', value: 'equals' },
			{ name: 'Is Any Of', value: 'in' },
			{ name: 'Is None Of', value: 'notIn' },
			{ name: 'Is Not', value: 'notEquals' },
			{ name: 'Starts With', value: 'startsWith' },
			...nullTestOptions,
		],
		list: 'texts',
	},
	number: {
		operator: 'numberOperator',
		defaultOperator: 'equals',
		operators: [
			{ name: 'Is', value: 'equals' },
			{ name: 'Is Any Of', value: 'in' },
			{ name: 'Is at Least', value: 'greaterThanOrEqual' },
			{ name: 'Is at Most', value: 'lessThanOrEqual' },
			{ name: 'Is Greater Than', value: 'greaterThan' },
			{ name: 'Is Less Than', value: 'lessThan' },
			{ name: 'Is None Of', value: 'notIn' },
			{ name: 'Is Not', value: 'notEquals' },
			...nullTestOptions,
		],
		list: 'numbers',
	},
	boolean: {
		operator: 'booleanOperator',
		defaultOperator: 'equals',
		operators: [{ name: 'Is', value: 'equals' }, ...nullTestOptions],
	},
	date: {
		operator: 'dateOperator',
		defaultOperator: 'greaterThan',
		operators: [
			{ name: 'Is After', value: 'greaterThan' },
			{ name: 'Is at or After', value: 'greaterThanOrEqual' },
			{ name: 'Is at or Before', value: 'lessThanOrEqual' },
			{ name: 'Is Before', value: 'lessThan' },
			{ name: 'Is Not on Day', value: 'notEquals' },
			{ name: 'Is on Day', value: 'equals' },
			...nullTestOptions,
		],
	},
};
