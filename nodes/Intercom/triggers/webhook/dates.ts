import type { IDataObject } from 'n8n-workflow';

import { isObject } from './json';

/** A date as notifications write it, with a zone. */
const isoDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Objects whose fields the user or another app has named: their texts are not Intercom's to read. */
const freeForm = new Set(['custom_attributes', 'ticket_attributes', 'metadata']);

/** How deep Intercom's records nest at most, with room to spare. */
const deepest = 12;

/** A date in Unix seconds; anything else as it is. */
function seconds(value: unknown): unknown {
	if (typeof value !== 'string' || !isoDate.test(value)) return value;
	const milliseconds = Date.parse(value);
	return Number.isNaN(milliseconds) ? value : Math.floor(milliseconds / 1000);
}

function convert(name: string, value: unknown, depth: number): unknown {
	if (depth > deepest) return value;
	if (Array.isArray(value)) return value.map((member) => convert('', member, depth + 1));
	if (!isObject(value)) return name.endsWith('_at') ? seconds(value) : value;
	if (freeForm.has(name)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([field, held]) => [field, convert(field, held, depth + 1)]),
	);
}

/**
 * The same record with every date of Intercom's own in Unix seconds, as its REST API gives them.
 * Notifications write the dates of contacts, companies, articles and content as ISO 8601 texts.
 */
export function withRestDates(record: IDataObject): IDataObject {
	return convert('', record, 0) as IDataObject;
}
