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
			...item,
		});
	});

	it('takes a ticket out of its wrapper, as ticket.closed has it since API 2.15', () => {
		const ticket = { type: 'ticket', id: '494', open: false };
		const nested = received('ticket.closed', { ticket });
		const typed = received('ticket.closed', { type: 'ticket', ticket });
		const plain = received('ticket.closed', ticket);
		for (const { item } of [nested, typed, plain]) expect(item).toEqual(ticket);
	});

	it('leaves an object that names another one of its kind alone', () => {
		const item = { type: 'contact_tag', contact: { id: '6762f0dd' }, tag: { id: '17' } };
		expect(received('contact.user.tag.created', item).item).toEqual(item);
	});

	it.each(['', 'null', '[]', '"text"', '{', '{"type":"notification_event"}', '{"topic":7}'])(
		'reads nothing from %j',
		(body) => {
			expect(readNotification(Buffer.from(body))).toBeUndefined();
		},
	);

	it('reads a notification without data, and one without an id', () => {
		const notification = readNotification(Buffer.from('{"topic":"ping"}'));
		expect(notification).toMatchObject({ topic: 'ping', id: undefined, item: {} });
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
