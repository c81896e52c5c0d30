import type { Workspace } from '../../route';
import { adminDoes, adminSays, botIsNewest, botSays, byAdmin, contactSays, said } from './acts';
import { companyItem, shortCompanyItem } from './company';
import {
	contactItem,
	joiningContactItem,
	oldUserItem,
	subscribedContactItem,
	visitingContactItem,
} from './contact';
import { conversationItem, joinedConversationItem, type PartSketch } from './conversation';
import { oldItems } from './old';
import {
	activityItem,
	apiRequestItem,
	articleItem,
	connectorRunItem,
	contentStatItem,
	eventItem,
	subscriptionTypesItem,
} from './other';
import { adminItem, contactAuthor } from './people';
import { HAPPENED, iso, sampleOf, type ItemMaker, type Sample } from './sample';
import {
	joinedTicketItem,
	loneTicketItem,
	ticketItem,
	ticketPartItem,
	type TicketPartSketch,
} from './ticket';

const contact: ItemMaker = ({ workspace, contact: one }) => contactItem(workspace, one);
const joining: ItemMaker = ({ workspace, contact: one }) => joiningContactItem(workspace, one);
const company: ItemMaker = ({ workspace, company: one }) => companyItem(workspace, one);
const admin: ItemMaker = (sample) => adminItem(sample.teammate);

const deletedContact =
	(mark: object): ItemMaker =>
	({ contact: { id, external_id } }) => ({ type: 'contact', id, external_id, ...mark });

const tagged: ItemMaker = (sample) => ({
	type: 'contact_tag',
	contact: contact(sample),
	tag: { type: 'tag', id: sample.tag.id, name: sample.tag.name },
});

const subscription =
	(type: string): ItemMaker =>
	(sample) => ({
		type,
		created_at: HAPPENED,
		contact: subscribedContactItem(sample.workspace, sample.contact),
		subscription_types: subscriptionTypesItem(),
	});

const companyWithContact: ItemMaker = (sample) => ({
	company: shortCompanyItem(sample.workspace, sample.company),
	contact: joining(sample),
});

const conversationWithContact: ItemMaker = (sample) => ({
	conversation: joinedConversationItem(sample),
	contact: joining(sample),
});

const ticketWithContact: ItemMaker = (sample) => ({
	ticket: joinedTicketItem(sample),
	contact: joining(sample),
});

const conversation =
	(parts: (sample: Sample) => PartSketch[]): ItemMaker =>
	(sample) =>
		conversationItem(sample, parts(sample));

/** What every sample ticket went through before. */
const ticketHistory = (sample: Sample): TicketPartSketch[] => [
	{
		author: contactAuthor(sample),
		part_type: 'comment',
		body: '<p>A refund, please.</p>',
		moves: true,
	},
	{
		author: byAdmin(sample),
		part_type: 'assignment',
		assigned_to: { type: 'admin', id: sample.admin.id },
	},
];

/** A ticket beside the part that it is about. */
const ticketWithPart =
	(part: (sample: Sample) => TicketPartSketch): ItemMaker =>
	(sample) => ({
		type: 'ticket_ticket_part',
		ticket: ticketItem(sample, [...ticketHistory(sample), part(sample)]),
		ticket_part: ticketPartItem(part(sample)),
	});

const ticketAlone =
	(...names: Array<'updates'>): ItemMaker =>
	(sample) =>
		loneTicketItem(sample, [
			...(names.length === 0 ? ticketHistory(sample).slice(0, 1) : ticketHistory(sample)),
			...names.map((name) => ({
				author: byAdmin(sample),
				part_type: 'ticket_attribute_updated_by_admin',
				[name]: true,
			})),
		]);

/** The people of a closed ticket come with a role, and without their type. */
const closedTicket: ItemMaker = (sample) => ({
	...ticketAlone('updates')(sample),
	contacts: {
		type: 'contact.list',
		contacts: [{ id: sample.contact.id, role: sample.contact.role }],
	},
});

const contentStat =
	(type: string): ItemMaker =>
	(sample) => ({
		type: `content_stat.${type}`,
		created_at: iso(HAPPENED),
		content_stat: contentStatItem(type),
		contact: visitingContactItem(sample.workspace, sample.contact),
	});

/** The items of today's payloads by topic. */
const items: Readonly<Record<string, ItemMaker>> = {
	'admin.activity_log_event.created': activityItem,
	'admin.added_to_workspace': admin,
	'admin.away_mode_updated': admin,
	'admin.logged_in': admin,
	'admin.logged_out': admin,
	'admin.removed_from_workspace': admin,
	'api.request.completed': apiRequestItem,
	'company.contact.attached': companyWithContact,
	'company.contact.detached': companyWithContact,
	'company.deleted': ({ company: { id } }) => ({ type: 'company', id, deleted: true }),
	'contact.archived': deletedContact({ archived: true }),
	'contact.deleted': deletedContact({ deleted: true }),
	'contact.lead.tag.created': tagged,
	'contact.lead.tag.deleted': tagged,
	'contact.subscribed': subscription('contact_subscribe'),
	'contact.unsubscribed': subscription('contact_unsubscribe'),
	'contact.user.tag.created': tagged,
	'contact.user.tag.deleted': tagged,
	'conversation.admin.assigned': conversation(adminDoes('assignment', true)),
	'conversation.admin.closed': conversation(adminDoes('close')),
	'conversation.admin.noted': conversation(adminSays('note')),
	'conversation.admin.open.assigned': conversation((sample) => [
		{ ...said(byAdmin(sample), 'assign_and_reopen'), assigns: true },
	]),
	'conversation.admin.opened': conversation(adminDoes('open')),
	'conversation.admin.replied': conversation(adminSays()),
	'conversation.admin.snoozed': conversation(adminDoes('snoozed')),
	'conversation.admin.unsnoozed': conversation(adminDoes('unsnoozed')),
	'conversation.contact.attached': conversationWithContact,
	'conversation.contact.detached': conversationWithContact,
	'conversation.deleted': (sample) => ({
		type: 'conversation',
		conversation_id: String(Reflect.get(conversationItem(sample, []), 'id')),
	}),
	'conversation.operator.replied': conversation(botSays),
	'conversation.priority.updated': conversation(adminDoes('priority_changed')),
	'conversation.read': conversation(botIsNewest),
	'conversation.user.created': conversation(botIsNewest),
	'conversation_part.redacted': conversation(adminSays()),
	'conversation_part.tag.created': conversation(adminSays()),
	'data_connector.execution.completed': connectorRunItem,
	'event.created': eventItem,
	'granular.subscribe': subscription('granular_subscribe'),
	'granular.unsubscribe': subscription('granular_unsubscribe'),
	'ticket.admin.assigned': ticketWithPart((sample) => ticketHistory(sample)[1]),
	'ticket.admin.replied': ticketWithPart((sample) => ({
		...said(byAdmin(sample)),
		assigned_to: { type: 'admin', id: sample.admin.id },
	})),
	'ticket.attribute.updated': ticketWithPart((sample) => ({
		author: byAdmin(sample),
		part_type: 'ticket_attribute_updated_by_admin',
		updates: true,
	})),
	'ticket.closed': closedTicket,
	'ticket.contact.attached': ticketWithContact,
	'ticket.contact.detached': ticketWithContact,
	'ticket.contact.replied': ticketWithPart((sample) => ({
		...said(contactAuthor(sample)),
		author: { ...contactAuthor(sample), name: null },
	})),
	'ticket.note.created': ticketWithPart((sample) => said(byAdmin(sample), 'note')),
	'ticket.team.assigned': ticketWithPart((sample) => ({
		author: byAdmin(sample),
		part_type: 'assignment',
		assigned_to: { type: 'team', id: sample.team.id },
	})),
	'visitor.signed_up': ({ workspace, contact: one }) => oldUserItem(workspace, one),
};

/** The items of topics that are not listed one by one, by their first word. */
const itemsOfKind: Readonly<Record<string, ItemMaker>> = {
	admin,
	article: articleItem,
	company,
	contact,
	conversation: conversation(contactSays),
	ticket: ticketAlone(),
};

/** Versions of the payload: an app on API 1.x gets the old one. */
export const PAYLOADS = ['current', 'old'] as const;

/** A version of the payload. */
export type Payload = (typeof PAYLOADS)[number];

/**
 * What a notification of a topic is about, field by field as Intercom was recorded to send it: a
 * stored record where the workspace has one of that kind, else a sample.
 */
export function itemFor(topic: string, workspace: Workspace, payload: Payload = 'current'): object {
	if (topic === 'ping') return { type: 'ping', message: 'Hello' };
	const [kind, stat] = topic.split('.');
	const sample = sampleOf(workspace);
	if (payload === 'old' && topic in oldItems) return oldItems[topic](sample);
	if (topic in items) return items[topic](sample);
	if (kind === 'content_stat') return contentStat(stat)(sample);
	return itemsOfKind[kind]?.(sample) ?? { type: kind, id: '1' };
}
