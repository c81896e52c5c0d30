import { parameterInvalid } from '../errors';
import type { TicketDataType, TicketType, TicketTypeAttribute } from './records';

const FITS: Record<Exclude<TicketDataType, 'list'>, (value: unknown) => boolean> = {
	string: (value) => typeof value === 'string',
	integer: Number.isInteger,
	decimal: (value) => typeof value === 'number',
	boolean: (value) => typeof value === 'boolean',
	datetime: Number.isInteger,
	files: (value) => Array.isArray(value) && value.every((url) => URL.canParse(String(url))),
};

/**
 * The attributes of a request, checked against the ticket type: known, of the right type, lists by
 * the id of an item (2.16 line 34169). Null clears. Loud where Intercom may convert.
 * @throws IntercomError 400 `parameter_invalid`
 */
export function readAttributes(
	type: TicketType,
	given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
	const known = type.attributes.filter(({ archived }) => !archived);
	const extra = Object.keys(given).filter((key) => !known.some(({ name }) => name === key));
	if (extra.length > 0) {
		throw parameterInvalid(
			`Extra attributes provided that are not found on ticket type: ${extra.join(', ')}`,
		);
	}
	for (const attribute of known) checkValue(attribute, given[attribute.name]);
	return { ...given };
}

function checkValue(
	{ name, data_type: type, list_items: items }: TicketTypeAttribute,
	value: unknown,
) {
	if (value === undefined || value === null) return;
	const field = `ticket_attributes.${name}`;
	if (type === 'list') {
		if (items.some(({ id }) => id === value)) return;
		throw parameterInvalid(`'${String(value)}' is not the id of a list item of '${name}'`, field);
	}
	if (!FITS[type](value)) throw parameterInvalid(`'${name}' must be of type ${type}`, field);
}

/** Throws 400 when a new ticket lacks what its type requires (2.16 line 20377). */
export function refuseMissing(type: TicketType, given: Readonly<Record<string, unknown>>): void {
	const isMissing = ({ name, archived, required_to_create: required }: TicketTypeAttribute) =>
		required && !archived && (given[name] ?? '') === '';
	if (type.attributes.some(isMissing)) throw parameterInvalid('Missing required ticket attributes');
}

/** A stored value as tickets show it: lists by label, files as 2.16 `file_attribute`. */
export function presentValue(type: TicketType, name: string, value: unknown): unknown {
	const attribute = type.attributes.find((candidate) => candidate.name === name);
	if (attribute?.data_type === 'list') {
		return attribute.list_items.find(({ id }) => id === value)?.label ?? null;
	}
	if (attribute?.data_type === 'files' && Array.isArray(value)) {
		return value.map((url: string) => ({
			type: 'upload',
			name: new URL(url).pathname.split('/').at(-1),
			url,
			content_type: 'application/octet-stream',
			filesize: 1,
		}));
	}
	return value;
}
