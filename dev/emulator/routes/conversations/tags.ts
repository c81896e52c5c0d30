import { bodyOf, text } from '../../body-schema';
import { actingAdmin, changeConversation, targetConversation } from '../../conversations/changes';
import { IntercomError } from '../../errors';
import { presentAppliedTag } from '../../present/tag';
import type { AppliedTag } from '../../records';
import { route, type Route } from '../../route';

const admin = { type: ['string', 'integer'] } as const;

function tagNotFound(): IntercomError {
	return new IntercomError(404, 'tag_not_found', 'Tag not found');
}

/** Tags of a conversation, which name the admin who acts (2.16 lines 10522-10723). */
export const conversationTagRoutes: Route[] = [
	route<{ id: string; admin_id: number | string }>({
		operation: 'POST /conversations/{conversation_id}/tags',
		scope: 'write_conversations',
		body: bodyOf({ id: text, admin_id: admin }, ['id', 'admin_id']),
		handle(request) {
			const { state, clock, body } = request;
			const conversation = targetConversation(request);
			if (!state.tags.has(body.id)) throw tagNotFound();
			const { id: adminId } = actingAdmin(request, body.admin_id);
			const known = conversation.tags.find(({ id }) => id === body.id);
			if (known) return presentAppliedTag(state, known)[0];
			const applied: AppliedTag = {
				id: body.id,
				applied_at: clock.seconds(),
				applied_by: { type: 'admin', id: adminId },
			};
			changeConversation(request, conversation, { tags: [...conversation.tags, applied] });
			return presentAppliedTag(state, applied)[0];
		},
	}),
	route<{ admin_id: number | string }>({
		operation: 'DELETE /conversations/{conversation_id}/tags/{tag_id}',
		scope: 'write_conversations',
		body: bodyOf({ admin_id: admin }, ['admin_id']),
		handle(request) {
			const conversation = targetConversation(request);
			actingAdmin(request, request.body.admin_id);
			const applied = conversation.tags.find(({ id }) => id === request.params.tag_id);
			if (!applied) throw tagNotFound();
			const tags = conversation.tags.filter((tag) => tag !== applied);
			changeConversation(request, conversation, { tags });
			return presentAppliedTag(request.state, applied)[0];
		},
	}),
];
