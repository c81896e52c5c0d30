import type { Resource } from '../../engine/operation';
import { addNote } from './addNote';
import { addSubscription } from './addSubscription';
import { addTag } from './addTag';
import { archive } from './archive';
import { attachCompany } from './attachCompany';
import { block } from './block';
import { create } from './create';
import { deleteContact } from './delete';
import { detachCompany } from './detachCompany';
import { dismissBanner } from './dismissBanner';
import { get } from './get';
import { getAll } from './getAll';
import { getBanners } from './getBanners';
import { getCompanies } from './getCompanies';
import { getMergeHistory } from './getMergeHistory';
import { getNotes } from './getNotes';
import { getSegments } from './getSegments';
import { getSubscriptions } from './getSubscriptions';
import { getTags } from './getTags';
import { merge } from './merge';
import { removeSubscription } from './removeSubscription';
import { removeTag } from './removeTag';
import { search } from './search';
import { unarchive } from './unarchive';
import { update } from './update';
import { upsert } from './upsert';

/** People: users and leads. */
export const contact: Resource = {
	name: 'Contact',
	value: 'contact',
	operations: [
		addNote,
		addSubscription,
		addTag,
		archive,
		attachCompany,
		block,
		create,
		upsert,
		deleteContact,
		detachCompany,
		dismissBanner,
		get,
		getBanners,
		getCompanies,
		getAll,
		getMergeHistory,
		getNotes,
		getSegments,
		getSubscriptions,
		getTags,
		merge,
		removeSubscription,
		removeTag,
		search,
		unarchive,
		update,
	],
};
