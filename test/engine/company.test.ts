import { describe, expect, it } from '@jest/globals';

import { seedCompanies, seedContacts } from '../../dev/emulator';
import { resourceMapping } from '../support/methods';
import { byId, testResource } from '../support/resource';

const company = testResource('company');

const stored = (id: unknown) => company.emulator.state.companies.get(String(id));
const filled = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value });

/** A company that Intercom shows, because a contact belongs to it. */
function seeded() {
	seedContacts(company.emulator.state, 1);
	return seedCompanies(company.emulator.state, 1)[0];
}

describe('Companies', () => {
	it('are created, then updated by the same company ID', async () => {
		const parameters = {
			ownCompanyId: 'customer-42',
			name: 'Acme',
			additionalFields: {
				monthlySpend: 155,
				plan: 'Enterprise',
				remoteCreatedAt: '2020-01-01T00:00:00Z',
				updateLastRequestAt: true,
			},
			customAttributes: filled({ tier: 'gold', devices: 3 }),
		};
		const [first] = await company.output('upsert', parameters);
		expect(company.lastRequest().body).toMatchObject({
			company_id: 'customer-42',
			remote_created_at: 1_577_836_800,
			custom_attributes: { tier: 'gold', devices: 3 },
		});
		const [second] = await company.output('upsert', { ...parameters, name: 'Acme Ltd' });
		expect(second).toMatchObject({ id: first.id, name: 'Acme Ltd', plan: 'Enterprise' });
	});

	it('of the same ID are written one after the other, in input order', async () => {
		company.emulator.settings.latencyMilliseconds = 20;
		const items = [1, 2, 3, 4, 5].map((round) => ({ name: `Round ${round}` }));
		const parameters = { ownCompanyId: 'same', name: '={{ $json.name }}' };
		const { json } = await company.run('upsert', parameters, items);
		company.emulator.settings.latencyMilliseconds = 0;
		expect(new Set(json.map(({ id }) => id)).size).toBe(1);
		expect(stored(json[0].id)?.name).toBe('Round 5');
	});

	it('intercom-node #461: a creation that meets another one is sent once more', async () => {
		const body = {
			type: 'error.list',
			errors: [{ code: 'unique_company_constraint', message: 'Company already exists' }],
		};
		company.emulator.failNext({ kind: 'status', status: 400, body, match: '^POST /companies$' });
		const [made] = await company.output('upsert', { ownCompanyId: 'raced', name: 'Raced' });
		expect(made.name).toBe('Raced');
	});

	it('are found by Intercom’s ID, by the own company ID and by name, whichever shape the answer has', async () => {
		const { id, company_id: ownId, name } = seeded();
		for (const shape of ['list', 'company'] as const) {
			company.emulator.settings.companyLookup = shape;
			const byOwnId = { by: 'companyId', ownCompanyId: ownId };
			expect(await company.output('get', byOwnId)).toMatchObject([{ id }]);
			expect(await company.output('get', { by: 'name', name })).toMatchObject([{ id }]);
		}
		company.emulator.settings.companyLookup = 'list';
		// The description promises a list; its text, a company (2.16 line 6129).
		company.emulator.takeViolations();
		expect(await company.output('get', { by: 'id', companyId: byId(id) })).toMatchObject([{ id }]);
	});

	it('that are not there are said to be missing, and why that can be', async () => {
		const words = await company.failure('get', { by: 'name', name: 'Nobody Ltd' });
		expect(words).toContain('Intercom has no company with the name "Nobody Ltd"');
		expect(words).toContain('to which no contact belongs');
	});

	it('are changed by Intercom’s ID; only the fields named change', async () => {
		const { id } = seeded();
		await company.output('update', {
			companyId: byId(id),
			updateFields: { size: 0, industry: 'Lamps' },
		});
		expect(company.lastRequest()).toMatchObject({
			method: 'PUT',
			body: { size: 0, industry: 'Lamps' },
		});
		expect(stored(id)).toMatchObject({ size: 0, industry: 'Lamps', plan: null });
	});

	it('offer their writable attributes with types and choices', async () => {
		const { fields } = await resourceMapping({
			method: 'getCompanyAttributes',
			credentials: company.emulator.credentials(),
		});
		expect(fields.map(({ id, type }) => [id, type])).toEqual([
			['contract_ends_at', 'dateTime'],
			['devices', 'number'],
			['tier', 'options'],
		]);
	});

	it('keep attributes that were added to the form and not filled in; null in JSON clears', async () => {
		const { id } = seeded();
		const companyId = byId(id);
		await company.output('update', {
			companyId,
			customAttributes: filled({ tier: 'gold', devices: 3 }),
		});
		await company.output('update', {
			companyId,
			customAttributes: filled({ tier: null, devices: 4 }),
		});
		expect(stored(id)?.custom_attributes).toEqual({ tier: 'gold', devices: 4 });
		await company.output('update', {
			companyId,
			customAttributesInput: 'json',
			customAttributesJson: '{"tier": null}',
		});
		expect(company.lastRequest().body).toEqual({ custom_attributes: { tier: null } });
	});

	it('are deleted', async () => {
		const { id } = seeded();
		expect(await company.output('delete', { companyId: byId(id) })).toEqual([
			{ id, object: 'company', deleted: true },
		]);
		expect(stored(id)).toBeUndefined();
	});
});

describe('What belongs to a company', () => {
	it('contacts, on all pages', async () => {
		const contacts = seedContacts(company.emulator.state, 60);
		const [{ id }] = seedCompanies(company.emulator.state, 1);
		for (const contact of contacts)
			company.emulator.state.contacts.set(contact.id, { ...contact, company_ids: [id] });
		const listed = await company.output('getContacts', { companyId: byId(id), returnAll: true });
		expect(new Set(listed.map((contact) => contact.id)).size).toBeGreaterThanOrEqual(60);
	});

	it('notes, written in the name of a teammate', async () => {
		const { id } = seeded();
		const [, author] = company.emulator.state.admins.keys();
		await company.output('addNote', { companyId: byId(id), body: 'Renews', adminId: byId(author) });
		expect(company.lastRequest().body).toEqual({ body: 'Renews', admin_id: author });
		expect(await company.output('getNotes', { companyId: byId(id) })).toMatchObject([
			{ body: '<p>Renews</p>', author: { id: author } },
		]);
	});

	it('segments', async () => {
		const { id } = seeded();
		const { companies, segments } = company.emulator.state;
		const [segment] = segments.keys();
		const before = companies.get(id);
		if (before) companies.set(id, { ...before, segment_ids: [segment] });
		expect(await company.output('getSegments', { companyId: byId(id) })).toMatchObject([
			{ id: segment },
		]);
	});

	it('tags, put on and taken off many companies with one request', async () => {
		const [one, two] = [seeded(), seeded()];
		const before = company.emulator.requests.length;
		const [answer] = await company.output('addTag', {
			tagName: 'Wholesale',
			companyIds: `${one.id}, ${two.id}`,
		});
		expect(answer.companies).toEqual([
			{ id: one.id, tagged: true },
			{ id: two.id, tagged: true },
		]);
		await company.output('removeTag', {
			tagName: 'wholesale',
			companiesBy: 'companyId',
			ownCompanyIds: one.company_id,
		});
		expect(company.lastRequest().body).toEqual({
			name: 'wholesale',
			companies: [{ company_id: one.company_id, untag: true }],
		});
		expect(stored(one.id)?.tag_ids).toEqual([]);
		expect(stored(two.id)?.tag_ids).toEqual([answer.id]);
		expect(company.emulator.requests.length).toBe(before + 2);
	});
});

describe('Lists of companies', () => {
	it('come in order of activity, and with a tag or in a segment', async () => {
		const { state } = company.emulator;
		seedContacts(state, 1);
		const companies = seedCompanies(state, 70);
		const latest = companies[companies.length - 1];
		const [first] = await company.output('getAll', { limit: 1 });
		expect(first.id).toBe(latest.id);
		expect(await company.output('getAll', { limit: 65 })).toHaveLength(65);
		const [tagId] = state.tags.keys();
		state.companies.set(latest.id, { ...latest, tag_ids: [tagId] });
		const tagged = await company.output('getAll', { which: 'tag', tagId: byId(tagId) });
		expect(tagged.map(({ id }) => id)).toEqual([latest.id]);
	});

	it('Nango #470: end at 10,000, which is said with what to do', async () => {
		company.emulator.settings.companyListReach = 60;
		const words = await company.failure('getAll', { method: 'list', returnAll: true });
		company.emulator.settings.companyListReach = 10_000;
		expect(words).toContain('Intercom lists at most 10,000 companies');
		expect(words).toContain("Choose the method 'Scroll'");
		const { requests } = company.emulator;
		const before = requests.length;
		const all = await company.output('getAll', { returnAll: true });
		expect(all.length).toBeGreaterThan(60);
		expect(requests.slice(before).every(({ path }) => path === '/companies/scroll')).toBe(true);
	});
});
