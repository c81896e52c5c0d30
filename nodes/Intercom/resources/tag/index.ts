import type { Resource } from '../../engine/operation';
import { addToContacts } from './addToContacts';
import { create } from './create';
import { deleteTag } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

/** Labels for contacts, companies, conversations and knowledge. */
export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	operations: [addToContacts, create, deleteTag, get, getAll, update],
};
