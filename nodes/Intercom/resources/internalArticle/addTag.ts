import type { Operation } from '../../engine/operation';
import { actingAdminLocator, internalArticleLocator, tagLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to internal article',
	description: 'Put a tag on an internal article',
	request: 'POST /internal_articles/{internalArticleId}/tags',
	parameters: [internalArticleLocator, { ...tagLocator, wire: { name: 'id' } }, actingAdminLocator],
	repeatable: true,
} satisfies Operation;
