import type { Operation } from '../../engine/operation';
import { internalArticleLocator } from '../locators';

export const deleteInternalArticle = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete internal article',
	description: 'Delete an internal article for good',
	request: 'DELETE /internal_articles/{internalArticleId}',
	parameters: [internalArticleLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
