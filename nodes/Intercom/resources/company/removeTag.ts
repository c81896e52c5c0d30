import type { Operation } from '../../engine/operation';
import { companiesToTag, tagName } from './tagging';

export const removeTag = {
	name: 'Remove Tag',
	value: 'removeTag',
	action: 'Remove tag from companies',
	description: 'Take a tag off one or many companies with one request',
	request: 'POST /tags',
	parameters: [tagName, ...companiesToTag(true)],
	repeatable: true,
} satisfies Operation;
