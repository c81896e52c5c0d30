import type { Operation } from '../../engine/operation';
import { tagName } from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create tag',
	description: 'Create a tag, or get the one that has this name already',
	request: 'POST /tags',
	parameters: [tagName],
	repeatable: true,
} satisfies Operation;
