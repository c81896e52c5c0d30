import type { Route } from '../../route';
import { conversionRoutes } from './conversion';
import { ticketLinkRoutes } from './links';
import { ticketRecordRoutes } from './records';
import { ticketReplyRoutes } from './replies';
import { ticketTagRoutes } from './tags';

/** All operations on tickets. */
export const ticketRoutes: Route[] = [
	...conversionRoutes,
	...ticketLinkRoutes,
	...ticketRecordRoutes,
	...ticketReplyRoutes,
	...ticketTagRoutes,
];
