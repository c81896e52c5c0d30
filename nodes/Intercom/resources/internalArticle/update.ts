import type { Operation } from '../../engine/operation';
import { updateFieldsOf } from '../collections';
import { internalArticleLocator } from '../locators';
import {
	audienceIds,
	availability,
	body,
	bodyMarkdown,
	newAuthor,
	refuseTwoBodies,
	title,
} from '../knowledge-fields';
import { internalArticleSummary, newOwner } from './fields';

export const update = {
	name: 'Update',
	value: 'update',
	action: 'Update internal article',
	description: 'Change an internal article',
	request: 'PUT /internal_articles/{internalArticleId}',
	parameters: [
		internalArticleLocator,
		updateFieldsOf(audienceIds, newAuthor, ...availability, body, bodyMarkdown, newOwner, title),
	],
	check: (_values, content) => refuseTwoBodies(content),
	simplify: internalArticleSummary,
} satisfies Operation;
