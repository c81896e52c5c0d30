import { contentTagRoutes } from '../content-tags';
import type { Route } from '../../route';
import { articleDraftRoutes } from './drafts';
import { articleRecordRoutes } from './records';
import { articleSearchRoutes } from './search';
import { articleVersionRoutes } from './versions';

/** All operations on articles. */
export const articleRoutes: Route[] = [
	...articleDraftRoutes,
	...articleRecordRoutes,
	...articleSearchRoutes,
	...articleVersionRoutes,
	...contentTagRoutes({
		path: '/articles/{article_id}',
		scope: 'write_articles',
		missing: ['article_not_found', 'Article not found'],
		records: (state) => state.articles,
	}),
];
