/** Who can cause something: a teammate, Fin or another bot, or a contact (user, lead or visitor). */
export type ActorType = 'admin' | 'bot' | 'contact';

/** Places where a notification names somebody; `actor.ts` reads them. */
export type ActorPlace =
	/** The admin that the notification is about. */
	| 'item'
	/** `admin`, which has no `type`. */
	| 'admin'
	/** `admin_id`. */
	| 'adminId'
	/** `performed_by`. */
	| 'performedBy'
	/** `tag.applied_by`. */
	| 'appliedBy'
	/** The author of the message that began a conversation. */
	| 'source'
	/** The author of the oldest part that the notification carries. */
	| 'firstPart'
	/** The author of the part beside the record, else of the newest part. */
	| 'newestPart'
	/** The only contact of a conversation or ticket. */
	| 'contacts';

/** How to tell who caused what a topic is about. */
export interface ActorRule {
	/** Those who can cause it; anybody else named by the notification is passed over. */
	who: readonly ActorType[];
	/** Where to look, most exact place first. None: Intercom does not say who it was. */
	at: readonly ActorPlace[];
}

/** The record that a topic is about. */
export interface RecordRule {
	/** Where it stands in `data.item`, dots nest; the first place that holds an object counts, else the item is the record. */
	at: readonly string[];
	/** Its type, where Intercom names none. */
	type?: string;
	/** Name of the object beside it that can be read in full where the record itself can't. */
	read?: string;
}

/** What is special about a topic in its group. */
export interface TopicFacts {
	/** Who causes it; default: the group's rule. */
	actor?: ActorRule;
	/** Field that holds the record's id; default: `id`. */
	id?: string;
	/** Whether the record can't be read any more. */
	gone?: boolean;
	/** Fields of the record that only notifications have. */
	own?: readonly string[];
	/** Whether it is about one part of the record, the only one that the notification carries. */
	part?: boolean;
	/** Further names under which Intercom sends or documents it. */
	aliases?: readonly string[];
}

/** A kind of event that Intercom can notify about. */
export interface Topic extends TopicFacts {
	/** As the Developer Hub and notifications name it, e.g. `conversation.user.replied`. */
	name: string;
	/** As the node shows it after its group, Title Case. */
	label: string;
	/** When Intercom sends it. */
	description: string;
}

/** Topics about one kind of object. They need the same permission of the app. */
export interface TopicGroup {
	/** Title Case, singular. */
	name: string;
	/** The permissions of which the app needs one, as the Developer Hub shows them; none where it is not documented. */
	permissions: readonly string[];
	/** Default: the object under the topic's first word, else the item. */
	record?: RecordRule;
	/** Who causes the group's topics; default: Intercom does not say. */
	actor?: ActorRule;
	topics: readonly Topic[];
}

/** Anybody, told by what the newest part says. */
export const byNewestPart: ActorRule = { who: ['admin', 'bot', 'contact'], at: ['newestPart'] };

/** A teammate or a bot, told by the newest part of one of them. */
export const byTeam: ActorRule = { who: ['admin', 'bot'], at: ['newestPart'] };

/** A contact, who wrote the newest part of a contact. */
export const byReplyingContact: ActorRule = { who: ['contact'], at: ['newestPart', 'contacts'] };

/** A contact, who left no part. */
export const byContact: ActorRule = { who: ['contact'], at: ['contacts'] };

/** An admin, about whom the notification is. */
export const byItself: ActorRule = { who: ['admin', 'bot'], at: ['item'] };

/** Whoever added or removed a tag, where the tag says so. */
export const byTagger: ActorRule = { who: ['admin', 'bot'], at: ['appliedBy'] };

/** Intercom does not say who it was. */
export const byUnknown: ActorRule = { who: [], at: [] };

/** Whoever began a conversation; bots may have answered already. */
export function begunBy(...who: ActorType[]): ActorRule {
	return { who, at: ['source', 'firstPart', 'contacts'] };
}

/** A topic and what is special about it. */
export function topic(
	name: string,
	label: string,
	description: string,
	facts: TopicFacts = {},
): Topic {
	return { name, label, description, ...facts };
}

/** A topic whose record can't be read any more. */
export function removal(
	name: string,
	label: string,
	description: string,
	facts: TopicFacts = {},
): Topic {
	return topic(name, label, description, { actor: byUnknown, gone: true, ...facts });
}
