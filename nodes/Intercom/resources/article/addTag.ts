import type { Operation } from '../../engine/operation';
import { actingAdminLocator, articleLocator, tagLocator } from '../locators';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to article',
	description: 'Put a tag on an article',
	request: 'POST /articles/{articleId}/tags',
	parameters: [articleLocator, { ...tagLocator, wire: { name: 'id' } }, actingAdminLocator],
	repeatable: true,
} satisfies Operation;
