import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { seedContacts, startEmulator, type Contact, type Emulator } from '../../dev/emulator';
import { errorOf, field, send } from './client';

const seconds = (iso: string) => Date.parse(iso) / 1000;

const filter = (name: string, operator: string, value: unknown) => ({
	field: name,
	operator,
	value,
});
const all = (...value: object[]) => ({ operator: 'AND', value });
const any = (...value: object[]) => ({ operator: 'OR', value });

const search = (emulator: Emulator, body: object, version = '2.16') =>
	send(emulator, 'POST /contacts/search', { body, headers: { 'intercom-version': version } });

describe('Contact search of the emulator', () => {
	let emulator: Emulator;

	/** What the found contacts are called, sorted by creation. */
	const names = async (query: object, version?: string) => {
		const sort = { field: 'created_at', order: 'ascending' };
		const { body } = await search(emulator, { query, sort }, version);
		return field<Array<{ name: string }>>(body, 'data').map(({ name }) => name);
	};

	describe('Filters', () => {
		beforeAll(async () => {
			emulator = await startEmulator({ settings: { timezone: 'UTC', rateLimit: { limit: null } } });
			const [tag] = emulator.state.tags.keys();
			const [segment] = emulator.state.segments.keys();
			const applied = { id: tag, applied_at: 1, applied_by: { type: 'admin' as const, id: '1' } };
			const people: Array<Partial<Contact>> = [
				{ name: 'Ann', custom_attributes: { plan: 'pro', seats: 5 }, tags: [applied] },
				{ name: 'Bob', custom_attributes: { plan: 'team', seats: 7 }, segment_ids: [segment] },
				{ name: 'Cyd', custom_attributes: {}, phone: '+15550100', has_hard_bounced: true },
				{ name: null, role: 'lead', email: null, custom_attributes: {} },
			];
			seedContacts(emulator.state, people.length, { details: (number) => people[number - 1] });
		});
		afterAll(async () => await emulator.close());

		const first = (collection: 'tags' | 'segments') => {
			const [id] = emulator.state[collection].keys();
			return id;
		};

		it.each<[string, () => object, Array<string | null>]>([
			['=', () => filter('name', '=', 'Ann'), ['Ann']],
			['!=', () => filter('name', '!=', 'Ann'), ['Bob', 'Cyd', null]],
			['IN', () => filter('name', 'IN', ['Ann', 'Cyd', 'Eve']), ['Ann', 'Cyd']],
			['NIN', () => filter('name', 'NIN', ['Ann', 'Cyd']), ['Bob', null]],
			['~', () => filter('name', '~', 'N'), ['Ann']],
			['!~', () => filter('name', '!~', 'n'), ['Bob', 'Cyd', null]],
			['^', () => filter('name', '^', 'c'), ['Cyd']],
			['$', () => filter('email', '$', '3@example.com'), ['Cyd']],
			['= null', () => filter('name', '=', null), [null]],
			['!= null', () => filter('phone', '!=', null), ['Cyd']],
			['role', () => filter('role', '=', 'lead'), [null]],
			['email in any case', () => filter('email', '=', 'CUSTOMER00001@example.com'), ['Ann']],
			['email_domain', () => filter('email_domain', '=', 'example.com'), ['Ann', 'Bob', 'Cyd']],
			['a number', () => filter('custom_attributes.seats', '>', 5), ['Bob']],
			['a number as text', () => filter('custom_attributes.seats', '>=', '5'), ['Ann', 'Bob']],
			['a number, <=', () => filter('custom_attributes.seats', '<=', 5), ['Ann']],
			['a boolean', () => filter('has_hard_bounced', '=', true), ['Cyd']],
			['a tag', () => filter('tag_id', '=', first('tags')), ['Ann']],
			['no such tag', () => filter('tag_id', '!=', first('tags')), ['Bob', 'Cyd', null]],
			['a segment', () => filter('segment_id', 'IN', [first('segments')]), ['Bob']],
			[
				'AND and OR',
				() =>
					all(
						filter('role', '=', 'user'),
						any(filter('name', '=', 'Ann'), filter('custom_attributes.plan', '=', 'team')),
					),
				['Ann', 'Bob'],
			],
			[
				'OR of looked up values',
				() =>
					any(
						filter('email', '=', 'customer00001@example.com'),
						filter('external_id', 'IN', ['customer-00003']),
						all(filter('phone', '=', '+15550100'), filter('role', '=', 'lead')),
					),
				['Ann', 'Cyd'],
			],
		])('finds by %s', async (_name, query, expected) => {
			expect(await names(query())).toEqual(expected);
		});

		it.each<[object, string]>([
			[filter('company', '=', '1'), '400 invalid_field: company is not a searchable field'],
			[
				filter('custom_attributes.nothing', '=', '1'),
				'400 invalid_field: custom_attributes.nothing is not a searchable field',
			],
			...['!=', '>=', '<=', 'IN', 'NIN'].map((operator): [object, string] => [
				filter('created_at', operator, 1),
				`400 parameter_invalid: The operator ${operator} can't be used on created_at. ` +
					'Use one of: = > <',
			]),
			...['IN', 'NIN', '~'].map((operator): [object, string] => [
				filter('tag_id', operator, ['1']),
				`400 parameter_invalid: The operator ${operator} can't be used on tag_id. Use one of: = !=`,
			]),
			[
				filter('name', '>', 'A'),
				"400 parameter_invalid: The operator > can't be used on name. " +
					'Use one of: = != IN NIN ~ !~ ^ $',
			],
			[
				filter('name', 'LIKE', 'A'),
				"400 parameter_invalid: The operator LIKE can't be used on name. " +
					'Use one of: = != IN NIN ~ !~ ^ $',
			],
			[
				filter('created_at', '>', '2026-01-01'),
				'400 parameter_invalid: The value of created_at must be a Unix time in seconds, ' +
					'not "2026-01-01"',
			],
			[
				filter('custom_attributes.seats', '=', 'five'),
				'400 parameter_invalid: The value of custom_attributes.seats must be a number, not "five"',
			],
			[
				filter('name', 'IN', 'Ann'),
				'400 parameter_invalid: The operator IN needs a list of values',
			],
			[
				all(...Array.from({ length: 16 }, () => filter('name', '=', 'A'))),
				'400 parameter_invalid: A group can have 15 filters at most',
			],
			[
				all(any(all(filter('name', '=', 'A')))),
				'400 parameter_invalid: Filters can be nested 2 levels deep at most',
			],
			[all(), '400 parameter_invalid: The operator AND needs a list of filters'],
			[
				{ ...filter('name', '=', 'A'), negate: true },
				"400 emulator_unknown_body_field: A search filter has no field 'negate'",
			],
		])('refuses %j', async (query, error) => {
			expect(errorOf(await search(emulator, { query }))).toBe(error);
		});

		it('allows 15 filters in a group and 2 levels', async () => {
			const filters = Array.from({ length: 15 }, () => filter('name', '=', 'Ann'));
			expect(await names(all(any(...filters), ...filters.slice(1)))).toEqual(['Ann']);
		});

		it.each([
			[
				'desc',
				"400 invalid_sort_order: Invalid sort order 'desc'. Must be one of: ascending, descending",
			],
		])('refuses the sort order %s', async (order, error) => {
			const query = filter('role', '=', 'user');
			const answer = await search(emulator, { query, sort: { field: 'name', order } });
			expect(errorOf(answer)).toBe(error);
		});

		it('sorts, with unset values last', async () => {
			const order = async (sort: object) => {
				const query = filter('id', '!=', '');
				const { body } = await search(emulator, { query, sort });
				return field<Array<{ name: string }>>(body, 'data').map(({ name }) => name);
			};
			expect(await order({ field: 'name', order: 'descending' })).toEqual([
				'Cyd',
				'Bob',
				'Ann',
				null,
			]);
			expect(await order({ field: 'name', order: 'ascending' })).toEqual([
				'Ann',
				'Bob',
				'Cyd',
				null,
			]);
			expect(await order({ field: 'created_at' })).toEqual([null, 'Cyd', 'Bob', 'Ann']);
		});
	});

	describe('Dates', () => {
		const instants = [
			'2026-03-08T07:59:59Z',
			'2026-03-08T08:00:00Z',
			'2026-03-09T06:59:59Z',
			'2026-03-09T07:00:00Z',
		];

		/** The day of the switch to summer time in Los Angeles: it has 23 hours. */
		const noon = seconds('2026-03-08T20:00:00Z');

		beforeAll(async () => {
			emulator = await startEmulator({ settings: { timezone: 'America/Los_Angeles' } });
			seedContacts(emulator.state, instants.length, {
				details: (number) => ({
					name: instants[number - 1],
					created_at: seconds(instants[number - 1]),
					custom_attributes: { renewal_at: seconds(instants[number - 1]) },
				}),
			});
		});
		afterAll(async () => await emulator.close());

		it.each(['created_at', 'custom_attributes.renewal_at'])(
			'compares %s by calendar day in the time zone of the workspace',
			async (name) => {
				expect(await names(filter(name, '=', noon))).toEqual(instants.slice(1, 3));
				expect(await names(filter(name, '>', noon))).toEqual(instants.slice(3));
				expect(await names(filter(name, '<', noon))).toEqual(instants.slice(0, 1));
			},
		);

		it('follows a change of the time zone', async () => {
			emulator.settings.timezone = 'UTC';
			expect(await names(filter('created_at', '=', noon))).toEqual(instants.slice(0, 2));
			emulator.settings.timezone = 'America/Los_Angeles';
		});

		it('compares to the second in Preview', async () => {
			const query = filter('created_at', '>', seconds(instants[1]));
			expect(await names(query, 'Preview')).toEqual(instants.slice(2));
		});
	});

	describe('Index lag', () => {
		beforeEach(async () => {
			emulator = await startEmulator({ settings: { searchLagMilliseconds: 60_000 } });
		});
		afterEach(async () => await emulator.close());

		const found = () => names(filter('email', '=', 'late@example.com'));
		const pass = () => (emulator.settings.clockSkewMilliseconds += 60_000);

		it('shows creations, changes and deletions late, and reads by id at once', async () => {
			const body = { email: 'late@example.com', name: 'Old' };
			const created = await send(emulator, 'POST /contacts', { body });
			const path = `/contacts/${field(created.body, 'id')}`;
			expect(await found()).toEqual([]);
			expect((await send(emulator, `GET ${path}`)).status).toBe(200);
			pass();
			expect(await found()).toEqual(['Old']);

			await send(emulator, `PUT ${path}`, { body: { name: 'New' } });
			expect(await found()).toEqual(['Old']);
			pass();
			expect(await found()).toEqual(['New']);

			await send(emulator, `DELETE ${path}`);
			expect(await found()).toEqual(['New']);
			pass();
			expect(await found()).toEqual([]);
		});

		it('keeps the order of writes when the lag is shortened', async () => {
			const body = { email: 'late@example.com', name: 'Old' };
			const created = await send(emulator, 'POST /contacts', { body });
			emulator.settings.searchLagMilliseconds = 0;
			const path = `/contacts/${field(created.body, 'id')}`;
			await send(emulator, `PUT ${path}`, { body: { name: 'New' } });
			expect(await found()).toEqual(['New']);
		});
	});
});
