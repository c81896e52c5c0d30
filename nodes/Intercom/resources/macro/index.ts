import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

/** Saved replies of teammates. */
export const macro: Resource = {
	name: 'Macro',
	value: 'macro',
	operations: [get, getAll],
};
