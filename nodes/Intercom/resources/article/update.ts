import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { articleLocator } from '../locators';
import {
	audienceIds,
	availability,
	body,
	bodyMarkdown,
	newAuthor,
	refuseTwoBodies,
	title,
} from '../knowledge-fields';
import {
	articleSummary,
	articleTranslations,
	checkSchedule,
	description,
	newParent,
	scheduledPublishAt,
	scheduledUnpublishAt,
	state,
} from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update article',
	description:
		'Change an article. Changes to a published one go live at once; to prepare them first, use Save Draft.',
	request: 'PUT /articles/{articleId}',
	parameters: [
		articleLocator,
		updateFieldsOf(
			audienceIds,
			newAuthor,
			...availability,
			body,
			bodyMarkdown,
			newParent,
			description,
			scheduledPublishAt,
			state,
			title,
			scheduledUnpublishAt,
		),
		articleTranslations,
	],
	check: (_values, content) => {
		refuseTwoBodies(content);
		checkSchedule(content);
	},
	simplify: articleSummary,
} satisfies Operation;
