import type { IDataObject } from 'n8n-workflow';

import type { Parameter } from '../engine/operation';
import type { SearchTable } from './table';

/** The collection "Sort" for one kind of record; `readSort` reads its value. */
export function sortParameter({ fields, sortable }: SearchTable): Parameter {
	const [usualField] = sortable;
	const options = sortable.map((value) => ({ name: fields[value].name, value }));
	return {
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Add Sort',
		default: {},
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: options.sort((a, b) => a.name.localeCompare(b.name, 'en')),
						default: usualField,
					},
					{
						displayName: 'Order',
						name: 'order',
						type: 'options',
						options: [
							{ name: 'Ascending', value: 'ascending' },
							{ name: 'Descending', value: 'descending' },
						],
						default: 'descending',
					},
				],
			},
		],
		wire: { to: 'none' },
	};
}

/**
 * Intercom's `sort` for the user's choice, undefined without one (2.16 contact_search_request).
 *
 * @param rows the converted value of `sortParameter`
 */
export function readSort(rows: unknown): IDataObject | undefined {
	return Array.isArray(rows) ? (rows[0] as IDataObject | undefined) : undefined;
}
