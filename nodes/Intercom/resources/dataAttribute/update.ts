import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { dataAttributeLocator } from '../locators';
import { description, messengerWritable, optionValues } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update data attribute',
	description: 'Change or archive a custom attribute. Its type can only be changed in Intercom.',
	request: 'PUT /data_attributes/{dataAttributeId}',
	parameters: [
		dataAttributeLocator,
		updateFieldsOf(
			{
				displayName: 'Archived',
				name: 'archived',
				type: 'boolean',
				default: true,
				description: 'Whether the attribute is archived: kept, but no longer offered',
			},
			description,
			messengerWritable,
			{
				...optionValues,
				description: 'The values to choose from, all of them; at least two',
			},
		),
	],
} satisfies Operation;
