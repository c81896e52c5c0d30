import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntercomClient, IntercomError } from 'intercom-client';
import { seedContacts, startEmulator, type Emulator } from '../../dev/emulator';

/** Intercom's own client, unchanged, in place of Intercom: the emulator has to be good enough. */
describe('Official SDK against the emulator', () => {
	let emulator: Emulator;
	let client: IntercomClient;

	beforeAll(async () => {
		emulator = await startEmulator();
		client = new IntercomClient({ token: emulator.token, environment: emulator.url });
	});
	afterAll(async () => await emulator.close());

	it('creates, finds, changes, archives and deletes a contact', async () => {
		const created = await client.contacts.create({ external_id: 'sdk', ...{ name: 'Created' } });
		const id = created.id ?? '';
		expect(await client.contacts.find({ contact_id: id })).toEqual(created);
		expect(await client.contacts.showContactByExternalId({ external_id: 'sdk' })).toEqual(created);
		const updated = await client.contacts.update({ contact_id: id, name: 'Updated' });
		expect(updated.name).toBe('Updated');
		expect(await client.contacts.archive({ contact_id: id })).toMatchObject({ archived: true });
		expect(await client.contacts.unarchive({ contact_id: id })).toMatchObject({ archived: false });
		expect(await client.contacts.delete({ contact_id: id })).toMatchObject({ deleted: true });
		const gone = client.contacts.find({ contact_id: id });
		await expect(gone).rejects.toBeInstanceOf(IntercomError);
		await expect(gone).rejects.toMatchObject({ statusCode: 404 });
	});

	it('walks through lists and search results', async () => {
		const ids = seedContacts(emulator.state, 5).map(({ id }) => id);
		const listed: unknown[] = [];
		for await (const contact of await client.contacts.list({ per_page: 2 }))
			listed.push(contact.id);
		expect(listed).toEqual(ids);
		const found: unknown[] = [];
		const pages = await client.contacts.search({
			query: { operator: 'AND', value: [{ field: 'email', operator: '$', value: '@example.com' }] },
			pagination: { per_page: 2 },
		});
		for await (const contact of pages) found.push(contact.id);
		expect(found).toEqual([...ids].reverse());
	});

	it('merges a lead into a user', async () => {
		const details = () => ({ email: 'both@example.com' });
		const [user] = seedContacts(emulator.state, 1, { details });
		const [lead] = seedContacts(emulator.state, 1, { role: 'lead', details });
		const merged = await client.contacts.mergeLeadInUser({ from: lead.id, into: user.id });
		expect(merged.id).toBe(user.id);
	});

	it('waits out the rate limit', async () => {
		Object.assign(emulator.settings.rateLimit, {
			limit: 1,
			windowSeconds: 1,
			resetDelaySeconds: 0,
		});
		// The window begins now, so that the budget spent first is missed by the call after it.
		emulator.settings.clockSkewMilliseconds = 1000 - (Date.now() % 1000);
		emulator.requests.length = 0;
		emulator.spendRateLimit(1);
		await client.admins.list();
		expect(emulator.requests.map(({ status }) => status)).toEqual([429, 200]);
		emulator.settings.rateLimit.limit = null;
	});

	it('sends messages', async () => {
		const [admin] = emulator.state.admins.keys();
		const [user] = seedContacts(emulator.state, 1);
		const from = { type: 'admin' as const, id: Number(admin) };
		const to = { type: 'user' as const, id: user.id };
		const inApp = await client.messages.create({ message_type: 'inapp', body: 'Hi', from, to });
		expect(inApp).toMatchObject({ body: 'Hi', message_type: 'inapp' });
		const email = await client.messages.create({
			message_type: 'email',
			subject: 'Hello',
			body: 'Hi',
			template: 'plain',
			from,
			to,
		});
		expect(email).toMatchObject({ subject: 'Hello', message_type: 'email' });
	});
});
