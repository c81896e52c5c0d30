import type { Resource } from '../../engine/operation';
import { addTag } from './addTag';
import { create } from './create';
import { deleteInternalArticle } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { removeTag } from './removeTag';
import { search } from './search';
import { update } from './update';

/** What a team writes for itself. */
export const internalArticle: Resource = {
	name: 'Internal Article',
	value: 'internalArticle',
	operations: [addTag, create, deleteInternalArticle, get, getAll, removeTag, search, update],
};
