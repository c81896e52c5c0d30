import { describe, expect, it } from '@jest/globals';

import { actorOf } from '../../../nodes/Intercom/triggers/webhook/actor';
import {
	reasonToDrop,
	type NotificationFilters,
} from '../../../nodes/Intercom/triggers/webhook/filters';
import {
	flatten,
	readNotification,
	type Notification,
} from '../../../nodes/Intercom/triggers/webhook/notification';
import { topicGroups } from '../../../nodes/Intercom/triggers/webhook/topics';

function received(topic: string, item: object): Notification {
	const envelope = {
		type: 'notification_event',
		id: 'notif_1',
		topic,
		app_id: 'abcd1234',
		created_at: 1_734_537_243,
		delivery_attempts: 1,
		data: { type: 'notification_event_data', item },
	};
	const notification = readNotification(Buffer.from(JSON.stringify(envelope)));
	if (notification === undefined) throw new Error('not read');
	return notification;
}

const part = (author: object, created_at = 1) => ({
	type: 'conversation_part',
	author,
	created_at,
});
const partList = (...parts: object[]) => ({ conversation_parts: parts });

const noFilters: NotificationFilters = {
	ignoredAdmins: [],
	ignoreBots: false,
	adminIds: [],
	teamIds: [],
	tagIds: [],
	ticketTypeIds: [],
	sourceTypes: [],
};

describe('topics', () => {
	it('are listed once each, in groups, and none is a name of API 1.x', () => {
		const names = topicGroups.flatMap(({ topics }) => topics.map(({ name }) => name));
		expect(new Set(names).size).toBe(names.length);
		expect(names.length).toBeGreaterThan(90);
		for (const legacy of ['user.created', 'user.deleted', 'contact.created', 'contact.signed_up'])
			expect(names).not.toContain(legacy);
	});
});

describe('reading a notification', () => {
	it('gives the object at the top, with what Intercom says about the notification', () => {
		const item = { type: 'contact', id: '6762f0dd', email: 'customer@example.com' };
		expect(flatten(received('contact.user.created', item))).toEqual({
			topic: 'contact.user.created',
			notification_id: 'notif_1',
			notification_created_at: 1_734_537_243,
			notification_first_sent_at: null,
			delivery_attempts: 1,
			app_id: 'abcd1234',
			actor_type: 'unknown',
			actor_id: null,
			...item,
		});
	});

	it('takes a ticket out of its wrapper, as ticket.closed has it since API 2.15', () => {
		const ticket = { type: 'ticket', id: '494', open: false };
		const nested = received('ticket.closed', { ticket });
		const typed = received('ticket.closed', { type: 'ticket', ticket });
		const plain = received('ticket.closed', ticket);
		for (const { shown } of [nested, typed, plain]) expect(shown).toEqual(ticket);
	});

	it.each<[string, string, object, object]>([
		[
			'a ticket beside its part',
			'ticket.admin.replied',
			{
				type: 'ticket_ticket_part',
				ticket: { type: 'ticket', id: '494' },
				ticket_part: { id: '8' },
			},
			{ type: 'ticket', id: '494', ticket_part: { id: '8' } },
		],
		[
			'a contact beside its tag',
			'contact.user.tag.created',
			{ type: 'contact_tag', contact: { type: 'contact', id: '6762f0dd' }, tag: { id: '17' } },
			{ type: 'contact', id: '6762f0dd', tag: { id: '17' } },
		],
		[
			'a contact, whose own dates are not hidden by those of its wrapper',
			'contact.subscribed',
			{ type: 'contact_subscribe', created_at: 2, contact: { id: '6762f0dd', created_at: 'then' } },
			{ type: 'contact', id: '6762f0dd', created_at: 'then', event_created_at: 2 },
		],
		[
			'a company beside a contact, both without a type',
			'company.contact.attached',
			{ company: { id: '5' }, contact: { id: '6762f0dd' } },
			{ type: 'company', id: '5', contact: { id: '6762f0dd' } },
		],
		[
			'a conversation in the shape of a database row',
			'conversation.contact.attached',
			{
				conversation: { model: { id: 12, app_id: 7 }, parts: [{ id: 3 }] },
				contact: { id: '6762f0dd' },
			},
			{
				type: 'conversation',
				id: '12',
				app_id: 7,
				conversation: { parts: [{ id: 3 }] },
				contact: { id: '6762f0dd' },
			},
		],
		[
			'a content statistic, typed by its wrapper',
			'content_stat.news_item',
			{
				type: 'content_stat.news_item',
				content_stat: { id: 9, stat_type: 'receipt' },
				contact: {},
			},
			{ type: 'content_stat.news_item', id: '9', stat_type: 'receipt', contact: {} },
		],
		[
			'a deleted conversation, which has its id elsewhere',
			'conversation.deleted',
			{ type: 'conversation', conversation_id: '12' },
			{ type: 'conversation', id: '12', conversation_id: '12' },
		],
		[
			'a topic that is not in the list',
			'audience.member_added',
			{ audience: { type: 'audience', id: '4' }, member: { id: '1' } },
			{ type: 'audience', id: '4', member: { id: '1' } },
		],
		[
			'the part that was redacted',
			'conversation_part.redacted',
			{ type: 'conversation', id: '12', conversation_parts: partList(part({ id: '7' })) },
			{
				type: 'conversation',
				id: '12',
				conversation_parts: partList(part({ id: '7' })),
				conversation_part: part({ id: '7' }),
			},
		],
	])('puts the record at the top, and the rest beside it: %s', (_, topic, item, shown) => {
		expect(received(topic, item).shown).toEqual(shown);
	});

	it('names the workspace even where the record has an app_id of its own', () => {
		const item = { conversation: { model: { id: 12, app_id: 7 } }, contact: {} };
		const shown = flatten(received('conversation.contact.attached', item));
		expect(shown).toMatchObject({ app_id: 'abcd1234', id: '12' });
	});

	it.each(['', 'null', '[]', '"text"', '{', '{"type":"notification_event"}', '{"topic":7}'])(
		'reads nothing from %j',
		(body) => {
			expect(readNotification(Buffer.from(body))).toBeUndefined();
		},
	);

	it('reads a notification without data, and one without an id', () => {
		const notification = readNotification(Buffer.from('{"topic":"ping"}'));
		expect(notification).toMatchObject({ topic: 'ping', id: undefined, shown: {} });
	});
});

describe('who caused it', () => {
	it.each<[string, string, object, object | undefined]>([
		[
			'an admin, by the newest part',
			'conversation.admin.replied',
			{
				conversation_parts: partList(
					part({ type: 'user', id: '1' }, 10),
					part({ type: 'admin', id: 7 }, 20),
				),
				source: { author: { type: 'user', id: '1' } },
			},
			{ type: 'admin', id: '7' },
		],
		[
			'a bot, by the topic alone',
			'conversation.operator.replied',
			{ conversation_parts: partList(part({ type: 'user', id: '1' })) },
			{ type: 'bot', id: '' },
		],
		[
			'the admin who started a conversation',
			'conversation.admin.single.created',
			{ source: { author: { type: 'admin', id: '7' } } },
			{ type: 'admin', id: '7' },
		],
		[
			'the author of a part of a ticket',
			'ticket.note.created',
			{ ticket_parts: { ticket_parts: [part({ type: 'admin', id: '7' })] } },
			{ type: 'admin', id: '7' },
		],
		[
			'an admin, about whom it is',
			'admin.logged_in',
			{ type: 'admin', id: '7' },
			{ type: 'admin', id: '7' },
		],
		[
			'whoever did what was logged',
			'admin.activity_log_event.created',
			{ performed_by: { type: 'admin', id: '7' } },
			{ type: 'admin', id: '7' },
		],
		[
			'the contact, where a bot has answered already',
			'conversation.user.created',
			{
				source: { author: { type: 'lead', id: '1' } },
				conversation_parts: partList(part({ type: 'bot', id: '9' })),
			},
			{ type: 'contact', id: '1' },
		],
		[
			'the contact who read, not the bot that wrote',
			'conversation.read',
			{
				contacts: { contacts: [{ type: 'contact', id: '1' }] },
				conversation_parts: partList(part({ type: 'bot', id: '9' })),
			},
			{ type: 'contact', id: '1' },
		],
		[
			'one of several contacts, nobody knows which',
			'conversation.read',
			{ contacts: { contacts: [{ id: '1' }, { id: '2' }] } },
			{ type: 'contact', id: '' },
		],
		[
			'the author of the part beside a ticket, not of its older parts',
			'ticket.admin.replied',
			{
				ticket: { id: '494', ticket_parts: { ticket_parts: [part({ type: 'user', id: '1' }, 9)] } },
				ticket_part: part({ type: 'admin', id: '7' }, 10),
			},
			{ type: 'admin', id: '7' },
		],
		[
			'the admin whose token called the API',
			'api.request.completed',
			{ type: 'api.request.completed', admin: { id: '7', email: 'alice@example.com' } },
			{ type: 'admin', id: '7' },
		],
		[
			'the admin who ran a data connector',
			'data_connector.execution.completed',
			{ type: 'data_connector.execution', id: '1', admin_id: 7 },
			{ type: 'admin', id: '7' },
		],
		[
			'a bot that is listed as an admin',
			'conversation.admin.closed',
			{
				conversation_parts: partList(
					part({ type: 'admin', id: '9', email: 'operator+abcd1234@intercom.io' }),
				),
			},
			{ type: 'bot', id: '9' },
		],
		[
			'an AI agent that writes as an admin',
			'conversation.admin.replied',
			{ conversation_parts: partList(part({ type: 'admin', id: '9', from_ai_agent: true })) },
			{ type: 'bot', id: '9' },
		],
		[
			'nobody known, where the part is older than what was done with it',
			'conversation_part.tag.created',
			{ id: '12', conversation_parts: partList(part({ type: 'admin', id: '7' })) },
			undefined,
		],
		[
			'nobody known, where an admin was removed by another',
			'admin.removed_from_workspace',
			{ type: 'admin', id: '7' },
			undefined,
		],
		['nobody known', 'contact.user.updated', { type: 'contact', id: '6762f0dd' }, undefined],
	])('is %s', (_, topic, item, actor) => {
		expect(actorOf(received(topic, item))).toEqual(actor);
	});
});

describe('filters', () => {
	const dropped = (topic: string, item: object, filters: Partial<NotificationFilters>) =>
		reasonToDrop(received(topic, item), { ...noFilters, ...filters }) !== undefined;

	// Regression: botpress #12707 and #13494, a workflow that answers its own replies for ever.
	it('drop what the chosen admin or a bot did, and nothing else', () => {
		const reply = (author: object) => ({ conversation_parts: partList(part(author)) });
		const own = { ignoredAdmins: ['7'], ignoreBots: true };
		const topic = 'conversation.admin.replied';
		expect(dropped(topic, reply({ type: 'admin', id: '7' }), own)).toBe(true);
		expect(dropped(topic, reply({ type: 'bot', id: '9' }), own)).toBe(true);
		expect(dropped(topic, reply({ type: 'admin', id: '8' }), own)).toBe(false);
		expect(dropped(topic, reply({ type: 'user', id: '7' }), own)).toBe(false);
		expect(dropped(topic, reply({ type: 'bot', id: '9' }), { ignoreBots: false })).toBe(false);
	});

	it.each<[string, Partial<NotificationFilters>, object, boolean]>([
		['team as number', { teamIds: ['5'] }, { team_assignee_id: 5 }, false],
		['team as text', { teamIds: ['5'] }, { team_assignee_id: '5' }, false],
		['another team', { teamIds: ['5'] }, { team_assignee_id: 6 }, true],
		['no team (2.16)', { teamIds: ['5'] }, { team_assignee_id: 0 }, true],
		['no team (2.15)', { teamIds: ['5'] }, { team_assignee_id: null }, true],
		['team as assignee', { teamIds: ['5'] }, { assignee: { type: 'team', id: '5' } }, false],
		['admin as assignee', { teamIds: ['5'] }, { assignee: { type: 'admin', id: '5' } }, true],
		['admin', { adminIds: ['7'] }, { admin_assignee_id: '7' }, false],
		['tag of a conversation', { tagIds: ['17'] }, { tags: { tags: [{ id: '17' }] } }, false],
		['tag of a contact', { tagIds: ['17'] }, { tags: { data: [{ id: '17' }] } }, false],
		['tag just added', { tagIds: ['17'] }, { type: 'contact_tag', tag: { id: '17' } }, false],
		[
			'another tag just added to what has the tag already',
			{ tagIds: ['17'] },
			{ tag: { id: '18' }, tags: { data: [{ id: '17' }] } },
			true,
		],
		['tag of a company', { tagIds: ['17'] }, { tag_ids: ['17'] }, false],
		['other tags of a company', { tagIds: ['17'] }, { tag_ids: [18] }, true],
		[
			'a list of tags that is cut short',
			{ tagIds: ['17'] },
			{ tags: { data: [{ id: '18' }], has_more: true } },
			false,
		],
		['no source', { sourceTypes: ['email'] }, { source: null }, true],
		['other tags', { tagIds: ['17'] }, { tags: { tags: [{ id: '18' }] } }, true],
		['no tags', { tagIds: ['17'] }, { tags: { tags: [] } }, true],
		['ticket type', { ticketTypeIds: ['3'] }, { ticket_type: { id: 3 } }, false],
		['other ticket type', { ticketTypeIds: ['3'] }, { ticket_type: { id: '4' } }, true],
		['source', { sourceTypes: ['email'] }, { source: { type: 'email' } }, false],
		['other source', { sourceTypes: ['email'] }, { source: { type: 'sms' } }, true],
		[
			'source besides a team',
			{ sourceTypes: ['email'], teamIds: ['5'] },
			{ source: { type: 'email' }, team_assignee_id: 6 },
			true,
		],
		['objects without any of it', { teamIds: ['5'], tagIds: ['17'] }, { id: '1' }, false],
	])('look at %s', (_, filters, item, isDropped) => {
		expect(dropped('conversation.user.replied', item, filters)).toBe(isDropped);
	});
});
