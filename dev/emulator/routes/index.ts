import type { Route } from '../route';
import { activityLogRoutes } from './activity-logs';
import { adminRoutes } from './admins';
import { articleRoutes } from './articles';
import { audienceRoutes } from './audiences';
import { brandRoutes } from './brands';
import { emailRoutes } from './emails';
import { collectionRoutes } from './collections';
import { companyRoutes } from './companies';
import { contactRoutes } from './contacts';
import { contentRoutes } from './content';
import { contentSnippetRoutes } from './content-snippets';
import { contentSourceRoutes } from './content-sources';
import { conversationRoutes } from './conversations';
import { dataAttributeRoutes } from './data-attributes';
import { eventRoutes } from './events';
import { externalPageRoutes } from './external-pages';
import { helpCenterRoutes } from './help-centers';
import { internalArticleRoutes } from './internal-articles';
import { jobRoutes } from './jobs';
import { macroRoutes } from './macros';
import { messageRoutes } from './messages';
import { noteRoutes } from './notes';
import { segmentRoutes } from './segments';
import { subscriptionTypeRoutes } from './subscription-types';
import { tagRoutes } from './tags';
import { teamRoutes } from './teams';
import { ticketStateRoutes } from './ticket-states';
import { ticketTypeRoutes } from './ticket-types';
import { ticketRoutes } from './tickets';
import { visitorRoutes } from './visitors';

/**
 * Every operation the emulator plays. A new resource is one file (or folder) beside this one that
 * exports its routes, and one line here, in alphabetical order.
 */
export const routes: readonly Route[] = [
	...activityLogRoutes,
	...adminRoutes,
	...articleRoutes,
	...audienceRoutes,
	...brandRoutes,
	...emailRoutes,
	...collectionRoutes,
	...companyRoutes,
	...contactRoutes,
	...contentRoutes,
	...contentSnippetRoutes,
	...contentSourceRoutes,
	...conversationRoutes,
	...dataAttributeRoutes,
	...eventRoutes,
	...externalPageRoutes,
	...helpCenterRoutes,
	...internalArticleRoutes,
	...jobRoutes,
	...macroRoutes,
	...messageRoutes,
	...noteRoutes,
	...segmentRoutes,
	...subscriptionTypeRoutes,
	...tagRoutes,
	...teamRoutes,
	...ticketStateRoutes,
	...ticketTypeRoutes,
	...ticketRoutes,
	...visitorRoutes,
];
