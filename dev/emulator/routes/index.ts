import type { Route } from '../route';
import { adminRoutes } from './admins';
import { companyRoutes } from './companies';
import { contactRoutes } from './contacts';
import { dataAttributeRoutes } from './data-attributes';
import { messageRoutes } from './messages';
import { noteRoutes } from './notes';
import { segmentRoutes } from './segments';
import { subscriptionTypeRoutes } from './subscription-types';
import { tagRoutes } from './tags';
import { teamRoutes } from './teams';

/**
 * Every operation the emulator plays. A new resource is one file (or folder) beside this one that
 * exports its routes, and one line here, in alphabetical order.
 */
export const routes: readonly Route[] = [
	...adminRoutes,
	...companyRoutes,
	...contactRoutes,
	...dataAttributeRoutes,
	...messageRoutes,
	...noteRoutes,
	...segmentRoutes,
	...subscriptionTypeRoutes,
	...tagRoutes,
	...teamRoutes,
];
