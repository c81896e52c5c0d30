import type { Resource } from '../../engine/operation';
import { addTag } from './addTag';
import { create } from './create';
import { deleteContentSnippet } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { removeTag } from './removeTag';
import { update } from './update';

/** Short texts that Fin and Copilot answer with. */
export const contentSnippet: Resource = {
	name: 'Content Snippet',
	value: 'contentSnippet',
	operations: [addTag, create, deleteContentSnippet, get, getAll, removeTag, update],
};
