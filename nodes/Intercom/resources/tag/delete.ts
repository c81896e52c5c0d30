import type { Operation } from '../../engine/operation';
import { tagLocator } from '../locators';

export const deleteTag = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete tag',
	description: 'Delete a tag everywhere. Tags that a segment depends on cannot be deleted.',
	request: 'DELETE /tags/{tagId}',
	parameters: [tagLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
