import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getMetrics } from './getMetrics';

/** Groups of teammates. */
export const team: Resource = {
	name: 'Team',
	value: 'team',
	operations: [get, getAll, getMetrics],
};
