import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { seedContacts } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';
import { loadOptions, resourceMapping, searchList } from '../support/methods';

let emulator: CheckedEmulator;

beforeAll(async () => {
	emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

const byId = (value: unknown) => ({ __rl: true, mode: 'id', value });

async function run(
	operation: string,
	parameters: Record<string, unknown> = {},
	items?: Array<Record<string, unknown>>,
): Promise<NodeRun> {
	return await runNode({
		parameters: { resource: 'contact', operation, ...parameters },
		items,
		credentials: emulator.credentials(),
	});
}

async function create(fields: Record<string, unknown>): Promise<string> {
	const { json, error } = await run('create', fields);
	expect(error).toBeUndefined();
	return String(json[0].id);
}

const lastBody = () => emulator.requests[emulator.requests.length - 1].body;

describe('Contact: Get', () => {
	it('finds by ID, external ID and email', async () => {
		const email = 'three-ways@example.com';
		const id = await create({ email, additionalFields: { externalId: 'three/ways?' } });
		for (const parameters of [
			{ by: 'id', contactId: byId(id) },
			{
				by: 'id',
				contactId: {
					__rl: true,
					mode: 'url',
					value: `https://app.intercom.com/a/apps/x/users/${id}`,
				},
			},
			{ by: 'externalId', externalId: 'three/ways?' },
			{ by: 'email', email },
		])
			expect((await run('get', parameters)).json).toMatchObject([{ id }]);
	});

	it('says who it looked for when nobody is found', async () => {
		const { error } = await run('get', { by: 'email', email: 'nobody@example.com' });
		expect(error?.message).toBe(
			'Intercom has no contact with the email address "nobody@example.com" [item 0]',
		);
		expect(error?.description).toContain('Contacts created or changed in the last minutes');
	});

	it.each(['', '.', '..'])('refuses the ID %j before anything is sent', async (value) => {
		const before = emulator.requests.length;
		const { error } = await run('get', { by: 'id', contactId: byId('={{ $json.id }}') }, [
			{ id: value },
		]);
		expect(error?.message).toMatch(/^'Contact' (is empty|is not an ID)/);
		expect(emulator.requests).toHaveLength(before);
	});
});

describe('Contact: Update', () => {
	it('tells clearing from leaving alone', async () => {
		const contactId = byId(
			await create({
				email: 'clear@example.com',
				additionalFields: { name: 'Name', phone: '+353870000000' },
			}),
		);
		await run('update', {
			contactId,
			updateFields: { name: '={{ null }}' },
			clearFields: ['phone'],
		});
		expect(lastBody()).toEqual({ name: null, phone: null });
		await run('update', {
			contactId,
			updateFields: { name: '', ownerId: '', phone: '+353871234567' },
		});
		expect(lastBody()).toEqual({ phone: '+353871234567' });
	});

	it('Sends dates as Unix seconds, whatever they come as', async () => {
		const contactId = byId(await create({ email: 'dates@example.com' }));
		const dates = [
			'2026-01-02T03:04:05Z',
			'2026-01-02T04:04:05+01:00',
			1767323045,
			1767323045000,
			'1767323045',
		];
		for (const value of dates) {
			await run('update', { contactId, updateFields: { signedUpAt: '={{ $json.value }}' } }, [
				{ value },
			]);
			expect(lastBody()).toEqual({ signed_up_at: 1767323045 });
		}
		const { error } = await run('update', {
			contactId,
			updateFields: { signedUpAt: 'tomorrow-ish' },
		});
		expect(error?.message).toBe(`'Signed Up At' is not a date: "tomorrow-ish" [item 0]`);
	});

	it('a date without a time zone is meant in the zone of the workflow', async () => {
		const contactId = byId(await create({ email: 'zone@example.com' }));
		await runNode({
			parameters: {
				resource: 'contact',
				operation: 'update',
				contactId,
				updateFields: { lastSeenAt: '2026-07-01T00:00:00' },
			},
			timezone: 'America/New_York',
			credentials: emulator.credentials(),
		});
		expect(lastBody()).toEqual({ last_seen_at: Date.UTC(2026, 6, 1, 4) / 1000 });
	});

	it('intercom-node #144: custom attributes go out in their types, null clears one', async () => {
		const contactId = byId(await create({ email: 'attributes@example.com' }));
		const { fields } = await resourceMapping({
			method: 'getContactAttributes',
			credentials: emulator.credentials(),
		});
		const number = fields.find(({ type }) => type === 'number');
		const flag = fields.find(({ type }) => type === 'boolean');
		const date = fields.find(({ type }) => type === 'dateTime');
		expect([number, flag, date]).not.toContain(undefined);
		await run('update', {
			contactId,
			customAttributes: {
				mappingMode: 'defineBelow',
				value: {
					[String(number?.id)]: 3,
					[String(flag?.id)]: false,
					[String(date?.id)]: '2026-01-02T00:00:00Z',
				},
				schema: fields,
			},
		});
		expect(lastBody()).toEqual({
			custom_attributes: {
				[String(number?.id)]: 3,
				[String(flag?.id)]: false,
				[String(date?.id)]: Date.UTC(2026, 0, 2) / 1000,
			},
		});
		await run('update', {
			contactId,
			customAttributesInput: 'json',
			customAttributesJson: `{ "${String(number?.id)}": null }`,
		});
		expect(lastBody()).toEqual({ custom_attributes: { [String(number?.id)]: null } });
	});
});

describe('Contact: Email Verified', () => {
	const message = "'Email Verified' needs 'Email' [item 0]";

	it.each<[string, Record<string, unknown>]>([
		['create', { role: 'lead', additionalFields: { emailVerified: true } }],
		['create', { additionalFields: { externalId: 'customer-9', emailVerified: false } }],
		[
			'update',
			{ contactId: byId('6762f0ae1bb69f9f2193bb7b'), updateFields: { emailVerified: true } },
		],
		['upsert', { externalId: 'customer-9', additionalFields: { emailVerified: true } }],
	])('without an email is refused by %s before anything is sent', async (operation, fields) => {
		const before = emulator.requests.length;
		const { error } = await run(operation, fields);
		expect(error?.message).toBe(message);
		expect(emulator.requests).toHaveLength(before);
	});

	it('goes out with the email', async () => {
		await create({ email: 'sure@example.com', additionalFields: { emailVerified: true } });
		expect(lastBody()).toMatchObject({ email: 'sure@example.com', email_verified: true });
	});
});

describe('Contact: Get Companies', () => {
	it.each(['companies', 'data'])('finds them under %s', async (key) => {
		const companies = [{ type: 'company', id: '6762f0a61bb69f9f2193bb55', name: 'Acme' }];
		const body = {
			type: 'list',
			[key]: companies,
			pages: { type: 'pages', next: null, page: 1, per_page: 50, total_pages: 1 },
			total_count: 1,
		};
		emulator.failNext({ kind: 'status', status: 200, body });
		const contactId = byId('6762f0ae1bb69f9f2193bb7b');
		expect((await run('getCompanies', { contactId })).json).toEqual(companies);
		emulator.takeViolations();
	});
});

describe('Contact: Merge', () => {
	it('takes emails and external IDs, and gives the user who is left', async () => {
		const email = 'merge@example.com';
		await create({ role: 'lead', email });
		const user = await create({ email, additionalFields: { externalId: 'merge-user' } });
		const { json } = await run('merge', {
			leadBy: 'email',
			leadEmail: email,
			userBy: 'externalId',
			userExternalId: 'merge-user',
		});
		expect(json).toMatchObject([{ id: user, role: 'user' }]);
	});

	it('checks the roles before it sends', async () => {
		const user = await create({ email: 'roles@example.com' });
		const { error } = await run('merge', {
			leadBy: 'id',
			leadId: byId(user),
			userBy: 'id',
			userId: byId(user),
		});
		expect(error?.message).toBe(`Contact ${user} is a user, not a lead [item 0]`);
		expect(emulator.requests.filter(({ path }) => path === '/contacts/merge')).toHaveLength(1);
	});
});

describe('Contact: lists', () => {
	it('gives all tags of a contact, though Intercom embeds only ten', async () => {
		const contactId = byId(await create({ email: 'tagged@example.com' }));
		for (let count = 0; count < 12; count += 1) {
			const tag = await runNode({
				parameters: {
					resource: 'customAction',
					operation: 'call',
					method: 'POST',
					path: '/tags',
					body: JSON.stringify({ name: `Tag ${count}` }),
				},
				credentials: emulator.credentials(),
			});
			await run('addTag', { contactId, tagId: byId(tag.json[0].id) });
		}
		expect((await run('getTags', { contactId, returnAll: true })).json).toHaveLength(12);
		const [raw] = (await run('get', { by: 'id', contactId, simplify: false })).json;
		expect((raw.tags as { data: unknown[] }).data).toHaveLength(10);
	});

	it('gives records simplified, raw, with chosen fields, or as a page to go on from', async () => {
		seedContacts(emulator.state, 25, { first: 1000 });
		const [simplified] = (await run('getAll', { limit: 1 })).json;
		expect(
			Object.values(simplified).some((value) => typeof value === 'object' && value !== null),
		).toBe(false);
		const [raw] = (await run('getAll', { limit: 1, output: 'raw' })).json;
		expect(raw).toHaveProperty('tags');
		const [chosen] = (
			await run('getAll', {
				limit: 1,
				output: 'selected',
				selectedFields: 'email, location.country',
			})
		).json;
		expect(Object.keys(chosen)).toEqual(['email', 'location.country']);
		const [page] = (await run('getAll', { output: 'page', pageOptions: { pageSize: 10 } })).json;
		const { next } = page.pages as { next: { starting_after: string } };
		expect(page.data).toHaveLength(10);
		const [second] = (
			await run('getAll', {
				output: 'page',
				pageOptions: { pageSize: 10, startingAfter: next.starting_after },
			})
		).json;
		const ids = [page, second].flatMap(({ data }) =>
			(data as Array<{ id: string }>).map(({ id }) => id),
		);
		expect(new Set(ids).size).toBe(20);
	});

	it('Airbyte #16808: Return All asks for the largest pages and gives each contact once', async () => {
		const large = await startCheckedEmulator({
			contacts: 20_000,
			settings: { rateLimit: { limit: null } },
		});
		const { json, error } = await runNode({
			parameters: { resource: 'contact', operation: 'getAll', returnAll: true },
			credentials: large.credentials(),
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(20_000);
		expect(new Set(json.map(({ id }) => id)).size).toBe(20_000);
		expect(large.requests.length).toBeLessThanOrEqual(134);
		large.assertClean();
		await large.close();
	});

	it('asks for no more than the limit', async () => {
		const before = emulator.requests.length;
		expect((await run('getAll', { limit: 3 })).json).toHaveLength(3);
		expect(emulator.requests.slice(before)).toMatchObject([{ query: { per_page: '3' } }]);
	});
});

describe('Drop-downs', () => {
	it('contacts are searched by Intercom and paged', async () => {
		const options = { method: 'searchContacts', credentials: emulator.credentials() };
		const first = await searchList(options);
		expect(first.results).toHaveLength(25);
		expect(first.paginationToken).toBeDefined();
		const filtered = await searchList({ ...options, filter: 'three-ways' });
		expect(filtered.results).toHaveLength(1);
	});

	it('admins come as options', async () => {
		const admins = await loadOptions({ method: 'getAdmins', credentials: emulator.credentials() });
		expect(admins.map(({ value }) => value).sort()).toEqual(
			[...emulator.state.admins.values()].map(({ id }) => id).sort(),
		);
	});
});
