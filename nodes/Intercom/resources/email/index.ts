import type { Resource } from '../../engine/operation';
import { get } from './get';
import { getAll } from './getAll';

/** The addresses that the workspace sends emails from. */
export const email: Resource = {
	name: 'Sender Address',
	value: 'email',
	operations: [get, getAll],
};
