import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
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
		updateFieldsOf(description, name, parent),
		collectionTranslations,
	],
} satisfies Operation;
