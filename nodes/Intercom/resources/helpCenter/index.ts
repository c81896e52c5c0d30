import type { Resource } from '../../engine/operation';
import { createRedirect } from './createRedirect';
import { deleteRedirect } from './deleteRedirect';
import { get } from './get';
import { getAll } from './getAll';
import { getRedirect } from './getRedirect';
import { getRedirects } from './getRedirects';

/** Public sites of articles, and the redirects from their old addresses. */
export const helpCenter: Resource = {
	name: 'Help Center',
	value: 'helpCenter',
	operations: [createRedirect, deleteRedirect, get, getAll, getRedirect, getRedirects],
};
