import { InputError } from '../../engine/input-error';
import type { Operation, Parameter } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { collectionLocator } from '../locators';
import { collectionTranslations, description, name, parent } from './fields';

const moveToTopLevel: Parameter = {
	displayName: 'Move to Top Level',
	name: 'moveToTopLevel',
	type: 'boolean',
	default: true,
	description: 'Whether to move the collection to the top level of the help center',
	wire: { name: 'parent_id', as: (move) => (move === true ? null : undefined), clearable: true },
};

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update collection',
	description: 'Rename or move a collection',
	request: 'PUT /help_center/collections/{collectionId}',
	parameters: [
		collectionLocator,
		updateFieldsOf(description, moveToTopLevel, name, parent),
		collectionTranslations,
	],
	check: (values) => {
		if (values.moveToTopLevel === null && values.parentId)
			throw new InputError(
				"'Move to Top Level' and 'Parent Collection' are both set",
				'A collection stands in another one or at the top level. Remove one of the fields.',
			);
	},
} satisfies Operation;
