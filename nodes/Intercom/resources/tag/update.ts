import type { Operation } from '../../engine/operation';
import { tagLocator } from '../locators';
import { tagName } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update tag',
	description: 'Rename a tag',
	request: 'POST /tags',
	parameters: [
		{ ...tagLocator, wire: { name: 'id' } },
		{ ...tagName, displayName: 'New Name', description: 'The new name of the tag' },
	],
	repeatable: true,
	record: (_values, body) => `/tags ${String(body.id)}`,
} satisfies Operation;
