import type { Route } from '../../route';
import { contactBannerRoutes } from './banners';
import { contactCompanyRoutes } from './companies';
import { contactLifecycleRoutes } from './lifecycle';
import { contactNoteRoutes } from './notes';
import { contactRecordRoutes } from './records';
import { contactSegmentRoutes } from './segments';
import { contactSubscriptionRoutes } from './subscriptions';
import { contactTagRoutes } from './tags';

/** All operations on contacts. */
export const contactRoutes: Route[] = [
	...contactBannerRoutes,
	...contactCompanyRoutes,
	...contactLifecycleRoutes,
	...contactNoteRoutes,
	...contactRecordRoutes,
	...contactSegmentRoutes,
	...contactSubscriptionRoutes,
	...contactTagRoutes,
];
