import { IntercomError, parameterInvalid } from '../errors';
import type { Admin, Contact } from '../records';
import type { RouteRequest, Workspace } from '../route';
import type { Author, Conversation, ConversationPart, ConversationSource } from './records';

/** 404 for a conversation (2.16 examples). */
export function conversationNotFound(): IntercomError {
	return new IntercomError(404, 'not_found', 'Resource Not Found');
}

/**
 * The conversation in a route's path: its `{conversation_id}` or `{id}`.
 * @throws IntercomError 404
 */
export function targetConversation({ state, params }: RouteRequest): Conversation {
	const conversation = state.conversations.get(params.conversation_id ?? params.id);
	if (!conversation) throw conversationNotFound();
	return conversation;
}

/**
 * The admin who acts. Ids come as text; the description's own examples have numbers.
 * @throws IntercomError 404 for an unknown one
 */
export function actingAdmin({ state }: Workspace, id: number | string | undefined): Admin {
	const admin = state.admins.get(String(id ?? ''));
	if (!admin) throw new IntercomError(404, 'admin_not_found', 'Admin not found');
	return admin;
}

/** An admin as the author of a part. */
export function adminAuthor({ id, name, email }: Admin): Author {
	return { type: 'admin', id, name, email };
}

/** A contact as the author of a part. */
export function contactAuthor({ role, id, name, email }: Contact): Author {
	return { type: role, id, name, ...(email === null ? {} : { email }) };
}

/** Fin, who signs for what the API changes (2.16, example of `PUT /conversations/{id}`). */
export function botAuthor({ state }: Workspace, name: 'Fin' | 'Operator' = 'Fin'): Author {
	return { type: 'bot', id: '991267654', name, email: `operator+${state.appId}@intercom.io` };
}

/** What a part says besides its place and time. */
export type PartDetails = Pick<ConversationPart, 'part_type' | 'author'> &
	Partial<ConversationPart>;

/**
 * Adds a part to a conversation and changes its fields.
 * @returns the conversation as it is afterwards
 */
export function addPart(
	{ state, clock }: Workspace,
	conversation: Conversation,
	details: PartDetails,
	changes: Partial<Conversation> = {},
): Conversation {
	const now = clock.seconds();
	const changed = { ...conversation, updated_at: now, ...changes };
	const part: ConversationPart = {
		id: state.identifiers.nextNumber('conversationPart'),
		body: null,
		created_at: now,
		updated_at: now,
		assigned_to: null,
		attachments: [],
		redacted: false,
		metadata: {},
		state: changed.state,
		event_details: null,
		...details,
	};
	const stored = { ...changed, parts: [...changed.parts, part] };
	state.conversations.set(stored.id, stored);
	return stored;
}

/** Replaces fields of a conversation and dates the change. */
export function changeConversation(
	{ state, clock }: Workspace,
	conversation: Conversation,
	changes: Partial<Conversation>,
): Conversation {
	const changed = { ...conversation, updated_at: clock.seconds(), ...changes };
	state.conversations.set(changed.id, changed);
	return changed;
}

/** What opens a conversation. */
export type NewConversation = Pick<Conversation, 'contact_ids'> &
	Partial<Omit<Conversation, 'source'>> & {
		source: Pick<ConversationSource, 'author' | 'body'> & Partial<ConversationSource>;
	};

/**
 * Attributes that Intercom itself sets on every conversation
 * (docs/intercom/recorded-answers.md): names with spaces and punctuation.
 */
function ownAttributes({ author }: Pick<ConversationSource, 'author'>): Record<string, unknown> {
	return {
		'Copilot used': false,
		'Created by': author.type === 'admin' ? Number(author.id) : 0,
		'Fin AI Agent: Preview': false,
	};
}

/**
 * Stores a new conversation: open, unread and unassigned unless it says otherwise. That of a contact
 * with a company begins with a part of the bot without text, which notes the company
 * (docs/intercom/recorded-answers.md).
 */
export function openConversation(
	workspace: Workspace,
	{ source, ...details }: NewConversation,
): Conversation & { source: ConversationSource } {
	const { state, clock } = workspace;
	const now = details.created_at ?? clock.seconds();
	const byContact = source.author.type === 'user' || source.author.type === 'lead';
	const opening: ConversationSource = {
		type: 'conversation',
		id: state.identifiers.nextNumber('message'),
		delivered_as: byContact ? 'customer_initiated' : 'admin_initiated',
		subject: '',
		attachments: [],
		redacted: false,
		...source,
	};
	const conversation = {
		id: state.identifiers.nextNumber('conversation'),
		title: null,
		created_at: now,
		updated_at: now,
		waiting_since: byContact ? now : null,
		snoozed_until: null,
		state: 'open',
		read: false,
		priority: 'none',
		admin_assignee_id: 0,
		team_assignee_id: 0,
		company_id: null,
		tags: [],
		custom_attributes: ownAttributes(source),
		parts: [],
		merged_into: null,
		linked_objects: [],
		handling_events: [],
		side_conversations: [],
		...details,
		source: opening,
	} satisfies Conversation;
	state.conversations.set(conversation.id, conversation);
	const [companyId] = state.contacts.get(conversation.contact_ids[0])?.company_ids ?? [];
	if (companyId === undefined) return conversation;
	const part = { part_type: 'company_updated', author: botAuthor(workspace, 'Operator') };
	const changes = { company_id: companyId, updated_at: conversation.updated_at };
	return { ...addPart(workspace, conversation, part, changes), source: opening };
}

/** The contact named by one of the keys that Intercom takes for it. */
export interface ContactKeys {
	intercom_user_id?: string;
	user_id?: string;
	email?: string;
}

/**
 * The contact that a body names; undefined where there is none.
 * @throws IntercomError 400 when it names none or several
 */
export function namedContact({ state }: Workspace, keys: ContactKeys): Contact | undefined {
	const { intercom_user_id: id, user_id: externalId, email } = keys;
	const given = [id, externalId, email].filter((key) => key !== undefined);
	if (given.length !== 1) {
		throw parameterInvalid('Exactly one of intercom_user_id, user_id and email is needed');
	}
	const found =
		id !== undefined
			? [state.contacts.get(id)]
			: externalId !== undefined
				? state.contacts.find('externalId', externalId)
				: state.contacts.find('email', String(email).toLowerCase());
	return found.find((contact) => contact?.status === 'active');
}
