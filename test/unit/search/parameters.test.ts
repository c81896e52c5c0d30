import { describe, expect, it } from '@jest/globals';
import { displayParameter, type INodeParameters, type INodeProperties } from 'n8n-workflow';

import type { Parameter, ParameterGroup } from '../../../nodes/Intercom/engine/operation';
import { attributeChoices, readBuilder } from '../../../nodes/Intercom/search/builder';
import { compileSearch } from '../../../nodes/Intercom/search/compile';
import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { conversationTable } from '../../../nodes/Intercom/search/fields/conversation';
import { ticketTable } from '../../../nodes/Intercom/search/fields/ticket';
import { searchParameters } from '../../../nodes/Intercom/search/parameters';
import { sortParameter } from '../../../nodes/Intercom/search/sort';
import type { SearchTable } from '../../../nodes/Intercom/search/table';

const tables: Array<[string, SearchTable]> = [
	['contacts', contactTable],
	['conversations', conversationTable],
	['tickets', ticketTable],
];

function parametersOf(table: SearchTable): Parameter[] {
	const texts = { hint: 'New records can be missing for a few minutes.', example: "id = '1'" };
	return [...searchParameters(table, texts), sortParameter(table)];
}

function inner(parameters: Parameter[], name: string, groupName: string): Parameter[] {
	const collection = parameters.find((parameter) => parameter.name === name);
	const groups = (collection?.options ?? []) as ParameterGroup[];
	return groups.find((group) => group.name === groupName)?.values ?? [];
}

function conditionParameters(table: SearchTable): Parameter[] {
	const group = inner(searchParameters(table, { hint: '', example: '' }), 'filterGroups', 'group');
	return inner(group, 'conditions', 'condition');
}

/** The inputs that n8n shows for what a condition holds so far. */
function shownInputs(parameters: Parameter[], values: INodeParameters): Parameter[] {
	return parameters.filter((parameter) =>
		displayParameter(values, parameter as INodeProperties, null, null),
	);
}

function shownOperators(parameters: Parameter[], values: INodeParameters): Parameter[] {
	return shownInputs(parameters, values).filter(({ displayName }) => displayName === 'Operator');
}

function optionValues(parameter: Parameter | undefined): string[] {
	return (parameter?.options ?? []).map((option) => String((option as { value: string }).value));
}

describe.each(tables)('the search form of %s', (_, table) => {
	const parameters = conditionParameters(table);
	const fields = optionValues(parameters.find(({ name }) => name === 'field'));

	it('stays below 15 kB of description', () => {
		expect(JSON.stringify(parametersOf(table)).length).toBeLessThan(15_000);
	});

	it('offers every searchable field', () => {
		expect([...fields].sort()).toEqual(
			[...Object.keys(table.fields), ...Object.keys(attributeChoices)].sort(),
		);
	});

	it('sorts its lists by name', () => {
		const lists = parameters.filter(({ type }) => type === 'options');
		expect(lists.length).toBeGreaterThan(3);
		for (const list of lists) {
			const names = (list.options ?? []).map((option) => String((option as { name: string }).name));
			expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
		}
	});

	it('shows one operator and at most one value for every field', () => {
		for (const field of fields) {
			const [operator, ...others] = shownOperators(parameters, { field });
			expect([field, others]).toEqual([field, []]);
			for (const value of optionValues(operator)) {
				const inputs = shownInputs(parameters, { field, [operator.name]: value })
					.map(({ name }) => name)
					.filter((name) => !['field', operator.name, 'attribute'].includes(name));
				expect([field, value, inputs.length]).toEqual([
					field,
					value,
					['set', 'notSet'].includes(value) ? 0 : 1,
				]);
			}
		}
	});

	it('offers no operator that is refused afterwards', () => {
		const samples: Record<string, unknown> = {
			text: '1',
			number: 1,
			boolean: true,
			date: '2026-01-31',
			texts: '1',
			numbers: '1',
		};
		for (const field of fields) {
			const allowedValues = table.fields[field]?.values;
			const [operators] = shownOperators(parameters, { field });
			for (const operator of optionValues(operators)) {
				const row = { field, [operators.name]: operator, attribute: 'plan', ...samples };
				if (allowedValues !== undefined)
					Object.assign(row, { text: allowedValues[0], texts: allowedValues[0] });
				const textOnly = ['contains', 'notContains', 'startsWith', 'endsWith'].includes(operator);
				const filter = readBuilder('all', { group: { conditions: { condition: row } } }, table);
				if (textOnly && table.fields[field]?.operators !== undefined) continue;
				expect(compileSearch({ filter }, table, { timezone: 'UTC' }).query).toBeDefined();
			}
		}
	});

	it('offers custom attributes with their name', () => {
		for (const field of Object.keys(attributeChoices))
			expect(shownInputs(parameters, { field }).map(({ name }) => name)).toContain('attribute');
		expect(shownInputs(parameters, { field: 'id' }).map(({ name }) => name)).not.toContain(
			'attribute',
		);
	});
});

describe('the three ways', () => {
	it.each([
		['builder', ['filterBy', 'match', 'filterGroups', 'sort']],
		['formula', ['filterBy', 'formula', 'sort']],
		['json', ['filterBy', 'query', 'sort']],
	])('%s shows its own inputs only', (filterBy, names) => {
		const shown = shownInputs(parametersOf(contactTable), { filterBy });
		expect(shown.map(({ name }) => name)).toEqual(names);
	});

	it('keeps every value in the node', () => {
		for (const parameter of parametersOf(contactTable)) expect(parameter.wire?.to).toBe('none');
	});
});
