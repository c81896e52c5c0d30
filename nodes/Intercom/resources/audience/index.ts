import type { Resource } from '../../engine/operation';
import { deleteAudience } from './delete';
import { get } from './get';
import { getAll } from './getAll';

/** Groups of contacts that Fin answers differently. */
export const audience: Resource = {
	name: 'Audience',
	value: 'audience',
	operations: [deleteAudience, get, getAll],
};
