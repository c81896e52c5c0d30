import type { Route } from '../../route';
import { conversationAttributeRoutes } from './attributes';
import { deletedConversationRoutes } from './deleted';
import { conversationMergeRoutes } from './merge';
import { conversationParticipantRoutes } from './participants';
import { conversationPartRoutes } from './parts';
import { conversationRecordRoutes } from './records';
import { conversationRedactionRoutes } from './redaction';
import { conversationReplyRoutes } from './replies';
import { conversationSearchRoutes } from './search';
import { conversationSideRoutes } from './sides';
import { conversationTagRoutes } from './tags';

/** Everything about conversations (2.16 lines 10522-14250). */
export const conversationRoutes: Route[] = [
	...conversationAttributeRoutes,
	...deletedConversationRoutes,
	...conversationMergeRoutes,
	...conversationParticipantRoutes,
	...conversationPartRoutes,
	...conversationRecordRoutes,
	...conversationRedactionRoutes,
	...conversationReplyRoutes,
	...conversationSearchRoutes,
	...conversationSideRoutes,
	...conversationTagRoutes,
];
