import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { IntercomClient } from 'intercom-client';

import { seedContacts } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { errorOf, field, send } from './client';

let emulator: CheckedEmulator;
let user: string;
let lead: string;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ contacts: 1 });
	[user] = emulator.state.contacts.keys();
	[{ id: lead }] = seedContacts(emulator.state, 1, { role: 'lead' });
});
afterEach(() => emulator.assertClean());
afterAll(async () => await emulator.close());

const now = () => Math.floor(Date.now() / 1000);

async function track(body: object): Promise<ReturnType<typeof send>> {
	return await send(emulator, 'POST /events', { body });
}

const eventsOf = (contact: string) => emulator.state.events.find('contact', contact);

describe('Events', () => {
	it('count once for the same contact, name and second', async () => {
		const event = { event_name: 'paid', created_at: now(), id: user };
		expect(await track(event)).toMatchObject({ status: 202, body: undefined });
		expect(await track({ ...event, metadata: { again: 'yes' } })).toMatchObject({ status: 202 });
		await track({ ...event, created_at: event.created_at - 1 });
		expect(eventsOf(user)).toHaveLength(2);
	});

	it('keep the first ten details', async () => {
		const metadata = Object.fromEntries(
			Array.from({ length: 12 }, (_, index) => [`field${index}`, index]),
		);
		await track({ event_name: 'configured', created_at: now(), id: lead, metadata });
		expect(Object.keys(eventsOf(lead)[0].metadata)).toHaveLength(10);
	});

	it('of leads need the ID of Intercom', async () => {
		const { email } = emulator.state.contacts.get(lead) ?? {};
		const answer = await track({ event_name: 'paid', created_at: now(), email });
		expect(errorOf(answer)).toBe('404 not_found: User Not Found');
	});

	it('with nested details are refused aloud', async () => {
		const metadata = { order: { items: '1' } };
		const answer = await track({ event_name: 'paid', created_at: now(), id: user, metadata });
		expect(errorOf(answer)).toBe('400 parameter_invalid: Nested metadata is not supported');
		emulator.takeViolations();
	});

	it('older than 90 days are counted, but no longer listed', async () => {
		const [{ id }] = seedContacts(emulator.state, 1);
		await track({ event_name: 'joined', created_at: now() - 91 * 86_400, id });
		const listed = await send(emulator, `GET /events?type=user&intercom_user_id=${id}`);
		expect(field(listed.body, 'events')).toEqual([]);
		const path = `/events?type=user&intercom_user_id=${id}&summary=true`;
		const summary = await send(emulator, `GET ${path}`);
		expect(field(summary.body, 'events')).toMatchObject([{ name: 'joined', count: 1 }]);
	});

	it('are tracked and summed up by the official SDK', async () => {
		const client = new IntercomClient({ token: emulator.token, environment: emulator.url });
		const [{ id }] = seedContacts(emulator.state, 1);
		await client.events.create({ event_name: 'invited', created_at: now(), id });
		expect(eventsOf(id)).toMatchObject([{ event_name: 'invited' }]);
		emulator.takeViolations();
	});
});
