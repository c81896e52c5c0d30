import type { Conversation, ConversationPart } from './records';

function isContact({ author }: Pick<ConversationPart, 'author'>): boolean {
	return author.type === 'user' || author.type === 'lead';
}

function isMessage({ part_type: type, body }: ConversationPart): boolean {
	return type !== 'note' && body !== null;
}

/** Seconds between two moments; undefined where one of them is missing. */
function between(from: number | undefined, to: number | undefined): number | undefined {
	return from === undefined || to === undefined ? undefined : to - from;
}

/**
 * What Intercom counts in a conversation, in the shape of 2.16 `conversation_statistics`. Office
 * hours are not played; details that do not exist yet are left out.
 */
export function statisticsOf({ created_at: createdAt, source, parts }: Conversation): object {
	const timesOf = (wanted: (part: ConversationPart) => boolean) =>
		parts.filter(wanted).map((part) => part.created_at);
	const contactReplies = [
		...(isContact(source) ? [createdAt] : []),
		...timesOf((part) => isContact(part) && isMessage(part)),
	];
	const adminReplies = timesOf((part) => part.author.type === 'admin' && isMessage(part));
	const assignments = timesOf(({ part_type: type }) => type.startsWith('assign'));
	const closings = parts.filter(({ part_type: type }) => type === 'close');
	const firstReply = contactReplies[0];
	return {
		type: 'conversation_statistics',
		time_to_assignment: between(firstReply, assignments[0]),
		time_to_admin_reply: between(firstReply, adminReplies[0]),
		time_to_first_close: between(firstReply, closings[0]?.created_at),
		time_to_last_close: between(firstReply, closings.at(-1)?.created_at),
		first_contact_reply_at: firstReply,
		first_assignment_at: assignments[0],
		first_admin_reply_at: adminReplies[0],
		first_close_at: closings[0]?.created_at,
		last_assignment_at: assignments.at(-1),
		last_contact_reply_at: contactReplies.at(-1),
		last_admin_reply_at: adminReplies.at(-1),
		last_close_at: closings.at(-1)?.created_at,
		last_closed_by_id: closings.at(-1)?.author.id,
		count_reopens: parts.filter(({ part_type: type }) => /^open$|reopen/.test(type)).length,
		count_assignments: assignments.length,
		count_conversation_parts: parts.length,
	};
}
