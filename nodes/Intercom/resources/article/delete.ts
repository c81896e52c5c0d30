import type { Operation } from '../../engine/operation';
import { articleLocator } from '../locators';

export const deleteArticle = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete article',
	description: 'Delete an article for good',
	request: 'DELETE /articles/{articleId}',
	parameters: [articleLocator],
	emptyAnswer: { deleted: true },
} satisfies Operation;
