import type { Route } from '../../route';
import { contentBulkActionRoutes } from './bulk-actions';
import { contentSearchRoutes } from './search';

/** All operations on knowledge of any kind. */
export const contentRoutes: Route[] = [...contentBulkActionRoutes, ...contentSearchRoutes];
