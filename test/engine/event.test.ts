import { beforeAll, describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { byId, testResource } from '../support/resource';

const event = testResource('event');

let user: string;
let lead: string;

beforeAll(() => {
	const { state } = event.emulator;
	[{ id: user }] = seedContacts(state, 1);
	[{ id: lead }] = seedContacts(state, 1, { role: 'lead' });
});

const eventsOf = (contactId: string) => event.emulator.state.events.find('contact', contactId);

describe('Event: Track', () => {
	it('records what a contact did, with the types of its details', async () => {
		const answer = await event.output('track', {
			contactId: byId(user),
			eventName: 'placed-order',
			createdAt: '2026-03-01T09:30:00Z',
			metadata: {
				text: [{ name: 'order', value: '42' }],
				number: [{ name: 'items', value: 3 }],
				date: [{ name: 'due', value: '2026-04-01T00:00:00Z' }],
				price: [{ name: 'total', amount: 34999, currency: 'eur' }],
				link: [{ name: 'page', url: 'https://example.com/42', value: 'Order 42' }],
			},
		});
		expect(answer).toEqual([{ success: true }]);
		expect(event.lastRequest().body).toEqual({
			event_name: 'placed-order',
			id: user,
			created_at: Date.UTC(2026, 2, 1, 9, 30) / 1000,
			metadata: {
				order: '42',
				items: 3,
				due_date: Date.UTC(2026, 3, 1) / 1000,
				total: { amount: 34999, currency: 'eur' },
				page: { url: 'https://example.com/42', value: 'Order 42' },
			},
		});
		expect(eventsOf(user)).toHaveLength(1);
	});

	it('dates an event now when no time is given, before the first attempt', async () => {
		const before = Math.floor(Date.now() / 1000);
		event.emulator.failNext({ kind: 'resetAfter', match: '/events' });
		await event.output('track', { contactId: byId(lead), eventName: 'visited-shop' });
		const sent = event.emulator.requests
			.slice(-2)
			.map(({ body }) => body as { created_at: number });
		expect(sent[0].created_at).toBeGreaterThanOrEqual(before);
		expect(sent[1]).toEqual(sent[0]);
		expect(eventsOf(lead)).toHaveLength(1);
	});

	it('names the contact by external ID or by email', async () => {
		const contact = event.emulator.state.contacts.get(user);
		await event.output('track', {
			contactBy: 'externalId',
			externalId: contact?.external_id,
			eventName: 'logged-in',
		});
		expect(event.lastRequest().body).toMatchObject({ user_id: contact?.external_id });
		await event.output('track', {
			contactBy: 'email',
			email: contact?.email,
			eventName: 'logged-out',
		});
		expect(event.lastRequest().body).toMatchObject({ email: contact?.email });
		expect(eventsOf(user).map(({ event_name: name }) => name)).toEqual(
			expect.arrayContaining(['logged-in', 'logged-out']),
		);
	});

	it.each([
		['nested details', { order: { items: [1] } }, "The metadata field 'order' is nested"],
		['lists', { items: [1, 2] }, "The metadata field 'items' is nested"],
		[
			'dates that are none',
			{ due_date: '2026-04-01' },
			"The metadata field 'due_date' is not a date in Unix seconds",
		],
		[
			'more than ten details, which Intercom would drop in silence',
			Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`field${index}`, index])),
			"'Metadata' has 11 fields, but Intercom keeps only 10",
		],
		['a list instead of fields', [1], "'Fields' must be a JSON object, not a list of 1"],
		[
			'a price with decimals',
			{ total: { amount: 349.99, currency: 'eur' } },
			"The price 'total' must be a whole number of cents above 0, not 349.99",
		],
		[
			'a price below zero',
			{ total: { amount: -5, currency: 'eur' } },
			"The price 'total' must be a whole number of cents above 0, not -5",
		],
		[
			'a price as text',
			{ total: { amount: '34999', currency: 'eur' } },
			`The price 'total' must be a whole number of cents above 0, not "34999"`,
		],
	])('refuses %s before anything is sent', async (_title, metadata, message) => {
		const before = event.emulator.requests.length;
		const failure = await event.failure('track', {
			contactId: byId(user),
			eventName: 'placed-order',
			metadataInput: 'json',
			metadataJson: JSON.stringify(metadata),
		});
		expect(failure).toContain(message);
		expect(event.emulator.requests).toHaveLength(before);
	});

	it.each([
		['decimals', 349.99, 'above 0, not 349.99'],
		['below zero', -5, 'above 0, not -5'],
	])('refuses a price %s field by field', async (_title, amount, message) => {
		const before = event.emulator.requests.length;
		const failure = await event.failure('track', {
			contactId: byId(user),
			eventName: 'placed-order',
			metadata: { price: [{ name: 'total', amount, currency: 'eur' }] },
		});
		expect(failure).toContain(`The price 'total' must be a whole number of cents ${message}`);
		expect(event.emulator.requests).toHaveLength(before);
	});

	it('refuses two details with the same name', async () => {
		const failure = await event.failure('track', {
			contactId: byId(user),
			eventName: 'placed-order',
			metadata: {
				text: [
					{ name: 'order', value: '42' },
					{ name: 'order', value: '43' },
				],
			},
		});
		expect(failure).toContain(`'Fields' has two rows with the name "order"`);
	});

	it('says when Intercom does not know the contact', async () => {
		const failure = await event.failure('track', {
			contactBy: 'email',
			email: 'nobody@example.com',
			eventName: 'logged-in',
		});
		expect(failure).toContain('Intercom could not find the contact [item 0]');
	});
});

describe('Event: Get Many and summaries', () => {
	it('reads all pages, although each event has the ID of its contact', async () => {
		const [{ id }] = seedContacts(event.emulator.state, 1);
		const now = Math.floor(Date.now() / 1000);
		for (let index = 0; index < 120; index += 1)
			event.emulator.state.events.set(`${id} ${index}`, {
				contact_id: id,
				event_name: 'clicked',
				created_at: now - index,
				metadata: {},
			});
		const before = event.emulator.requests.length;
		const events = await event.output('getAll', { contactId: byId(id), returnAll: true });
		expect(events.map(({ created_at: at }) => at)).toEqual(
			Array.from({ length: 120 }, (_, index) => now - index),
		);
		expect(event.emulator.requests.length - before).toBe(3);
		expect(await event.output('getAll', { contactId: byId(id), limit: 7 })).toHaveLength(7);
	});

	it('counts what a contact did, history from elsewhere included', async () => {
		const [{ id, external_id: externalId }] = seedContacts(event.emulator.state, 1);
		await event.output('createSummary', {
			externalId,
			eventName: 'logged-in',
			count: 7,
			first: '2025-01-01T00:00:00Z',
			last: '2026-01-01T00:00:00Z',
		});
		await event.output('track', { contactId: byId(id), eventName: 'logged-in' });
		expect(await event.output('getSummaries', { contactId: byId(id) })).toMatchObject([
			{ name: 'logged-in', count: 8, first: '2025-01-01T00:00:00.000Z' },
		]);
	});

	it('a count of nothing is refused', async () => {
		const failure = await event.failure('createSummary', {
			externalId: 'customer-1',
			eventName: 'logged-in',
			count: 0,
			first: '2025-01-01T00:00:00Z',
			last: '2026-01-01T00:00:00Z',
		});
		expect(failure).toContain("'Count' must be at least 1, not 0");
	});
});
