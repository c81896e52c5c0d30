import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedContacts, SEED_RULESET } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { field, send } from './client';

/** Every operation once, each answer held against Intercom's own description. */
describe('Operations of the emulator', () => {
	let emulator: CheckedEmulator;
	let user: string;
	let lead: string;
	let company: string;

	beforeAll(async () => {
		emulator = await startCheckedEmulator({ contacts: 3, companies: 20 });
		[user] = emulator.state.contacts.keys();
		lead = seedContacts(emulator.state, 1, { role: 'lead' })[0].id;
		[company] = emulator.state.companies.keys();
	});
	afterAll(async () => await emulator.close());

	const first = (collection: 'tags' | 'segments' | 'subscriptionTypes' | 'admins' | 'teams') => {
		const [id] = emulator.state[collection].keys();
		return id;
	};

	const cases: Array<[string, () => { path?: string; body?: object }]> = [
		['GET /me', () => ({})],
		['GET /admins', () => ({})],
		['GET /admins/{admin_id}', () => ({ path: `/admins/${first('admins')}` })],
		['GET /teams', () => ({})],
		['GET /teams/{team_id}', () => ({ path: `/teams/${first('teams')}` })],
		['POST /contacts', () => ({ body: { email: 'new@example.com', name: 'New' } })],
		['GET /contacts', () => ({ path: '/contacts?per_page=2' })],
		[
			'POST /contacts/search',
			() => ({
				body: {
					query: { field: 'email', operator: '=', value: 'customer00001@example.com' },
					sort: { field: 'created_at', order: 'ascending' },
					pagination: { per_page: 5 },
				},
			}),
		],
		[
			'GET /contacts/{contact_id}',
			() => ({ path: `/contacts/${user}?include_merge_history=true` }),
		],
		[
			'GET /contacts/find_by_external_id/{external_id}',
			() => ({ path: '/contacts/find_by_external_id/customer-00001' }),
		],
		[
			'PUT /contacts/{contact_id}',
			() => ({ path: `/contacts/${user}`, body: { custom_attributes: { seats: 5 } } }),
		],
		[
			'POST /contacts/{contact_id}/companies',
			() => ({ path: `/contacts/${user}/companies`, body: { id: company } }),
		],
		['GET /contacts/{contact_id}/companies', () => ({ path: `/contacts/${user}/companies` })],
		[
			'DELETE /contacts/{contact_id}/companies/{company_id}',
			() => ({ path: `/contacts/${user}/companies/${company}` }),
		],
		[
			'POST /contacts/{contact_id}/tags',
			() => ({ path: `/contacts/${user}/tags`, body: { id: first('tags') } }),
		],
		['GET /contacts/{contact_id}/tags', () => ({ path: `/contacts/${user}/tags` })],
		[
			'DELETE /contacts/{contact_id}/tags/{tag_id}',
			() => ({ path: `/contacts/${user}/tags/${first('tags')}` }),
		],
		['GET /contacts/{contact_id}/notes', () => ({ path: `/contacts/${user}/notes` })],
		['GET /contacts/{contact_id}/segments', () => ({ path: `/contacts/${user}/segments` })],
		[
			'POST /contacts/{contact_id}/subscriptions',
			() => ({
				path: `/contacts/${user}/subscriptions`,
				body: { id: first('subscriptionTypes'), consent_type: 'opt_out' },
			}),
		],
		[
			'GET /contacts/{contact_id}/subscriptions',
			() => ({ path: `/contacts/${user}/subscriptions` }),
		],
		[
			'DELETE /contacts/{contact_id}/subscriptions/{subscription_id}',
			() => ({ path: `/contacts/${user}/subscriptions/${first('subscriptionTypes')}` }),
		],
		['GET /contacts/{id}/banners', () => ({ path: `/contacts/${user}/banners` })],
		[
			'POST /contacts/merge',
			() => ({ body: { from: lead, into: user, skip_duplicate_validation: true } }),
		],
		['GET /contacts/{id}/merge_history', () => ({ path: `/contacts/${user}/merge_history` })],
		['POST /contacts/{contact_id}/archive', () => ({ path: `/contacts/${user}/archive` })],
		['POST /contacts/{contact_id}/unarchive', () => ({ path: `/contacts/${user}/unarchive` })],
		['POST /contacts/{contact_id}/block', () => ({ path: `/contacts/${user}/block` })],
		[
			'DELETE /contacts/{contact_id}',
			() => ({ path: `/contacts/${[...emulator.state.contacts.keys()][1]}` }),
		],
		[
			'POST /companies',
			() => ({ body: { company_id: 'acme', name: 'Acme', plan: 'Gold', monthly_spend: 9 } }),
		],
		['GET /companies', () => ({ path: '/companies?company_id=acme' })],
		['GET /companies/{company_id}', () => ({ path: `/companies/${company}` })],
		[
			'PUT /companies/{company_id}',
			() => ({ path: `/companies/${company}`, body: { industry: 'Retail' } }),
		],
		['GET /companies/{company_id}/contacts', () => ({ path: `/companies/${company}/contacts` })],
		['GET /companies/{company_id}/segments', () => ({ path: `/companies/${company}/segments` })],
		[
			'POST /companies/{company_id}/notes',
			() => ({ path: `/companies/${company}/notes`, body: { body: 'Hello' } }),
		],
		['GET /companies/{company_id}/notes', () => ({ path: `/companies/${company}/notes` })],
		['POST /companies/list', () => ({ path: '/companies/list?page=1&per_page=5&order=asc' })],
		['GET /companies/scroll', () => ({})],
		['DELETE /companies/{company_id}', () => ({ path: `/companies/${company}` })],
		['GET /tags', () => ({})],
		['POST /tags', () => ({ body: { name: 'Fresh', companies: [{ company_id: 'acme' }] } })],
		['GET /tags/{tag_id}', () => ({ path: `/tags/${first('tags')}` })],
		['DELETE /tags/{tag_id}', () => ({ path: `/tags/${first('tags')}` })],
		['GET /segments', () => ({ path: '/segments?include_count=true' })],
		['GET /segments/{segment_id}', () => ({ path: `/segments/${first('segments')}` })],
		['GET /subscription_types', () => ({})],
		['GET /data_attributes', () => ({ path: '/data_attributes?model=contact' })],
		[
			'POST /data_attributes',
			() => ({ body: { name: 'Shoe Size', model: 'contact', data_type: 'integer' } }),
		],
		[
			'POST /messages',
			() => ({
				body: {
					message_type: 'email',
					subject: 'Hello',
					body: 'Hello there',
					template: 'plain',
					from: { type: 'admin', id: Number(first('admins')) },
					to: { type: 'user', id: seedContacts(emulator.state, 1)[0].id },
					create_conversation_without_contact_reply: true,
				},
			}),
		],
		[
			'GET /messages/status',
			() => ({ path: `/messages/status?ruleset_id=${SEED_RULESET}&per_page=2` }),
		],
		[
			'GET /messages/whatsapp/status',
			() => ({ path: '/messages/whatsapp/status?message_id=wamid_broadcast_4' }),
		],
	];

	it.each(cases)('%s', async (operation, request) => {
		const [method, described] = operation.split(' ');
		const { path = described, body } = request();
		const answer = await send(emulator, `${method} ${path}`, { body });
		expect(answer).toMatchObject({ status: 200 });
		expect([...emulator.accepted]).toContain(operation);
		emulator.assertClean();
	});

	it('reads a note, dismisses a banner and changes an attribute by the ids just given out', async () => {
		const [{ id: contact }] = seedContacts(emulator.state, 1);
		const note = await send(emulator, `POST /contacts/${contact}/notes`, { body: { body: 'Hi' } });
		await send(emulator, `GET /notes/${field(note.body, 'id')}`);
		const banners = await send(emulator, `GET /contacts/${contact}/banners`);
		const view = field(banners.body, 'data.0.view_id');
		await send(emulator, `POST /contacts/${contact}/banners/${view}/dismiss`);
		const attributes = await send(emulator, 'GET /data_attributes?model=company');
		const custom = field<Array<{ id?: number; custom: boolean }>>(attributes.body, 'data').find(
			(attribute) => attribute.custom,
		);
		await send(emulator, `PUT /data_attributes/${custom?.id}`, { body: { archived: true } });

		const later = await send(emulator, `GET /contacts/${contact}/banners`);
		expect(later.body).toEqual({ type: 'list', data: [] });
		expect([...emulator.accepted]).toEqual(
			expect.arrayContaining([
				'GET /notes/{note_id}',
				'POST /contacts/{id}/banners/{view_id}/dismiss',
				'PUT /data_attributes/{data_attribute_id}',
			]),
		);
	});
});
