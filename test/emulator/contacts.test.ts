import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedContacts, type Emulator } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { errorOf, field, send } from './client';

describe('Contacts of the emulator', () => {
	let emulator: CheckedEmulator;

	beforeEach(async () => {
		emulator = await startCheckedEmulator();
	});
	afterEach(async () => {
		await emulator.close();
		emulator.assertClean();
	});

	const create = (body: object) => send(emulator, 'POST /contacts', { body });
	const createLead = (body: object = {}) =>
		create({ role: 'lead', email: 'lead@example.com', ...body });
	const createId = async (body: object) => field((await create(body)).body, 'id');
	const get = (id: string) => send(emulator, `GET /contacts/${id}`);

	describe('Creating', () => {
		it('is a user unless told otherwise, with ids in the shape of Intercom', async () => {
			const { body } = await create({ email: 'Customer@Example.com' });
			expect(body).toMatchObject({
				id: expect.stringMatching(/^[0-9a-f]{24}$/),
				role: 'user',
				email: 'customer@example.com',
				email_domain: 'example.com',
				external_id: null,
			});
		});

		it('gives leads an external id and lets them share emails', async () => {
			await create({ email: 'shared@example.com' });
			const first = await create({ role: 'lead', email: 'shared@example.com' });
			const second = await create({ role: 'lead', email: 'shared@example.com' });
			expect([first.status, second.status]).toEqual([200, 200]);
			expect(first.body).toMatchObject({ external_id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
		});

		it('tells the id of the live or archived contact in the way', async () => {
			const id = await createId({ email: 'twin@example.com', external_id: 'twin' });
			const live = `409 conflict: A contact matching those details already exists with id=${id}`;
			expect(errorOf(await create({ email: 'TWIN@example.com' }))).toBe(live);
			expect(errorOf(await create({ role: 'lead', external_id: 'twin' }))).toBe(live);
			await send(emulator, `POST /contacts/${id}/archive`);
			expect(errorOf(await create({ external_id: 'twin' }))).toBe(
				`409 conflict: An archived contact matching those details already exists with id=${id}`,
			);
		});

		it('refuses to take an email from another contact on update', async () => {
			const owner = await createId({ email: 'owner@example.com' });
			const other = await createId({ email: 'other@example.com' });
			const change = (body: object) => send(emulator, `PUT /contacts/${other}`, { body });
			expect(errorOf(await change({ email: 'owner@example.com' }))).toContain(`id=${owner}`);
			expect((await change({ email: 'other@example.com', name: 'Same' })).status).toBe(200);
		});

		it.each([
			[{}, '400 parameter_not_found: One of email, external_id or role is required'],
			[{ role: 'user' }, '400 parameter_not_found: A user needs an email or an external_id'],
			[{ role: 'visitor' }, "400 parameter_invalid: role must be 'user' or 'lead'"],
			[{ email: 'nonsense' }, '400 parameter_invalid: email is not an email address'],
			[
				{ role: 'lead', owner_id: '1' },
				'400 parameter_invalid: The owner specified is not a member of the workspace',
			],
			[
				{ role: 'lead', owner_id: 1 },
				'400 parameter_invalid: owner_id must be a text of digits in this version',
			],
			[
				{ role: 'lead', signed_up_at: 1.5 },
				'400 parameter_invalid: signed_up_at must be integer,null',
			],
		])('refuses %j', async (body, error) => {
			expect(errorOf(await create(body))).toBe(error);
			emulator.takeViolations();
		});
	});

	describe('Changing', () => {
		it('clears with null and leaves alone what is not named', async () => {
			const id = await createId({ email: 'a@example.com', name: 'A', phone: '+15550100' });
			const { body } = await send(emulator, `PUT /contacts/${id}`, { body: { name: null } });
			expect(body).toMatchObject({ name: null, phone: '+15550100', email: 'a@example.com' });
		});

		it('reads an avatar back as an object and an owner in the shape of the version', async () => {
			const [owner] = emulator.state.admins.keys();
			const avatar = 'https://static.example.com/avatar.png';
			const id = await createId({ role: 'lead', avatar, owner_id: owner });
			expect((await get(id)).body).toMatchObject({
				avatar: { type: 'avatar', image_url: avatar },
				owner_id: owner,
			});
			const older = await send(emulator, `GET /contacts/${id}`, {
				headers: { 'intercom-version': '2.15' },
			});
			expect(older.body).toMatchObject({ owner_id: Number(owner) });
			emulator.takeViolations();
		});
	});

	describe('Custom attributes', () => {
		const write = (attributes: object) => createLead({ custom_attributes: attributes });

		it('keeps the types and merges on update', async () => {
			const id = field((await write({ plan: 'pro', seats: 5 })).body, 'id');
			const body = { custom_attributes: { is_trial: true, score: 1.5, seats: null } };
			const changed = await send(emulator, `PUT /contacts/${id}`, { body });
			expect(changed.body).toMatchObject({
				custom_attributes: { plan: 'pro', is_trial: true, score: 1.5, seats: null },
			});
		});

		it.each([
			[{ plann: 'pro' }, "Custom attribute 'plann' does not exist for contacts"],
			[{ seats: '5' }, "Custom attribute 'seats' must be of type integer"],
			[{ is_trial: 'true' }, "Custom attribute 'is_trial' must be of type boolean"],
			[{ plan: 'gold' }, "Custom attribute 'plan' must be one of: free, pro, team"],
			[{ legacy_code: 'x' }, "Custom attribute 'legacy_code' is archived"],
			[{ health: 5 }, "Custom attribute 'health' can't be written by the API"],
		])('refuses %j', async (attributes, message) => {
			expect(errorOf(await write(attributes))).toBe(`400 parameter_invalid: ${message}`);
		});

		it('can ignore or accept unknown ones', async () => {
			emulator.settings.unknownCustomAttributes = 'ignore';
			expect((await write({ novel: 1 })).body).toMatchObject({ custom_attributes: {} });
			emulator.settings.unknownCustomAttributes = 'accept';
			expect((await write({ novel: 1 })).body).toMatchObject({ custom_attributes: { novel: 1 } });
		});
	});

	describe('Archiving, blocking, deleting', () => {
		const visible = async (id: string) => {
			emulator.settings.rateLimit.limit = null;
			const listed = await send(emulator, 'GET /contacts');
			const found = await send(emulator, 'POST /contacts/search', {
				body: { query: { field: 'id', operator: '=', value: id } },
			});
			const total = (body: unknown) => field<number>(body, 'total_count');
			return [(await get(id)).status, total(listed.body), total(found.body)];
		};

		it('hides an archived contact until it is unarchived', async () => {
			const id = await createId({ email: 'a@example.com' });
			expect(await visible(id)).toEqual([200, 1, 1]);
			const archived = await send(emulator, `POST /contacts/${id}/archive`);
			expect(archived.body).toEqual({ type: 'contact', id, external_id: null, archived: true });
			expect(await visible(id)).toEqual([404, 0, 0]);
			expect(errorOf(await send(emulator, `PUT /contacts/${id}`, { body: {} }))).toBe(
				'404 not_found: User Not Found',
			);
			const back = await send(emulator, `POST /contacts/${id}/unarchive`);
			expect(back.body).toMatchObject({ archived: false });
			expect(await visible(id)).toEqual([200, 1, 1]);
		});

		it('does not let a blocked contact be created again', async () => {
			const id = await createId({ email: 'a@example.com' });
			const blocked = await send(emulator, `POST /contacts/${id}/block`);
			expect(blocked.body).toMatchObject({ id, blocked: true });
			expect(await visible(id)).toEqual([404, 0, 0]);
			expect(errorOf(await create({ email: 'a@example.com' }))).toContain('400 not_restorable');
		});

		it('deletes for good', async () => {
			const id = await createId({ email: 'a@example.com', external_id: 'a' });
			const deleted = await send(emulator, `DELETE /contacts/${id}`);
			expect(deleted.body).toEqual({ type: 'contact', id, external_id: 'a', deleted: true });
			expect(await visible(id)).toEqual([404, 0, 0]);
			expect((await create({ email: 'a@example.com', external_id: 'a' })).status).toBe(200);
		});
	});

	describe('Merging', () => {
		const merge = (from: string, into: string, skip?: boolean) =>
			send(emulator, 'POST /contacts/merge?include_merge_history=true', {
				body: { from, into, ...(skip === undefined ? {} : { skip_duplicate_validation: skip }) },
			});

		it('points from the lead to the user it became', async () => {
			const user = await createId({ email: 'a@example.com' });
			const lead = await createId({ role: 'lead', email: 'a@example.com', phone: '+15550100' });
			const [tag] = emulator.state.tags.keys();
			await send(emulator, `POST /contacts/${lead}/tags`, { body: { id: tag } });
			const merged = await merge(lead, user);
			expect(merged.body).toMatchObject({
				id: user,
				phone: '+15550100',
				tags: { total_count: 1 },
				merge_history: [{ source_contact_id: lead, source_contact_role: 'lead' }],
			});
			const gone = await get(lead);
			expect(errorOf(gone)).toMatch(/^410 contact_merged: /);
			expect(gone.headers.get('link')).toBe(`</contacts/${user}>; rel="canonical"`);
			const older = await send(emulator, `GET /contacts/${lead}`, {
				headers: { 'intercom-version': '2.15' },
			});
			expect(errorOf(older)).toBe('404 not_found: User Not Found');
		});

		it('points over several merges to the contact that is left', async () => {
			const [first, second, third] = seedContacts(emulator.state, 3);
			const { contacts } = emulator.state;
			contacts.set(first.id, { ...first, status: 'merged', merged_into: second.id });
			contacts.set(second.id, { ...second, status: 'merged', merged_into: third.id });
			const link = (await get(first.id)).headers.get('link');
			expect(link).toBe(`</contacts/${third.id}>; rel="canonical"`);
		});

		it('wants duplicates, unless told to skip that', async () => {
			const user = await createId({ email: 'a@example.com' });
			const lead = await createId({ role: 'lead', email: 'b@example.com' });
			expect(errorOf(await merge(lead, user))).toMatch(/^400 invalid_merge: /);
			expect((await merge(lead, user, true)).status).toBe(200);
		});

		it('merges leads into users and nothing else', async () => {
			const user = await createId({ email: 'a@example.com' });
			const lead = field((await createLead()).body, 'id');
			expect((await merge(user, lead, true)).status).toBe(400);
			expect((await merge(user, user, true)).status).toBe(400);
		});

		it('pages through the history of a user, newest first', async () => {
			const user = await createId({ email: 'a@example.com' });
			const leads = seedContacts(emulator.state, 3, { role: 'lead' }).map(({ id }) => id);
			for (const lead of leads) await merge(lead, user, true);
			const path = `GET /contacts/${user}/merge_history`;
			const first = await send(emulator, `${path}?per_page=2`);
			expect(first.body).toMatchObject({
				has_more: true,
				data: [{ source_contact_id: leads[2] }, { source_contact_id: leads[1] }],
			});
			const cursor = field(first.body, 'next_cursor');
			const last = await send(emulator, `${path}?per_page=2&cursor=${cursor}`);
			expect(last.body).toMatchObject({ has_more: false, next_cursor: null });
			expect(errorOf(await send(emulator, `GET /contacts/${leads[0]}/merge_history`))).toBe(
				'404 not_found: Contact not found',
			);
		});
	});

	describe('What belongs to a contact', () => {
		it('shows ten of everything and where the rest is', async () => {
			const [{ id }] = seedContacts(emulator.state, 1);
			for (let number = 1; number <= 12; number += 1) {
				await send(emulator, `POST /contacts/${id}/notes`, { body: { body: `Note ${number}` } });
			}
			expect(field(await get(id), 'body.notes')).toMatchObject({
				data: { length: 10 },
				total_count: 12,
				has_more: true,
				url: `/contacts/${id}/notes`,
			});
			const notes = await send(emulator, `GET /contacts/${id}/notes`);
			expect(notes.body).toMatchObject({
				total_count: 12,
				data: { length: 12, 0: { body: '<p>Note 12</p>' } },
			});
		});

		it('attaches companies up to the limit, by the id of Intercom', async () => {
			emulator.settings.companiesPerContact = 1;
			const [{ id }] = seedContacts(emulator.state, 1);
			const company = async (companyId: string) => {
				const made = await send(emulator, 'POST /companies', { body: { company_id: companyId } });
				return field(made.body, 'id');
			};
			const attach = (body: object) => send(emulator, `POST /contacts/${id}/companies`, { body });
			const one = await company('one');
			expect((await attach({ id: one })).body).toMatchObject({ id: one, user_count: 1 });
			expect((await attach({ id: one })).status).toBe(200);
			expect(errorOf(await attach({ id: await company('two') }))).toBe(
				'400 contact_company_limit_exceeded: ' +
					'Contact has reached the maximum of 1 company associations',
			);
			expect(errorOf(await attach({ id: 'one' }))).toBe('404 company_not_found: Company Not Found');
			expect(errorOf(await attach({}))).toBe('400 parameter_not_found: company not specified');
			emulator.takeViolations();
		});

		it('lists only explicit choices about subscriptions', async () => {
			const [{ id }] = seedContacts(emulator.state, 1);
			const [newsletter, updates] = emulator.state.subscriptionTypes.keys();
			const path = `/contacts/${id}/subscriptions`;
			await send(emulator, `POST ${path}`, { body: { id: newsletter, consent_type: 'opt_out' } });
			await send(emulator, `POST ${path}`, { body: { id: updates, consent_type: 'opt_in' } });
			expect((await get(id)).body).toMatchObject({
				opted_out_subscription_types: { data: [{ id: newsletter }] },
				opted_in_subscription_types: { data: [{ id: updates }] },
			});
			await send(emulator, `DELETE ${path}/${newsletter}`);
			expect((await send(emulator, `GET ${path}`)).body).toMatchObject({ data: [{ id: updates }] });
			expect(errorOf(await send(emulator, `DELETE ${path}/${newsletter}`))).toBe(
				'404 not_found: Resource Not Found',
			);
		});
	});

	describe('Finding by external id', () => {
		const find = (id: string): ReturnType<typeof send> =>
			send(emulator as Emulator, `GET /contacts/find_by_external_id/${id}`);

		it('finds users at once, however slow search is, and no leads', async () => {
			emulator.settings.searchLagMilliseconds = 60_000;
			await create({ external_id: 'user/1', email: 'user@example.com' });
			await createLead({ external_id: 'lead-1' });
			expect((await find('user%2F1')).body).toMatchObject({ external_id: 'user/1' });
			expect(errorOf(await find('lead-1'))).toBe('404 not_found: User Not Found');
		});
	});
});
