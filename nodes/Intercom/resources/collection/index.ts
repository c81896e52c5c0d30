import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteCollection } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** The chapters of a help center. */
export const collection: Resource = {
	name: 'Collection',
	value: 'collection',
	operations: [create, deleteCollection, get, getAll, update],
};
