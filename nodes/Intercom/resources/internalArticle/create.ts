import type { Completion, Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import { actingAdminId } from '../acting-admin';
import {
	audienceIds,
	author,
	authorOrMe,
	availability,
	bodyInEitherFormat,
	title,
} from '../knowledge-fields';
import { internalArticleSummary, owner } from './fields';

const ownerOrMe: Completion = async ({ client, values }) => ({
	owner_id: Number(await actingAdminId(client, values.ownerId)),
});

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create internal article',
	description: 'Create an article that only teammates and the AI features you choose see',
	request: 'POST /internal_articles',
	requests: ['GET /me'],
	parameters: [
		{ ...title, required: true },
		...bodyInEitherFormat,
		author,
		owner,
		additionalFieldsOf(audienceIds, ...availability),
	],
	complete: [authorOrMe, ownerOrMe],
	simplify: internalArticleSummary,
} satisfies Operation;
