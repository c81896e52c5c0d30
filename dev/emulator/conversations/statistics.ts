import type { Conversation, ConversationPart } from './records';

function isContact({ author }: Pick<ConversationPart, 'author'>): boolean {
	return author.type === 'user' || author.type === 'lead';
}

function isMessage({ part_type: type, body }: ConversationPart): boolean {
	return type !== 'note' && body !== null;
}

/** Seconds between two moments; null where one of them is missing. */
function between(from: number | null, to: number | null): number | null {
	return from === null || to === null ? null : to - from;
}

/** First and last of some moments; both null where there are none. */
function ends(times: readonly number[]): { first: number | null; last: number | null } {
	return { first: times[0] ?? null, last: times.at(-1) ?? null };
}

/** The moments of what contacts said, in order. */
function contactReplies({ created_at, source, parts }: Conversation): number[] {
	return [
		...(source !== null && isContact(source) ? [created_at] : []),
		...parts.filter((part) => isContact(part) && isMessage(part)).map((part) => part.created_at),
	];
}

/** What a contact said first, in the shape of 2.16 `conversation_first_contact_reply`; null when nothing. */
export function firstContactReply(conversation: Conversation): object | null {
	const { first } = ends(contactReplies(conversation));
	return first === null ? null : { created_at: first, type: 'conversation', url: null };
}

/**
 * What Intercom counts in a conversation, in the shape of 2.16 `conversation_statistics`. Every
 * field is there, null where nothing has happened, and the first message counts as a part
 * (docs/intercom/recorded-answers.md). Office hours and medians are not played.
 */
export function statisticsOf(conversation: Conversation): object {
	const { source, parts } = conversation;
	const timesOf = (wanted: (part: ConversationPart) => boolean) =>
		ends(parts.filter(wanted).map((part) => part.created_at));
	const said = ends(contactReplies(conversation));
	// What a teammate says before a contact has said anything is no reply.
	const answered = timesOf(
		(part) =>
			said.first !== null &&
			part.created_at >= said.first &&
			part.author.type === 'admin' &&
			isMessage(part),
	);
	const assigned = timesOf(({ part_type: type }) => type.startsWith('assign'));
	const closed = timesOf(({ part_type: type }) => type === 'close');
	const closings = parts.filter(({ part_type: type }) => type === 'close');
	const closedBy = closings.at(-1)?.author.id;
	return {
		type: 'conversation_statistics',
		time_to_assignment: between(said.first, assigned.first),
		time_to_admin_reply: between(said.first, answered.first),
		time_to_first_close: between(said.first, closed.first),
		time_to_last_close: between(said.first, closed.last),
		median_time_to_reply: null,
		first_contact_reply_at: said.first,
		first_assignment_at: assigned.first,
		first_admin_reply_at: answered.first,
		first_close_at: closed.first,
		last_assignment_at: assigned.last,
		last_assignment_admin_reply_at: null,
		last_contact_reply_at: said.last,
		last_admin_reply_at: answered.last,
		last_close_at: closed.last,
		last_closed_by_id: closedBy === undefined ? null : Number(closedBy),
		count_reopens: parts.filter(({ part_type: type }) => /^open$|reopen/.test(type)).length,
		count_assignments: parts.filter(({ part_type: type }) => type.startsWith('assign')).length,
		count_conversation_parts: parts.length + (source === null ? 0 : 1),
	};
}
