import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedContacts, SEED_RULESET, startEmulator } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { errorOf, field, send } from './client';

describe('Workspace of the emulator', () => {
	let emulator: CheckedEmulator;

	beforeEach(async () => {
		emulator = await startCheckedEmulator({ contacts: 2 });
	});
	afterEach(async () => {
		await emulator.close();
		emulator.assertClean();
	});

	describe('Seeding', () => {
		it('makes the same workspace from the same seed, and other ids from another', async () => {
			const contactsOf = async (seed: number) => {
				const other = await startEmulator({ seed, contacts: 3, companies: 2 });
				await other.close();
				return [...other.state.contacts.values(), ...other.state.companies.values()];
			};
			expect(await contactsOf(7)).toEqual(await contactsOf(7));
			expect((await contactsOf(8))[0].id).not.toBe((await contactsOf(7))[0].id);
		});

		it('shows seeded contacts to search at once, however slow it is', async () => {
			emulator.settings.searchLagMilliseconds = 60_000;
			seedContacts(emulator.state, 1, { details: () => ({ email: 'seeded@example.com' }) });
			const { body } = await send(emulator, 'POST /contacts/search', {
				body: { query: { field: 'email', operator: '=', value: 'seeded@example.com' } },
			});
			expect(body).toMatchObject({ total_count: 1 });
		});
	});

	describe('Tags', () => {
		const write = (body: object) => send(emulator, 'POST /tags', { body });

		it('finds a tag by its name in any case, or renames it by id', async () => {
			const { body } = await write({ name: 'Fresh' });
			const id = field(body, 'id');
			expect((await write({ name: 'FRESH' })).body).toMatchObject({ id, name: 'Fresh' });
			expect((await write({ name: 'Stale', id })).body).toMatchObject({ id, name: 'Stale' });
		});

		it('tags and untags what exists and skips the rest', async () => {
			const [user] = emulator.state.contacts.keys();
			await send(emulator, 'POST /companies', { body: { company_id: 'acme' } });
			const tagged = await write({ name: 'Fresh', users: [{ id: user }, { id: 'nobody' }] });
			expect(tagged.body).toMatchObject({ users: [{ id: user, tagged: true }] });
			const companies = [{ company_id: 'acme' }, { company_id: 'nothing' }];
			const on = await write({ name: 'Fresh', companies });
			expect(on.body).toMatchObject({ companies: [{ tagged: true }] });
			const off = await write({ name: 'Fresh', companies: [{ company_id: 'acme', untag: true }] });
			expect(off.body).toMatchObject({ companies: [{ tagged: false }] });
		});

		it('takes a deleted tag off everything, unless a segment depends on it', async () => {
			const [free, , needed] = emulator.state.tags.keys();
			const [user] = emulator.state.contacts.keys();
			await send(emulator, `POST /contacts/${user}/tags`, { body: { id: free } });
			const deleted = await send(emulator, `DELETE /tags/${free}`);
			expect(deleted).toMatchObject({ status: 200, body: undefined });
			expect((await send(emulator, `GET /contacts/${user}/tags`)).body).toMatchObject({ data: [] });
			expect(errorOf(await send(emulator, `DELETE /tags/${needed}`))).toBe(
				'400 tag_has_dependent_objects: ' +
					'Unable to delete Tag with dependent objects. Segments: VIP Customers.',
			);
		});
	});

	describe('Companies', () => {
		it('creates or updates by company_id, and never changes that', async () => {
			const write = (body: object) => send(emulator, 'POST /companies', { body });
			const first = await write({ company_id: 'acme', name: 'Acme', plan: 'Gold' });
			const second = await write({ company_id: 'acme', industry: 'Retail' });
			expect(second.body).toMatchObject({
				id: field(first.body, 'id'),
				name: 'Acme',
				plan: { name: 'Gold' },
				industry: 'Retail',
			});
			const path = `/companies/${field(first.body, 'id')}`;
			const moved = await send(emulator, `PUT ${path}`, { body: { company_id: 'other' } });
			expect(errorOf(moved)).toContain('400 emulator_unknown_body_field');
			emulator.takeViolations();
		});

		it('detaches its contacts when deleted', async () => {
			const [user] = emulator.state.contacts.keys();
			const { body } = await send(emulator, 'POST /companies', { body: { company_id: 'acme' } });
			const id = field(body, 'id');
			await send(emulator, `POST /contacts/${user}/companies`, { body: { id } });
			await send(emulator, `DELETE /companies/${id}`);
			const contact = await send(emulator, `GET /contacts/${user}`);
			expect(contact.body).toMatchObject({ companies: { total_count: 0 } });
		});
	});

	describe('Data attributes', () => {
		const create = (body: object) =>
			send(emulator, 'POST /data_attributes', {
				body: { model: 'contact', data_type: 'string', ...body },
			});

		it('lists by model, without the archived', async () => {
			const names = async (query: string) => {
				const { body } = await send(emulator, `GET /data_attributes?${query}`);
				return field<Array<{ name: string }>>(body, 'data').map(({ name }) => name);
			};
			expect(await names('model=contact')).not.toContain('legacy_code');
			expect(await names('model=contact&include_archived=true')).toContain('legacy_code');
			expect(await names('model=company')).toEqual(expect.arrayContaining(['company_id', 'tier']));
		});

		it('sends those who ask for conversations elsewhere', async () => {
			const answer = await send(emulator, 'GET /data_attributes?model=conversation');
			expect(errorOf(answer)).toBe(
				'422 parameter_invalid: model=conversation is no longer supported. ' +
					'Use GET /conversations/attributes instead',
			);
			emulator.takeViolations();
		});

		it('creates attributes that contacts can have and be searched by at once', async () => {
			await create({
				name: 'shoe',
				data_type: 'options',
				options: [{ value: 'S' }, { value: 'L' }],
			});
			const body = { email: 'a@example.com', custom_attributes: { shoe: 'L' } };
			expect((await send(emulator, 'POST /contacts', { body })).status).toBe(200);
			const found = await send(emulator, 'POST /contacts/search', {
				body: { query: { field: 'custom_attributes.shoe', operator: '=', value: 'L' } },
			});
			expect(found.body).toMatchObject({ total_count: 1 });
		});

		it.each([
			[
				{ name: 'plan' },
				"You already have 'plan' in your people data. To save this as new people data",
			],
			[
				{ name: 'tier' },
				"You already have 'tier' in your company data. To save this as new people data",
			],
			[{ name: 'a?b' }, 'Your name for this attribute must only contain alphanumeric characters'],
			[{ name: 'new', data_type: 'text' }, "Data Type isn't an option"],
			[{ name: 'new', model: 'ticket' }, 'The Data Attribute model field must be either contact'],
		])('refuses %j', async (body, message) => {
			expect(errorOf(await create(body))).toContain(`400 parameter_invalid: ${message}`);
			emulator.takeViolations();
		});
	});

	describe('Messages', () => {
		const compose = (changes: object) => {
			const [admin] = emulator.state.admins.keys();
			const [user] = emulator.state.contacts.keys();
			return {
				message_type: 'inapp',
				body: 'Hello',
				from: { type: 'admin', id: Number(admin) },
				to: { type: 'user', id: user },
				...changes,
			};
		};
		const post = (changes: object) => send(emulator, 'POST /messages', { body: compose(changes) });

		it('sends in-app, to one or several, with a conversation on request', async () => {
			const [one, two] = emulator.state.contacts.keys();
			const single = await post({});
			expect(single.body).toMatchObject({ type: 'admin_message', message_type: 'inapp' });
			expect(single.body).not.toHaveProperty('conversation_id');
			const to = [one, two].map((id) => ({ type: 'user', id }));
			const several = await post({ to, create_conversation_without_contact_reply: true });
			expect(several.body).toMatchObject({ conversation_id: expect.stringMatching(/^\d+$/) });
			expect([...emulator.state.messages.values()].map(({ contact_ids: ids }) => ids)).toEqual([
				[one],
				[one, two],
			]);
		});

		it('takes the spelling of the description, too', async () => {
			expect((await post({ message_type: 'in_app' })).body).toMatchObject({
				message_type: 'inapp',
			});
			emulator.takeViolations();
		});

		it('sends WhatsApp and tells how delivery went', async () => {
			const sent = await post({
				message_type: 'whatsapp',
				body: undefined,
				to: { phone: '+15550100', name: 'Customer' },
				template: 'keep_live',
				locale: 'en',
				components: [{ type: 'BODY', parameters: [{ type: 'text', text: 'Customer 1' }] }],
			});
			const id = field(sent.body, 'id');
			const status = await send(emulator, `GET /messages/whatsapp/status?message_id=wamid_${id}`);
			expect(status.body).toMatchObject({ status: 'delivered', template_name: 'keep_live' });
			const unknown = await send(emulator, 'GET /messages/whatsapp/status?message_id=1');
			expect(errorOf(unknown)).toBe('404 whatsapp_message_not_found: Whatsapp message not found');
		});

		it('pages through the deliveries of a broadcast', async () => {
			const path = `GET /messages/status?ruleset_id=${SEED_RULESET}&per_page=3`;
			const first = await send(emulator, path);
			expect(first.body).toMatchObject({ total_count: 4, events: { length: 3 } });
			const cursor = field(first.body, 'pages.next.starting_after');
			const last = await send(emulator, `${path}&starting_after=${cursor}`);
			expect(last.body).toMatchObject({ events: [{ status: 'failed' }], pages: { next: null } });
		});

		it('answers a missing ruleset in a shape of its own', async () => {
			const { status, body } = await send(emulator, 'GET /messages/status');
			expect(status).toBe(400);
			expect(body).toEqual({
				type: 'error',
				request_id: expect.any(String),
				message: 'ruleset_id is required',
			});
			emulator.takeViolations();
		});

		it.each([
			[{ body: null }, '400 parameter_invalid: Body is required'],
			[{ message_type: 'email' }, '422 parameter_not_found: No subject supplied for email message'],
			[
				{ message_type: 'email', subject: 'Hi', template: 'fancy' },
				"400 parameter_invalid: template must be 'plain' or 'personal'",
			],
			[{ to: { type: 'user', id: 'nobody' } }, '404 not_found: User Not Found'],
			[{ from: { type: 'admin', id: 1 } }, '404 admin_not_found: Admin not found'],
			[{ message_type: 'sms' }, '400 parameter_invalid: Message type sms is invalid'],
		])('refuses %j', async (changes, error) => {
			expect(errorOf(await post(changes))).toBe(error);
			emulator.takeViolations();
		});

		it('refuses a recipient of the wrong role, and one that is too new', async () => {
			const [lead] = seedContacts(emulator.state, 1, { role: 'lead' });
			const wrong = await post({ to: { type: 'user', id: lead.id } });
			expect(errorOf(wrong)).toContain('400 emulator_wrong_recipient_type');
			emulator.settings.messagingLagMilliseconds = 60_000;
			const created = await send(emulator, 'POST /contacts', { body: { email: 'a@example.com' } });
			const to = { type: 'user', id: field(created.body, 'id') };
			expect(errorOf(await post({ to }))).toBe('404 not_found: User Not Found');
			emulator.settings.clockSkewMilliseconds += 61_000;
			expect((await post({ to })).status).toBe(200);
		});
	});
});
