import type { Resource } from '../../engine/operation';
import { create } from './create';
import { getAll } from './getAll';
import { update } from './update';

/** What contacts and companies are described by. */
export const dataAttribute: Resource = {
	name: 'Data Attribute',
	value: 'dataAttribute',
	operations: [create, getAll, update],
};
