import { bodyOf, integer } from '../../body-schema';
import {
	addPart,
	botAuthor,
	conversationNotFound,
	targetConversation,
} from '../../conversations/changes';
import { IntercomError } from '../../errors';
import { route, type Route } from '../../route';
import { showConversation } from './records';

function mergeFailed(message: string): IntercomError {
	return new IntercomError(422, 'merge_failed', message);
}

/** Merging one conversation into another (2.16 lines 13195-13387). */
export const conversationMergeRoutes: Route[] = [
	route<{ merge_into_conversation_id: number }>({
		operation: 'POST /conversations/{id}/merge',
		scope: 'write_conversations',
		body: bodyOf({ merge_into_conversation_id: integer }, ['merge_into_conversation_id']),
		handle(request) {
			const { state, params, body } = request;
			if (!state.conversations.has(params.id)) throw conversationNotFound();
			const secondary = targetConversation(request);
			const primaryId = String(body.merge_into_conversation_id);
			if (primaryId === secondary.id) {
				throw mergeFailed('Cannot merge a conversation into itself');
			}
			const primary = state.conversations.get(primaryId);
			if (!primary) throw mergeFailed('Primary conversation not found');
			if (secondary.merged_into !== null) {
				throw mergeFailed('Secondary conversation has already been merged');
			}
			const author = botAuthor(request, 'Operator');
			const link = (id: string) => ({ type: 'conversation' as const, id, category: null });
			addPart(
				request,
				secondary,
				{ part_type: 'merged_secondary_conversation', author },
				{
					state: 'closed',
					snoozed_until: null,
					merged_into: primary.id,
					linked_objects: [...secondary.linked_objects, link(primary.id)],
				},
			);
			const merged = addPart(
				request,
				primary,
				{ part_type: 'merged_primary_conversation', author },
				{ linked_objects: [...primary.linked_objects, link(secondary.id)] },
			);
			return showConversation(request, merged);
		},
	}),
];
