import type { Operation } from '../../engine/operation';
import { articleLocator, tagLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from article',
	description: 'Take a tag off an article',
	request: 'DELETE /articles/{articleId}/tags/{tagId}',
	parameters: [articleLocator, tagLocator],
} satisfies Operation;
