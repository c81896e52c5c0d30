import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';

/**
 * The names and values in rows of a fixed collection. A row that is wholly empty counts as not
 * there: n8n adds one with the button.
 *
 * @param rows `[{ name, value }]`, texts, as the engine converts them
 * @param title the parameter, for errors
 * @throws InputError for a value without a name
 */
export function pairsIn(rows: unknown, title: string): Array<[name: string, value: string]> {
	return ((rows ?? []) as IDataObject[]).flatMap(({ name = '', value = '' }) => {
		const trimmed = String(name ?? '').trim();
		const text = String(value ?? '');
		if (trimmed !== '') return [[trimmed, text]];
		if (text === '') return [];
		throw new InputError(
			`A row of '${title}' has a value but no name`,
			'Fill in the name, or remove the row.',
		);
	});
}
