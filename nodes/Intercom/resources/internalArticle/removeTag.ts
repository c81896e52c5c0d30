import type { Operation } from '../../engine/operation';
import { internalArticleLocator, tagLocator } from '../locators';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from internal article',
	description: 'Take a tag off an internal article',
	request: 'DELETE /internal_articles/{internalArticleId}/tags/{tagId}',
	parameters: [internalArticleLocator, tagLocator],
} satisfies Operation;
