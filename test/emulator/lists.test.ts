import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedCompanies, seedContacts } from '../../dev/emulator';
import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { errorOf, field, send } from './client';

interface Page {
	data: Array<{ id: string }>;
	total_count: number;
	pages: { next?: { starting_after: string } };
}

describe('Lists of the emulator', () => {
	let emulator: CheckedEmulator;

	beforeEach(async () => {
		emulator = await startCheckedEmulator({ settings: { rateLimit: { limit: null } } });
	});
	afterEach(async () => {
		await emulator.close();
		emulator.assertClean();
	});

	const list = async (size: number, cursor?: string) => {
		const after = cursor === undefined ? '' : `&starting_after=${cursor}`;
		const answer = await send(emulator, `GET /contacts?per_page=${size}${after}`);
		return answer.body as Page;
	};
	const search = async (size: number, cursor?: string) => {
		const { body } = await send(emulator, 'POST /contacts/search', {
			body: {
				query: { field: 'role', operator: '=', value: 'user' },
				sort: { field: 'last_seen_at', order: 'ascending' },
				pagination: { per_page: size, ...(cursor ? { starting_after: cursor } : {}) },
			},
		});
		return body as Page;
	};

	/** All ids, page after page, and the number of pages. */
	const walk = async (read: typeof list, size: number, onPage = async () => {}) => {
		const ids: string[] = [];
		let pages = 0;
		let cursor: string | undefined;
		do {
			const page = await read(size, cursor);
			ids.push(...page.data.map(({ id }) => id));
			cursor = page.pages.next?.starting_after;
			pages += 1;
			await onPage();
		} while (cursor !== undefined);
		return { ids, pages };
	};

	describe.each([
		['GET /contacts', list],
		['POST /contacts/search', search],
	])('Cursor pages of %s', (_name, read) => {
		it.each([
			[10, 4, 3],
			[10, 5, 2],
			[1, 150, 1],
			[0, 50, 1],
		])('gives each of %i once, %i a page, on %i pages', async (count, size, pages) => {
			const ids = seedContacts(emulator.state, count, { stepSeconds: 0 }).map(({ id }) => id);
			const walked = await walk(read, size);
			expect(walked).toEqual({ ids, pages });
			expect(await read(size)).toMatchObject({
				total_count: count,
				pages: { type: 'pages', page: 1, per_page: size, total_pages: Math.ceil(count / size) },
			});
		});

		it('loses and repeats nothing when contacts are deleted on the way', async () => {
			const ids = seedContacts(emulator.state, 9).map(({ id }) => id);
			const walked = await walk(read, 3, async () => {
				emulator.state.contacts.delete(ids[0]);
			});
			expect(walked).toEqual({ ids, pages: 3 });
		});
	});

	it.each([
		['GET /contacts?per_page=151', 'per_page must be a whole number between 1 and 150'],
		['GET /contacts?per_page=0', 'per_page must be a whole number between 1 and 150'],
		['GET /contacts?per_page=many', 'per_page must be a whole number between 1 and 150'],
	])('refuses %s', async (call, message) => {
		expect(errorOf(await send(emulator, call))).toBe(`400 parameter_invalid: ${message}`);
		emulator.takeViolations();
	});

	it.each(['nonsense', 'W10', 'WyJhIiwiYiJd'])('refuses the cursor %s', async (cursor) => {
		const error = '400 client_error: Invalid starting_after param';
		const answer = await send(emulator, `GET /contacts?starting_after=${cursor}`);
		expect(errorOf(answer)).toBe(error);
		const body = {
			query: { field: 'role', operator: '=', value: 'user' },
			pagination: { starting_after: cursor },
		};
		expect(errorOf(await send(emulator, 'POST /contacts/search', { body }))).toBe(error);
		emulator.takeViolations();
	});

	describe('Page numbers', () => {
		beforeEach(() => {
			seedContacts(emulator.state, 25);
			seedCompanies(emulator.state, 25);
		});

		const names = (body: unknown) =>
			field<Array<{ name: string }>>(body, 'data').map(({ name }) => name);

		it('lists companies with contacts by last request, without a link', async () => {
			const first = await send(emulator, 'POST /companies/list?per_page=10');
			expect(names(first.body)[0]).toBe('Company 0025');
			expect(first.body).toMatchObject({
				total_count: 25,
				pages: { next: null, page: 1, per_page: 10, total_pages: 3 },
			});
			const last = await send(emulator, 'POST /companies/list?per_page=10&page=3&order=desc');
			expect(names(last.body)).toEqual([5, 4, 3, 2, 1].map((number) => `Company 000${number}`));
			await send(emulator, 'POST /companies', { body: { company_id: 'lonely', name: 'Lonely' } });
			const again = await send(emulator, 'POST /companies/list');
			expect(again.body).toMatchObject({ total_count: 25, pages: { per_page: 15 } });
		});

		it('links to the real host of the region where the description has links', async () => {
			emulator.settings.region = 'EU';
			const [contact] = emulator.state.contacts.keys();
			for (const company of emulator.state.companies.keys()) {
				await send(emulator, `POST /contacts/${contact}/companies`, { body: { id: company } });
			}
			const call = `GET /contacts/${contact}/companies?per_page=20`;
			// The description does not list the paging parameters.
			const { body } = await send(emulator, call);
			emulator.takeViolations();
			expect(body).toMatchObject({
				total_count: 25,
				companies: { length: 20 },
				pages: {
					next: `https://api.eu.intercom.io/contacts/${contact}/companies?per_page=20&page=2`,
				},
			});
			emulator.settings.pageLinks = 'none';
			expect(field((await send(emulator, call)).body, 'pages.next')).toBeNull();
			emulator.takeViolations();
		});

		it('reaches only so far into the companies', async () => {
			emulator.settings.companyListReach = 20;
			expect((await send(emulator, 'POST /companies/list?per_page=10&page=2')).status).toBe(200);
			expect(errorOf(await send(emulator, 'POST /companies/list?per_page=10&page=3'))).toBe(
				'400 bad_request: page limit reached, please use scroll API',
			);
		});

		it('looks a company up as a list or as itself', async () => {
			const call = 'GET /companies?company_id=company-0002';
			const found = await send(emulator, call);
			expect(found.body).toMatchObject({ type: 'list', data: [{ name: 'Company 0002' }] });
			emulator.settings.companyLookup = 'company';
			const bare = await send(emulator, call);
			expect(bare.body).toMatchObject({ type: 'company', name: 'Company 0002' });
			emulator.takeViolations();
			expect(errorOf(await send(emulator, 'GET /companies?name=Nobody'))).toBe(
				'404 company_not_found: Company Not Found',
			);
		});
	});

	describe('Company scroll', () => {
		beforeEach(() => {
			seedContacts(emulator.state, 5);
			seedCompanies(emulator.state, 5);
			emulator.settings.scrollPageSize = 2;
		});

		const scroll = (cursor?: string) =>
			send(emulator, `GET /companies/scroll${cursor ? `?scroll_param=${cursor}` : ''}`);
		const open = async () => field((await scroll()).body, 'scroll_param');

		it('ends with an empty page and is gone then', async () => {
			const cursor = await open();
			const sizes: number[] = [];
			for (let page = 2; page <= 4; page += 1) {
				sizes.push(field<unknown[]>((await scroll(cursor)).body, 'data').length);
			}
			expect(sizes).toEqual([2, 1, 0]);
			expect(errorOf(await scroll(cursor))).toBe('404 not_found: scroll parameter not found');
			expect((await scroll()).status).toBe(200);
		});

		it('can be open once only, and expires after a minute without use', async () => {
			const cursor = await open();
			expect(errorOf(await scroll())).toBe(
				'400 scroll_exists: scroll already exists for this workspace',
			);
			emulator.settings.clockSkewMilliseconds += 61_000;
			expect(errorOf(await scroll(cursor))).toBe('404 not_found: scroll parameter not found');
			expect((await scroll()).status).toBe(200);
		});

		it('can break, to be started again', async () => {
			emulator.settings.scrollBreaksAfterPages = 1;
			const cursor = await open();
			expect(errorOf(await scroll(cursor))).toMatch(/^500 .*Please restart the scroll operation/);
			expect((await scroll()).status).toBe(200);
		});
	});
});
