import type { Resource } from '../../engine/operation';
import { addTag } from './addTag';
import { create } from './create';
import { deleteArticle } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getDraft } from './getDraft';
import { getVersion } from './getVersion';
import { getVersions } from './getVersions';
import { publishDraft } from './publishDraft';
import { removeTag } from './removeTag';
import { saveDraft } from './saveDraft';
import { search } from './search';
import { update } from './update';

/** What a help center tells the public. */
export const article: Resource = {
	name: 'Article',
	value: 'article',
	operations: [
		addTag,
		create,
		deleteArticle,
		get,
		getDraft,
		getAll,
		getVersion,
		getVersions,
		publishDraft,
		removeTag,
		saveDraft,
		search,
		update,
	],
};
