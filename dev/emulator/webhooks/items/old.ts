import { adminDoes, adminSays, byAdmin, contactSays, said } from './acts';
import { shortCompanyItem } from './company';
import { oldUserItem } from './contact';
import { oldConversationItem, type PartSketch } from './conversation';
import { eventItem } from './other';
import { contactAuthor } from './people';
import { HAPPENED, type ItemMaker, type Sample } from './sample';

const oldConversation =
	(parts: (sample: Sample) => PartSketch[], differing: object = {}): ItemMaker =>
	(sample) => ({ ...oldConversationItem(sample, parts(sample)), ...differing });

/** Nobody as the assignee of a conversation. */
const nobody = { type: 'nobody_admin', id: null };

const oldUser: ItemMaker = ({ workspace, contact: one }) => oldUserItem(workspace, one);

const oldTagged =
	(kind: 'contact' | 'user'): ItemMaker =>
	(sample) => ({
		type: `${kind}_tag`,
		created_at: HAPPENED,
		admin: { type: 'admin' },
		[kind]: oldUser(sample),
		tag: { type: 'tag', id: sample.tag.id, name: sample.tag.name },
	});

/** The items of payloads of API 1.x by topic. */
export const oldItems: Readonly<Record<string, ItemMaker>> = {
	'company.created': ({ workspace, company: one }) => shortCompanyItem(workspace, one),
	'contact.added_email': oldUser,
	'contact.created': oldUser,
	'contact.signed_up': oldUser,
	'contact.tag.created': oldTagged('contact'),
	'contact.tag.deleted': oldTagged('contact'),
	'conversation.admin.assigned': oldConversation(adminDoes('assignment', true)),
	'conversation.admin.closed': oldConversation(adminDoes('close')),
	'conversation.admin.noted': oldConversation(adminSays('note')),
	'conversation.admin.opened': oldConversation(adminDoes('open', true)),
	'conversation.admin.replied': oldConversation((sample) => [
		{ ...said(byAdmin(sample), 'assignment'), assigns: true },
		...adminSays()(sample),
	]),
	'conversation.admin.single.created': (sample) => oldConversationItem(sample, [], byAdmin(sample)),
	'conversation.admin.snoozed': oldConversation(adminDoes('snoozed'), {
		state: 'snoozed',
		snoozed_until: HAPPENED + 86_400,
	}),
	'conversation.admin.unsnoozed': oldConversation(adminDoes('unsnoozed')),
	'conversation.user.created': oldConversation(() => [], {
		assignee: nobody,
		conversation_rating: undefined,
	}),
	'conversation.user.replied': oldConversation(contactSays, { conversation_rating: undefined }),
	'conversation_part.redacted': oldConversation(adminSays()),
	'conversation_part.tag.created': (sample) =>
		oldConversationItem(sample, contactSays(sample), contactAuthor(sample), true),
	'event.created': (sample) => ({ ...eventItem(sample), ext_metadata: {} }),
	'user.created': oldUser,
	'user.deleted': ({ contact: { id, external_id, email } }) => ({
		type: 'user',
		id,
		user_id: external_id,
		email,
	}),
	'user.email.updated': oldUser,
	'user.tag.created': oldTagged('user'),
	'user.tag.deleted': oldTagged('user'),
};
