import type { IDataObject } from 'n8n-workflow';

import { addressList } from '../engine/address-list';
import { convert } from '../engine/convert';
import { InputError } from '../engine/input-error';
import type { Parameter } from '../engine/operation';
import { suggestNames } from '../search/suggest';
import type { TicketAttribute } from './attributes';

/** The n8n type whose conversion fits a data type. */
const parameterTypes: Record<string, Parameter['type']> = {
	boolean: 'boolean',
	datetime: 'dateTime',
	decimal: 'number',
	files: 'string',
	integer: 'number',
	string: 'string',
};

function quoted(names: string[]): string {
	return names.map((name) => `'${name}'`).join(', ');
}

/** The ID of the choice that a user names by its label or its ID. */
function itemId({ label, items }: TicketAttribute, value: unknown): string {
	const wanted = String(value).trim();
	const found =
		items.find(({ id }) => id === wanted) ??
		items.find((item) => item.label === wanted) ??
		items.find((item) => item.label.toLowerCase() === wanted.toLowerCase());
	if (found !== undefined) return found.id;
	throw new InputError(
		`'${label}' has no choice ${JSON.stringify(value)}`,
		items.length === 0
			? 'The list has no choices. Add them to the ticket type in Intercom.'
			: `Use one of: ${items.map((item) => item.label).join(', ')}.`,
	);
}

function valueOf(attribute: TicketAttribute, value: unknown, timezone: string): unknown {
	const { dataType, label, name } = attribute;
	if (value === null) return null;
	if (dataType === 'list') return itemId(attribute, value);
	// That files are sent as a list of texts is inferred from the description's `ticket_request_custom_attributes`.
	const wire = dataType === 'files' ? { as: addressList } : undefined;
	const type = parameterTypes[dataType];
	if (type === undefined) return value;
	const parameter: Parameter = { displayName: label, name, type, default: '', wire };
	const converted = convert(parameter, value, timezone);
	if (dataType === 'integer' && !Number.isInteger(converted))
		throw new InputError(`'${label}' must be a whole number, not ${JSON.stringify(value)}`);
	return converted;
}

/**
 * Values of ticket attributes as Intercom wants them, each converted by the data type of its
 * attribute and never by its looks: "Order 12" is no date (peers.md §3b).
 *
 * @param given the values by the name of their attribute; `title` and `description` may stand for
 * the built-in attributes; null clears
 * @param typeName the name of the ticket type, for errors
 * @param timezone the zone that a date without one is meant in, an IANA name
 * @throws InputError for unknown attributes and for values that do not fit
 */
export function attributeValues(
	given: Record<string, unknown>,
	attributes: TicketAttribute[],
	typeName: string,
	timezone: string,
): IDataObject {
	const entries = Object.entries(given).map(([name, value]) => {
		const attribute =
			attributes.find((candidate) => candidate.name === name) ??
			attributes.find((candidate) => candidate.label.toLowerCase() === name.toLowerCase());
		if (attribute !== undefined)
			return [attribute.name, valueOf(attribute, value, timezone)] as const;
		const known = attributes.map(({ label }) => label);
		const near = suggestNames(name, known, (full) => full);
		throw new InputError(
			`The ticket type '${typeName}' has no attribute '${name}'`,
			near.length > 0 ? `Did you mean ${quoted(near)}?` : `It has: ${known.join(', ')}.`,
		);
	});
	return Object.fromEntries(entries) as IDataObject;
}
