import type { Operation } from '../../engine/operation';
import { collectionLocator } from '../locators';
import { collectionTranslations, description, name, parent } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update collection',
	description: 'Rename or move a collection',
	request: 'PUT /help_center/collections/{collectionId}',
	parameters: [
		collectionLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [description, name, parent],
		},
		collectionTranslations,
	],
} satisfies Operation;
