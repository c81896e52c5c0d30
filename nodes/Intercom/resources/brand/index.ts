import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

/** The names under which a workspace shows itself to customers. */
export const brand: Resource = {
	name: 'Brand',
	value: 'brand',
	operations: [get, getAll],
};
