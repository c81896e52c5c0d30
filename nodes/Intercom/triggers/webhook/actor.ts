import type { IDataObject } from 'n8n-workflow';

import { isBotAccount } from '../../client/bot-account';
import { isObject, membersOf, objectOf } from './json';
import type { Notification } from './notification';
import { partsOf } from './parts';
import type { ActorPlace, ActorType } from './topic';

/** Who caused what a notification is about. */
export interface Actor {
	type: ActorType;
	/** Empty where only the topic tells who it was. */
	id: string;
}

/** Intercom's types of people; an admin may be a bot all the same. */
const actorTypes: Readonly<Record<string, ActorType>> = {
	admin: 'admin',
	bot: 'bot',
	contact: 'contact',
	lead: 'contact',
	operator: 'bot',
	user: 'contact',
	visitor: 'contact',
};

function authorsOf(parts: unknown[]): unknown[] {
	return parts.map((part) => objectOf(part).author);
}

/** Whoever stands at a place, most likely first. */
const readers: Readonly<Record<ActorPlace, (shown: IDataObject) => unknown[]>> = {
	item: (shown) => [shown],
	admin: ({ admin }) => (isObject(admin) ? [{ type: 'admin', ...admin }] : []),
	adminId: ({ admin_id: id }) => [{ type: 'admin', id }],
	performedBy: ({ performed_by: performer }) => [performer],
	appliedBy: ({ tag }) => [objectOf(tag).applied_by],
	// Old payloads call the first message by another name.
	source: ({ source, conversation_message: message }) => authorsOf([source, message]),
	firstPart: (shown) => authorsOf(partsOf(shown).reverse()),
	newestPart: (shown) => authorsOf([shown.ticket_part, shown.conversation_part, ...partsOf(shown)]),
	contacts: ({ contacts, user }) => {
		const members = membersOf(contacts, 'contacts') ?? [user];
		// One of several would be a guess.
		return members.length === 1 ? [{ type: 'contact', id: objectOf(members[0]).id }] : [];
	},
};

function actorFrom(value: unknown): Actor | undefined {
	const { type, id, from_ai_agent: byAgent, email } = objectOf(value);
	if (id === undefined || id === null || id === '') return undefined;
	const known = actorTypes[String(type)];
	if (known === undefined) return undefined;
	const isBot = known === 'admin' && (byAgent === true || isBotAccount(email));
	return { type: isBot ? 'bot' : known, id: String(id) };
}

/**
 * Who caused what a notification is about: the topic says who can have, and where to look for them.
 *
 * @returns undefined where Intercom does not tell
 */
export function actorOf({ facts, shown }: Notification): Actor | undefined {
	const { who, at } = facts.actor;
	const found = at
		.flatMap((place) => readers[place](shown))
		.map(actorFrom)
		.find((actor) => actor !== undefined && who.includes(actor.type));
	return found ?? (who.length === 1 ? { type: who[0], id: '' } : undefined);
}
