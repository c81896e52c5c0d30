import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../engine/input-error';
import type { Parameter, ParameterGroup } from '../../engine/operation';

/** Intercom keeps the first ten fields and drops the rest in silence (2.16 line 16095). */
const mostFields = 10;

/** The objects that Intercom takes as values: a link with a text, and an amount of money. */
const knownObjects = [
	['url', 'value'],
	['amount', 'currency'],
];

const name: Parameter = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	description: 'The name of the field',
};

function group(displayName: string, values: Parameter[]): ParameterGroup {
	return { displayName, name: displayName.toLowerCase(), values };
}

const groups: ParameterGroup[] = [
	group('Date', [
		{
			...name,
			description:
				'The name of the field; <code>_date</code> is added, by which Intercom knows dates',
			wire: { as: (given) => `${String(given).replace(/_date$/, '')}_date` },
		},
		{ displayName: 'Value', name: 'value', type: 'dateTime', default: '' },
	]),
	group('Link', [
		name,
		{
			displayName: 'URL',
			name: 'url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/orders/42',
		},
		{ displayName: 'Text', name: 'value', type: 'string', default: '' },
	]),
	group('Number', [name, { displayName: 'Value', name: 'value', type: 'number', default: 0 }]),
	group('Price', [
		name,
		{
			displayName: 'Amount in Cents',
			name: 'amount',
			type: 'number',
			default: 0,
			description: 'The amount in the smallest unit of the currency, e.g. 34999 for 349.99 euros',
		},
		{
			displayName: 'Currency',
			name: 'currency',
			type: 'string',
			default: '',
			placeholder: 'e.g. eur',
		},
	]),
	group('Text', [name, { displayName: 'Value', name: 'value', type: 'string', default: '' }]),
];

/** Details of an event: field by field with their types, or as JSON. */
export const metadata: Parameter[] = [
	{
		displayName: 'Metadata',
		name: 'metadataInput',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Field by Field', value: 'fields' },
			{ name: 'JSON', value: 'json' },
		],
		default: 'fields',
		description: 'How to give the details of the event',
		wire: { to: 'none' },
	},
	{
		displayName: 'Fields',
		name: 'metadata',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { metadataInput: ['fields'] } },
		description: 'Details of the event; at most 10',
		options: groups,
		wire: { keyedBy: 'name' },
	},
	{
		displayName: 'Fields',
		name: 'metadataJson',
		type: 'json',
		default: '{}',
		displayOptions: { show: { metadataInput: ['json'] } },
		description:
			'Details of the event by name; at most 10. Names of dates end with <code>_date</code>, their values are Unix seconds.',
		wire: { name: 'metadata', shape: 'object' },
	},
];

/** An amount of money is a positive integer in cents (2.16, `POST /events`). */
function checkPrice(field: string, value: unknown): void {
	if (typeof value !== 'object' || value === null || !('amount' in value)) return;
	const { amount } = value;
	if (Number.isInteger(amount) && Number(amount) > 0) return;
	throw new InputError(
		`The price '${field}' must be a whole number of cents above 0, not ${JSON.stringify(amount)}`,
		'Give the amount in the smallest unit of the currency, e.g. 34999 for 349.99 euros.',
	);
}

function isKnownObject(value: IDataObject): boolean {
	const keys = Object.keys(value).sort().join();
	return knownObjects.some((known) => known.join() === keys);
}

/**
 * Checks what Intercom would drop or refuse: more than ten fields, nested values, prices that are no
 * cents, dates that are no Unix seconds.
 *
 * @throws InputError naming the field
 */
export function checkMetadata(given: unknown): void {
	const fields = Object.entries(given ?? {});
	if (fields.length > mostFields)
		throw new InputError(
			`'Metadata' has ${fields.length} fields, but Intercom keeps only ${mostFields}`,
			'Leave some out, or put them into a second event.',
		);
	for (const [field, value] of fields) {
		if (typeof value === 'object' && value !== null && !isKnownObject(value as IDataObject))
			throw new InputError(
				`The metadata field '${field}' is nested`,
				'Intercom takes text, numbers, links {"url", "value"} and prices {"amount", "currency"}. Give each inner value a field of its own.',
			);
		if (value === null || typeof value === 'boolean')
			throw new InputError(
				`The metadata field '${field}' can't be ${String(value)}`,
				'Intercom takes text and numbers. Write it as text, or leave the field out.',
			);
		checkPrice(field, value);
		if (field.endsWith('_date') && !Number.isInteger(value))
			throw new InputError(
				`The metadata field '${field}' is not a date in Unix seconds`,
				"Give a whole number, or fill the field in under 'Date'.",
			);
	}
}
