import type { Resource } from '../../engine/operation';
import { addNote } from './addNote';
import { addTag } from './addTag';
import { deleteCompany } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getContacts } from './getContacts';
import { getNotes } from './getNotes';
import { getSegments } from './getSegments';
import { removeTag } from './removeTag';
import { update } from './update';
import { upsert } from './upsert';

/** The organisations that contacts belong to. */
export const company: Resource = {
	name: 'Company',
	value: 'company',
	operations: [
		addNote,
		addTag,
		upsert,
		deleteCompany,
		get,
		getContacts,
		getAll,
		getNotes,
		getSegments,
		removeTag,
		update,
	],
};
