import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IntercomClient } from 'intercom-client';
import { seedCompanies, seedContacts, startEmulator, type Emulator } from '../../dev/emulator';

/** Intercom's own client works on the emulator's tickets and companies as it does on Intercom's. */
describe('Official SDK against tickets and companies of the emulator', () => {
	let emulator: Emulator;
	let client: IntercomClient;

	beforeAll(async () => {
		emulator = await startEmulator();
		client = new IntercomClient({ token: emulator.token, environment: emulator.url });
	});
	afterAll(async () => await emulator.close());

	const adminId = () => String([...emulator.state.admins.keys()][0]);

	it('makes a ticket type with an attribute, then a ticket, and works on it', async () => {
		const type = await client.ticketTypes.create({ name: 'Parcel', category: 'Customer' });
		const ticketTypeId = String(type?.id);
		const attribute = await client.ticketTypes.attributes.create({
			ticket_type_id: ticketTypeId,
			name: 'Carrier',
			description: 'Who brings it',
			data_type: 'string',
		});
		const [contact] = seedContacts(emulator.state, 1);
		const ticket = await client.tickets.create({
			ticket_type_id: ticketTypeId,
			contacts: [{ id: contact.id }],
			...{ ticket_attributes: { _default_title_: 'Lost', Carrier: 'Post' } },
		});
		const id = String(ticket?.id);
		expect(ticket).toMatchObject({
			ticket_attributes: { _default_title_: 'Lost', Carrier: 'Post' },
		});
		const reply = await client.tickets.reply({
			ticket_id: id,
			body: { message_type: 'comment', type: 'admin', admin_id: adminId(), body: 'On its way' },
		});
		expect(reply).toMatchObject({ part_type: 'comment', body: '<p>On its way</p>' });
		await client.tickets.update({ ticket_id: id, open: false });
		const hits: unknown[] = [];
		const query = {
			field: `ticket_attribute.${attribute?.id}`,
			operator: '=' as const,
			value: 'Post',
		};
		for await (const hit of await client.tickets.search({ query })) hits.push(hit?.id);
		expect(hits).toEqual([id]);
		expect(await client.tickets.get({ ticket_id: id })).toMatchObject({ open: false });
		expect(await client.tickets.deleteTicket({ ticket_id: id })).toMatchObject({ deleted: true });
	});

	it('creates, finds, lists and scrolls companies', async () => {
		const made = await client.companies.createOrUpdate({ company_id: 'sdk', name: 'Made' });
		expect(await client.companies.find({ company_id: String(made?.id) })).toMatchObject({
			name: 'Made',
		});
		seedContacts(emulator.state, 1);
		const seeded = seedCompanies(emulator.state, 130).map(({ id }) => id);
		const listed: unknown[] = [];
		for await (const company of await client.companies.list({ per_page: 50 }))
			listed.push(company.id);
		expect(listed).toHaveLength(seeded.length);
		// Only two pages: at the end the client asks once more, for a scroll that has expired.
		const page = await client.companies.scroll();
		const first = page.data.map(({ id }) => id);
		const second = (await page.getNextPage()).data.map(({ id }) => id);
		expect([...first, ...second]).toEqual(seeded);
	});
});
