import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { ticketTypeLocator } from '../locators';
import { attributeDescription, attributeName, displayFields, listItems } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create ticket type attribute',
	description: 'Add an attribute to a ticket type; its data type cannot be changed afterwards',
	request: 'POST /ticket_types/{ticketTypeId}/attributes',
	parameters: [
		ticketTypeLocator,
		{ ...attributeName, required: true },
		{ ...attributeDescription, required: true },
		{
			displayName: 'Data Type',
			name: 'dataType',
			type: 'options',
			options: [
				{ name: 'Date and Time', value: 'datetime' },
				{ name: 'Decimal Number', value: 'decimal' },
				{ name: 'Files', value: 'files' },
				{ name: 'List', value: 'list' },
				{ name: 'Text', value: 'string' },
				{ name: 'Whole Number', value: 'integer' },
				{ name: 'Yes or No', value: 'boolean' },
			],
			default: 'string',
			description: 'What the attribute holds',
		},
		{ ...listItems, required: true, displayOptions: { show: { dataType: ['list'] } } },
		additionalFieldsOf(...displayFields),
	],
	check: (_values, body) => {
		if ('multiline' in body && body.data_type !== 'string')
			throw new InputError(
				"'Multiline' is only for text",
				'Remove it, or choose the data type Text.',
			);
		if ('allow_multiple_values' in body && body.data_type !== 'files')
			throw new InputError(
				"'Allow Multiple Files' is only for files",
				'Remove it, or choose the data type Files.',
			);
	},
} satisfies Operation;
