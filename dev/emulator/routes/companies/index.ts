import type { Route } from '../../route';
import { companyContentRoutes } from './contents';
import { companyListRoutes } from './lists';
import { companyRecordRoutes } from './records';
import { companyScrollRoutes } from './scroll';

/** All operations on companies. */
export const companyRoutes: Route[] = [
	...companyContentRoutes,
	...companyListRoutes,
	...companyRecordRoutes,
	...companyScrollRoutes,
];
