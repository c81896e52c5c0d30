import type { Operation } from '../../engine/operation';
import { collectionLocator } from '../locators';

export const deleteCollection = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete collection',
	description: 'Delete a collection for good',
	request: 'DELETE /help_center/collections/{collectionId}',
	parameters: [collectionLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
