import type { Operation } from '../../engine/operation';
import { additionalFieldsOf } from '../collections';
import {
	audienceIds,
	author,
	authorOrMe,
	availability,
	bodyInEitherFormat,
	refuseTwoBodies,
	title,
} from '../knowledge-fields';
import {
	articleSummary,
	articleTranslations,
	checkSchedule,
	description,
	parentOfNew,
	scheduledPublishAt,
	state,
} from './fields';

export const create = {
	name: 'Create',
	value: 'create',
	action: 'Create article',
	description: 'Create an article for the help center',
	request: 'POST /articles',
	requests: ['GET /me'],
	parameters: [
		{ ...title, required: true },
		...bodyInEitherFormat,
		state,
		author,
		additionalFieldsOf(audienceIds, ...availability, parentOfNew, description, scheduledPublishAt),
		articleTranslations,
	],
	complete: [authorOrMe],
	check: (_values, content) => {
		refuseTwoBodies(content);
		checkSchedule(content);
	},
	simplify: articleSummary,
} satisfies Operation;
