import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { description, messengerWritable, optionValues } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create data attribute',
	description: 'Create a custom attribute for contacts or companies',
	request: 'POST /data_attributes',
	parameters: [
		{
			displayName: 'Model',
			name: 'model',
			type: 'options',
			options: [
				{ name: 'Company', value: 'company' },
				{ name: 'Contact', value: 'contact' },
			],
			default: 'contact',
			description: 'What has the attribute',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Paid Subscriber',
			description:
				'The name of the attribute: letters, digits, spaces, underscores, hyphens and currency symbols. It must differ from those of all contact and company attributes.',
		},
		{
			displayName: 'Data Type',
			name: 'dataType',
			type: 'options',
			options: [
				{ name: 'Boolean', value: 'boolean' },
				{ name: 'Date', value: 'date' },
				{ name: 'Date and Time', value: 'datetime' },
				{ name: 'Decimal Number', value: 'float' },
				{ name: 'List of Options', value: 'options' },
				{ name: 'Text', value: 'string' },
				{ name: 'Whole Number', value: 'integer' },
			],
			default: 'string',
			description: 'What values it holds; this cannot be changed later',
		},
		{ ...optionValues, required: true, displayOptions: { show: { dataType: ['options'] } } },
		additionalFieldsOf(description, messengerWritable),
	],
	record: () => '/data_attributes',
} satisfies Operation;
