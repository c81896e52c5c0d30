import type { Operation } from '../../engine/operation';
import { companiesToTag, tagName } from './tagging';

export const addTag = {
	name: 'Add Tag',
	value: 'addTag',
	action: 'Add tag to companies',
	description:
		'Put a tag on one or many companies with one request; a tag with a new name is created',
	request: 'POST /tags',
	parameters: [tagName, ...companiesToTag(false)],
	repeatable: true,
} satisfies Operation;
