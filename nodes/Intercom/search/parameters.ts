import type { INodePropertyOptions } from 'n8n-workflow';

import type { Parameter } from '../engine/operation';
import { attributeChoices } from './builder';
import { inputOf, inputParameters, type BuilderOperator, type Input } from './inputs';
import type { SearchTable } from './table';

function byName(a: INodePropertyOptions, b: INodePropertyOptions): number {
	return a.name.localeCompare(b.name, 'en');
}

function asWritten(value: unknown): unknown {
	return value;
}

/** The choices of the field drop-down by the input they need. */
function fieldChoices(table: SearchTable): Record<Input, INodePropertyOptions[]> {
	const choices: Record<Input, INodePropertyOptions[]> = {
		text: [],
		number: [],
		boolean: [],
		date: [],
	};
	for (const [value, { name, type }] of Object.entries(table.fields))
		choices[inputOf[type]].push({ name, value });
	if (table.attributes !== undefined)
		for (const [value, { name, type }] of Object.entries(attributeChoices))
			choices[inputOf[type]].push({ name: `${table.attributes.name} (${name})`, value });
	return choices;
}

function attributeParameter({ attributes }: SearchTable): Parameter[] {
	if (attributes === undefined) return [];
	const { loadOptionsMethod } = attributes;
	const common = {
		name: 'attribute',
		default: '',
		displayOptions: { show: { field: Object.keys(attributeChoices) } },
	};
	if (loadOptionsMethod === undefined)
		return [{ ...common, displayName: 'Attribute', type: 'string', placeholder: 'e.g. plan' }];
	return [
		{
			...common,
			displayName: 'Attribute Name or ID',
			type: 'options',
			typeOptions: { loadOptionsMethod },
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
	];
}

/** The operators that take several values. */
const listOperators: BuilderOperator[] = ['in', 'notIn'];

const withoutOneValue: BuilderOperator[] = [...listOperators, 'set', 'notSet'];

const valueParameters: Readonly<Record<Input, Parameter>> = {
	text: { displayName: 'Value', name: 'text', type: 'string', default: '' },
	number: { displayName: 'Value', name: 'number', type: 'number', default: 0 },
	boolean: {
		displayName: 'Value',
		name: 'boolean',
		type: 'boolean',
		default: true,
		description: 'Whether the field must be true or false',
	},
	date: {
		displayName: 'Value',
		name: 'date',
		type: 'dateTime',
		default: '',
		hint: "Exact to the second. For 'Day', the day counts in the time zone of the Intercom workspace.",
	},
};

/** The parameters that show when a field of an input is chosen. */
function parametersOfInput(input: Input, shown: Parameter['displayOptions']): Parameter[] {
	const { operator, defaultOperator, operators, list } = inputParameters[input];
	const { show, hide } = { show: undefined, hide: undefined, ...shown };
	const parameters: Parameter[] = [
		{
			displayName: 'Operator',
			name: operator,
			type: 'options',
			options: [...operators].sort(byName),
			default: defaultOperator,
			displayOptions: shown,
		},
		{
			...valueParameters[input],
			displayOptions: { ...(show && { show }), hide: { ...hide, [operator]: withoutOneValue } },
		},
	];
	if (list !== undefined)
		parameters.push({
			displayName: 'Values',
			name: list,
			type: 'string',
			default: '',
			placeholder: input === 'number' ? 'e.g. 1, 2' : 'e.g. pro, team',
			description: 'Values separated by commas, or an expression that gives a list',
			displayOptions: { ...(hide && { hide }), show: { ...show, [operator]: listOperators } },
		});
	return parameters;
}

function conditionParameters(table: SearchTable): Parameter[] {
	const { defaultField } = table;
	const choices = fieldChoices(table);
	const inputs = (Object.keys(choices) as Input[]).filter((input) => choices[input].length > 0);
	const fieldsOf = (...wanted: Input[]) =>
		wanted.flatMap((input) => choices[input].map(({ value }) => value));
	// Text fields are the many: saying which fields are not text keeps the description small.
	const shownFor = (input: Input) =>
		input === 'text'
			? { hide: { field: fieldsOf('number', 'boolean', 'date') } }
			: { show: { field: fieldsOf(input) } };
	return [
		{
			displayName: 'Field',
			name: 'field',
			type: 'options',
			// The field decides which inputs show; with an expression n8n would show those of all types.
			noDataExpression: true,
			options: fieldsSorted(choices),
			default: defaultField,
		},
		...attributeParameter(table),
		...inputs.flatMap((input) => parametersOfInput(input, shownFor(input))),
	];
}

function fieldsSorted(choices: Record<Input, INodePropertyOptions[]>): INodePropertyOptions[] {
	return Object.values(choices).flat().sort(byName);
}

const matchOptions = [
	{ name: 'All', value: 'all' },
	{ name: 'Any', value: 'any' },
];

function builderParameters(table: SearchTable): Parameter[] {
	const displayOptions = { show: { filterBy: ['builder'] } };
	return [
		{
			displayName: 'Groups to Match',
			name: 'match',
			type: 'options',
			options: matchOptions,
			default: 'all',
			displayOptions,
			description: 'Whether a record must match all groups or any of them',
			wire: { to: 'none' },
		},
		{
			displayName: 'Filter Groups',
			name: 'filterGroups',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Group' },
			placeholder: 'Add Group',
			default: {},
			displayOptions,
			options: [
				{
					displayName: 'Group',
					name: 'group',
					values: [
						{
							displayName: 'Conditions to Match',
							name: 'match',
							type: 'options',
							options: matchOptions,
							default: 'all',
							description: 'Whether a record must match all conditions of the group or any of them',
						},
						{
							displayName: 'Conditions',
							name: 'conditions',
							type: 'fixedCollection',
							typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Condition' },
							placeholder: 'Add Condition',
							default: {},
							options: [
								{
									displayName: 'Condition',
									name: 'condition',
									values: conditionParameters(table),
								},
							],
						},
					],
				},
			],
			// Dates keep their own time zones, and which input counts depends on the field.
			wire: { to: 'none', as: asWritten },
		},
	];
}

/**
 * The parameters that let a user say a filter in three ways; `readSearchInput` reads their values.
 *
 * @param hint what users should know about searching these records, shown below "Filter By"
 * @param example a formula as placeholder
 */
export function searchParameters(
	table: SearchTable,
	{ hint, example }: { hint: string; example: string },
): Parameter[] {
	return [
		{
			displayName: 'Filter By',
			name: 'filterBy',
			type: 'options',
			options: [
				{ name: 'Builder', value: 'builder', description: 'Choose fields, operators and values' },
				{ name: 'Formula', value: 'formula', description: 'Write conditions as text' },
				{ name: 'JSON', value: 'json', description: "Write Intercom's own query" },
			],
			default: 'builder',
			hint,
			wire: { to: 'none' },
		},
		...builderParameters(table),
		{
			displayName: 'Formula',
			name: 'formula',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: `e.g. ${example}`,
			description:
				"Conditions joined by AND, OR and parentheses. Operators: = != &lt; &lt;= &gt; &gt;=, IN, NOT IN, CONTAINS, NOT CONTAINS, STARTS WITH, ENDS WITH, IS NULL, IS NOT NULL. Text and dates stand in quotes. Dates are exact to the second; a date without a time means the start of that day in the workspace's time zone, with = and != the whole day.",
			displayOptions: { show: { filterBy: ['formula'] } },
			wire: { to: 'none' },
		},
		{
			displayName: 'JSON',
			name: 'query',
			type: 'json',
			required: true,
			default: '{\n  "operator": "AND",\n  "value": []\n}',
			description:
				'The query as <a href="https://developers.intercom.com/docs/references/rest-api/api.intercom.io">Intercom describes it</a>. It is checked and sent as written, so dates compare as Intercom compares them: those of contacts by whole days.',
			displayOptions: { show: { filterBy: ['json'] } },
			wire: { to: 'none' },
		},
	];
}
