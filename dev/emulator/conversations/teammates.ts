import type { Conversation } from './records';

/** Ids of the admins who wrote or did something in a conversation, the first one first. */
export function teammatesOf(parts: Conversation['parts']): string[] {
	const admins = parts.filter(({ author }) => author.type === 'admin');
	return [...new Set(admins.map(({ author }) => author.id))];
}
