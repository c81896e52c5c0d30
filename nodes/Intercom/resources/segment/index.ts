import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

/** Groups of contacts or companies by rules that are set in Intercom. */
export const segment: Resource = {
	name: 'Segment',
	value: 'segment',
	operations: [get, getAll],
};
