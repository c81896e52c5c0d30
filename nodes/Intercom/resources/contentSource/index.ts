import type { Resource } from '../../engine/operation';
import { create } from './create';
import { deleteContentSource } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** Where external pages come from. */
export const contentSource: Resource = {
	name: 'Content Source',
	value: 'contentSource',
	operations: [create, deleteContentSource, get, getAll, update],
};
