import { bodyOf, oneOfTexts, text } from '../../body-schema';
import { changeConversation } from '../../conversations/changes';
import type { Conversation } from '../../conversations/records';
import { IntercomError } from '../../errors';
import { route, type Route, type RouteRequest } from '../../route';
import { showConversation } from './records';

/** Body of 2.16 `redact_conversation_request`. */
interface RedactBody {
	type: 'conversation_part' | 'source';
	conversation_id: string;
	conversation_part_id?: string;
	source_id?: string;
}

/** What stands in the place of a message that was redacted (2.16 example redact_a_conversation_part). */
const REDACTED = '<p><i>This message was deleted</i></p>';

/** Taking the content of a message away (2.16 lines 13044-13194). */
export const conversationRedactionRoutes: Route[] = [
	route<RedactBody>({
		operation: 'POST /conversations/redact',
		scope: 'write_conversations',
		body: bodyOf(
			{
				type: oneOfTexts('conversation_part', 'source'),
				conversation_id: text,
				conversation_part_id: text,
				source_id: text,
			},
			['type', 'conversation_id'],
		),
		handle(request) {
			const conversation = request.state.conversations.get(request.body.conversation_id);
			if (!conversation) throw messageNotFound();
			const redacted =
				request.body.type === 'source'
					? redactSource(request, conversation)
					: redactPart(request, conversation);
			return showConversation(request, redacted);
		},
	}),
];

function messageNotFound(): IntercomError {
	return new IntercomError(
		404,
		'conversation_part_or_message_not_found',
		'Conversation part or message not found',
	);
}

function notRedactable(): IntercomError {
	return new IntercomError(
		400,
		'conversation_part_not_redactable',
		'Conversation part not redactable',
	);
}

function redactSource(request: RouteRequest<RedactBody>, conversation: Conversation): Conversation {
	const { source } = conversation;
	if (source === null || source.id !== request.body.source_id) throw messageNotFound();
	if (source.author.type === 'admin') throw notRedactable();
	return changeConversation(request, conversation, {
		source: { ...source, body: REDACTED, attachments: [], redacted: true },
	});
}

function redactPart(request: RouteRequest<RedactBody>, conversation: Conversation): Conversation {
	const id = request.body.conversation_part_id;
	const part = conversation.parts.find((candidate) => candidate.id === id);
	if (!part) throw messageNotFound();
	if (part.body === null) throw notRedactable();
	const redacted = {
		...part,
		body: REDACTED,
		attachments: [],
		redacted: true,
		updated_at: request.clock.seconds(),
	};
	return changeConversation(request, conversation, {
		parts: conversation.parts.map((other) => (other === part ? redacted : other)),
	});
}
