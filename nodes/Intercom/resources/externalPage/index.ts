import type { Resource } from '../../engine/operation';
import { deleteExternalPage } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';
import { upsert } from './upsert';

/** Pages from outside of Intercom that Fin answers with. */
export const externalPage: Resource = {
	name: 'External Page',
	value: 'externalPage',
	operations: [upsert, deleteExternalPage, get, getAll, update],
};
