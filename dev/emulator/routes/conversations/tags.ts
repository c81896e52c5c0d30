import { bodyOf, text } from '../../body-schema';
import { actingAdmin, addPart, botAuthor, targetConversation } from '../../conversations/changes';
import type { Conversation } from '../../conversations/records';
import { IntercomError } from '../../errors';
import { presentAppliedTag } from '../../present/tag';
import type { AppliedTag } from '../../records';
import { route, type Route, type Workspace } from '../../route';

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
			writeTags(request, conversation, [...conversation.tags, applied]);
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
			writeTags(request, conversation, tags);
			const [removed] = presentAppliedTag(request.state, applied);
			return { ...removed, applied_at: null, applied_by: null };
		},
	}),
];

/** The bot notes it by a part without text (docs/intercom/recorded-answers.md). */
function writeTags(
	workspace: Workspace,
	conversation: Conversation,
	tags: readonly AppliedTag[],
): void {
	const part = { part_type: 'conversation_tags_updated', author: botAuthor(workspace, 'Operator') };
	addPart(workspace, conversation, part, { tags });
}
