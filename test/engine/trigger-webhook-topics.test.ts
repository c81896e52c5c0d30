import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLIENT_SECRET } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { expectedTopics, type ExpectedTopic } from '../support/recorded-topics';
import { HostedTrigger, type WebhookAddress } from '../support/trigger';

/** An id that nothing in the workspace has. */
const stranger = '999999999';

let emulator: CheckedEmulator;
const addresses: WebhookAddress[] = [];

/** The workspace's ids by kind. */
let ids: Record<'admin' | 'team' | 'tag' | 'ticketType' | ExpectedTopic['record'], string>;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ contacts: 1, companies: 1 });
	const { state } = emulator;
	const [admin] = state.admins.values();
	const [team] = state.teams.values();
	const [tag] = state.tags.values();
	const [contact] = state.contacts.values();
	const [company] = state.companies.values();
	const [article] = state.articles.values();
	const [ticketType] = state.ticketTypes.values();
	const applied = {
		id: tag.id,
		applied_at: 1,
		applied_by: { type: 'admin', id: admin.id },
	} as const;
	const tagged = { tags: [applied] };
	const assigned = { admin_assignee_id: Number(admin.id), team_assignee_id: Number(team.id) };
	state.contacts.set(contact.id, { ...contact, ...tagged });
	state.companies.set(company.id, { ...company, tag_ids: [tag.id] });
	state.articles.set(article.id, { ...article, ...tagged });
	const from = { type: 'user', id: contact.id };
	await request('/conversations', { from, body: 'Where is my order?' });
	await request('/tickets', { ticket_type_id: ticketType.id, contacts: [{ id: contact.id }] });
	const [conversation] = state.conversations.values();
	const [ticket] = state.tickets.values();
	state.conversations.set(conversation.id, { ...conversation, ...tagged, ...assigned });
	state.tickets.set(ticket.id, { ...ticket, ...assigned });
	const teammate = [...state.admins.values()].find(({ team_ids: teams }) => teams.length > 0);
	ids = {
		team: team.id,
		tag: tag.id,
		ticketType: ticketType.id,
		admin: String(teammate?.id),
		article: article.id,
		company: company.id,
		contact: contact.id,
		conversation: conversation.id,
		ticket: ticket.id,
		other: '',
	};
});

afterAll(async () => {
	await Promise.all(addresses.map(async ({ close }) => await close()));
	await emulator.close();
});

async function request(path: string, body: object): Promise<void> {
	const response = await fetch(`${emulator.url}${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${emulator.token}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

/** An activated trigger for every topic, which takes signed notifications. */
async function listen(parameters: object = {}) {
	const trigger = new HostedTrigger({
		className: 'IntercomTrigger',
		parameters: { topics: ['*'], ...parameters },
		credentials: emulator.credentials({ clientSecret: CLIENT_SECRET }),
		workflowId: `topics-${addresses.length}`,
	});
	await trigger.activate();
	const address = await trigger.serve();
	addresses.push(address);
	return async ({ topic, payload }: Pick<ExpectedTopic, 'topic' | 'payload'>) => {
		const before = trigger.runs.length;
		const { url } = address;
		const { status, answer } = await emulator.webhooks.send({ url, topic, payload });
		await trigger.settle();
		const runs = trigger.runs.slice(before).map(([[item]]) => item.json);
		return { status, message: String(JSON.parse(answer).message), runs };
	};
}

type Send = Awaited<ReturnType<typeof listen>>;

const named = expectedTopics.map((expected): [string, ExpectedTopic] => [
	`${expected.topic}${expected.payload === 'old' ? ' (old)' : ''}`,
	expected,
]);

describe('a notification of each topic', () => {
	let plain: Send;
	let full: Send;

	beforeAll(async () => {
		plain = await listen();
		full = await listen({ options: { fetchFullRecord: true } });
	});

	it.each(named)('%s: its record is at the top, the rest beside it', async (_, expected) => {
		const { message, runs } = await plain(expected);
		expect(message).toBe('Accepted');
		const [item] = runs;
		const { record, type = record, beside, actor } = expected;
		expect(item).toMatchObject({ topic: expected.topic, type, actor_type: actor });
		expect(item.app_id).toBe(emulator.state.appId);
		expect(typeof item.id).toBe('string');
		if (record !== 'other') expect(item.id).toBe(ids[record]);
		for (const name of beside) expect(item[name]).toEqual(expect.any(Object));
	});

	it.each(named)('%s: the full record is read, or nothing is', async (_, expected) => {
		emulator.requests.length = 0;
		const { runs } = await full(expected);
		const { record, read, beside } = expected;
		const asked = emulator.requests.map(({ method, path }) => `${method} ${path}`);
		const id = record === 'other' ? ids.contact : ids[record];
		expect(asked).toEqual(read === undefined ? [] : [`GET /${read}/${id}`]);
		expect(runs).toHaveLength(1);
		expect(runs[0]).not.toHaveProperty('full_record');
		for (const name of beside) expect(runs[0][name]).toEqual(expect.any(Object));
		expect(isoDatesIn(runs[0])).toEqual([]);
	});
});

/** Paths of dates that are texts. */
function isoDatesIn(value: unknown, path = ''): string[] {
	if (typeof value === 'string')
		return path.endsWith('_at') && /^\d{4}-\d\d-\d\dT/.test(value) ? [path] : [];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, held]) => isoDatesIn(held, `${path}.${name}`));
}

const recordFilters = ['admin', 'team', 'tag', 'ticketType', 'source'] as const;

const parameterOf = {
	admin: 'adminIds',
	team: 'teamIds',
	tag: 'tagIds',
	ticketType: 'ticketTypeIds',
	source: 'sourceTypes',
} as const;

describe('every filter for every topic', () => {
	const senders: Record<string, { right: Send; wrong: Send }> = {};

	async function both(name: string, right: unknown, wrong: unknown) {
		senders[name] = {
			right: await listen({ filters: { [name]: right } }),
			wrong: await listen({ filters: { [name]: wrong } }),
		};
	}

	beforeAll(async () => {
		const [admin] = emulator.state.admins.values();
		const [conversation] = emulator.state.conversations.values();
		await both('adminIds', [admin.id], [stranger]);
		await both('teamIds', [ids.team], [stranger]);
		await both('tagIds', [ids.tag], [stranger]);
		await both('ticketTypeIds', [ids.ticketType], [stranger]);
		await both('sourceTypes', [conversation.source?.type], ['sms']);
		await both('ignoredAdmins', [...emulator.state.admins.keys()], [stranger]);
		await both('ignoreBots', true, false);
	});

	it.each(named)('%s: the right id and a wrong one', async (_, expected) => {
		const isKept = async (send: Send) => (await send(expected)).runs.length === 1;
		const kept = async (name: string) => [
			await isKept(senders[name].right),
			await isKept(senders[name].wrong),
		];
		const verdicts = { matches: [true, false], none: [false, false], silent: [true, true] };
		for (const filter of recordFilters) {
			const wanted = [filter, ...verdicts[expected[filter]]];
			expect([filter, ...(await kept(parameterOf[filter]))]).toEqual(wanted);
		}
		const { actor } = expected;
		expect(await kept('ignoredAdmins')).toEqual([actor !== 'admin', true]);
		expect(await kept('ignoreBots')).toEqual([actor !== 'bot', true]);
	});
});

describe('a filter that the notification does not tell about', () => {
	const silentOnes = expectedTopics.filter(({ topic }) =>
		/^(?:conversation|ticket)\.contact\.(?:at|de)tached$/.test(topic),
	);

	it.each(silentOnes.map((expected): [string, ExpectedTopic] => [expected.topic, expected]))(
		'%s: is asked of the full record',
		async (topic, expected) => {
			const options = { fetchFullRecord: true };
			const [admin] = emulator.state.admins.values();
			const cases: Array<[object, boolean]> = [
				[{ adminIds: [admin.id] }, true],
				[{ adminIds: [stranger] }, false],
				[{ teamIds: [ids.team] }, true],
				[{ teamIds: [stranger] }, false],
				...(topic.startsWith('ticket')
					? ([
							[{ ticketTypeIds: [ids.ticketType] }, true],
							[{ ticketTypeIds: [stranger] }, false],
						] as Array<[object, boolean]>)
					: ([
							[{ tagIds: [ids.tag] }, true],
							[{ tagIds: [stranger] }, false],
						] as Array<[object, boolean]>)),
			];
			for (const [filters, isKept] of cases) {
				const send = await listen({ filters, options });
				expect([filters, (await send(expected)).runs.length]).toEqual([filters, isKept ? 1 : 0]);
			}
		},
	);
});

describe('a topic with two names', () => {
	it.each([
		['contact.unarchived', ['contact.unarchived'], ''],
		['contact.unarchive', ['contact.unarchived'], ''],
		['contact.unarchived', ['custom'], 'contact.unarchive'],
	])('%s starts a run where %j is chosen %s', async (topic, topics, customTopics) => {
		const send = await listen({ topics, customTopics });
		expect(await send({ topic, payload: 'current' })).toMatchObject({
			message: 'Accepted',
			runs: [{ type: 'contact' }],
		});
	});

	it('is offered with those that were recorded in 2026', async () => {
		const send = await listen({ topics: ['contact.unsubscribed_from_sms'] });
		const { runs } = await send({ topic: 'contact.unsubscribed_from_sms', payload: 'current' });
		expect(runs).toMatchObject([{ type: 'contact', id: ids.contact }]);
	});
});
