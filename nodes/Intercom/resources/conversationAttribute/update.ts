import { InputError } from '../../engine/input-error';
import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { conversationAttributeLocator } from '../locators';
import { attributeName, commonFields, multiline, reference } from './fields';

function alphabetical<Named extends { displayName: string }>(parameters: Named[]): Named[] {
	return [...parameters].sort((a, b) => a.displayName.localeCompare(b.displayName));
}

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update conversation attribute',
	description: 'Change an attribute of conversations; its data type cannot be changed',
	request: 'PUT /conversations/attributes/{attributeId}',
	parameters: [
		conversationAttributeLocator,
		updateFieldsOf(...alphabetical([attributeName, multiline, ...commonFields, ...reference])),
	],
	check: ({ objectTypeId, referenceType }) => {
		if (objectTypeId && !referenceType)
			throw new InputError(
				"'Related Object Type ID' needs 'Related Objects'",
				'Add that field too, and say whether a conversation has one or many.',
			);
	},
} satisfies Operation;
