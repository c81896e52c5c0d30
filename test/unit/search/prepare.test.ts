import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import type {
	ListRequest,
	OperationContext,
	Values,
} from '../../../nodes/Intercom/engine/operation';
import { convert } from '../../../nodes/Intercom/engine/convert';
import { sortParameter } from '../../../nodes/Intercom/search/sort';
import { search } from '../../../nodes/Intercom/resources/contact/search';
import { contactTable } from '../../../nodes/Intercom/search/fields/contact';
import { prepareSearch } from '../../../nodes/Intercom/search/prepare';

const seconds = (iso: string) => Date.parse(iso) / 1000;

/** An execution that answers from memory and writes down what it was asked. */
function execution(app: IDataObject | null = { timezone: 'America/New_York' }) {
	const asked: string[] = [];
	const lists: ListRequest[] = [];
	const memory = new Map<string, unknown>();
	const contextFor = (values: Values, query: IDataObject = {}) =>
		({
			values,
			query,
			memory,
			timezone: 'Europe/Dublin',
			client: {
				me: async () => {
					asked.push('GET /me');
					return await Promise.resolve({ type: 'admin', app });
				},
				records: async (request: { method: string; path: string; query: IDataObject }) => {
					asked.push(`${request.method} ${request.path} ${JSON.stringify(request.query)}`);
					return await Promise.resolve([
						{ name: 'plan', data_type: 'string', custom: true },
						{ name: 'renewal', data_type: 'date', custom: true },
						{ name: 'score', data_type: 'float', custom: true },
						{ name: 'email', data_type: 'string', custom: false },
					]);
				},
			},
			list: async (request: ListRequest) => {
				lists.push(request);
				return await Promise.resolve([]);
			},
		}) as unknown as OperationContext;
	return { contextFor, asked, lists };
}

const formula = (text: string): Values => ({ filterBy: 'formula', formula: text });

describe('what is asked of Intercom before a search', () => {
	it.each([
		["role = 'user'", []],
		['last_seen_at IS NULL', []],
		["created_at > '2026-01-31'", ['GET /me']],
		["custom_attributes.plan = 'pro'", ['GET /data_attributes {"model":"contact"}']],
		['custom_attributes.renewal > 5', ['GET /data_attributes {"model":"contact"}', 'GET /me']],
	])('%s', async (text, requests) => {
		const { contextFor, asked } = execution();
		await prepareSearch(contextFor(formula(text)), contactTable);
		expect(asked).toEqual(requests);
	});

	it('the attributes once for all items', async () => {
		const { contextFor, asked } = execution();
		const items = ['1', '2', '3'].map((plan) => formula(`custom_attributes.plan = '${plan}'`));
		await Promise.all(
			items.map(async (values) => await prepareSearch(contextFor(values), contactTable)),
		);
		expect(asked).toHaveLength(1);
	});
});

describe('what is made of it', () => {
	it('days in the time zone of the workspace, times in that of the workflow', async () => {
		const { contextFor } = execution();
		const day = await prepareSearch(contextFor(formula("created_at = '2026-01-31'")), contactTable);
		expect(day).toEqual({
			query: { field: 'created_at', operator: '=', value: seconds('2026-01-31T12:00:00-05:00') },
		});
		const time = await prepareSearch(
			contextFor(formula("created_at >= '2026-01-31T09:00'")),
			contactTable,
		);
		expect(time.keep?.({ created_at: seconds('2026-01-31T09:00:00Z') })).toBe(true);
		expect(time.keep?.({ created_at: seconds('2026-01-31T08:59:59Z') })).toBe(false);
	});

	it.each([[null], [{}], [{ timezone: 'Eastern Time (US & Canada)' }]])(
		'a wider query when Intercom tells no usable time zone: %j',
		async (app) => {
			const { contextFor } = execution(app);
			const { query, keep } = await prepareSearch(
				contextFor(formula("created_at >= '2026-01-31'")),
				contactTable,
			);
			expect(query.value).toBe(seconds('2026-01-29T00:00:00Z'));
			expect(keep?.({ created_at: seconds('2026-01-30T23:59:59Z') })).toBe(false);
		},
	);

	it('types of custom attributes as the workspace has them', async () => {
		const { contextFor } = execution();
		const search = prepareSearch(
			contextFor(formula("custom_attributes.score > '1.5'")),
			contactTable,
		);
		await expect(search).resolves.toEqual({
			query: { field: 'custom_attributes.score', operator: '>', value: 1.5 },
		});
	});

	it('an error for attributes that the workspace does not have', async () => {
		const { contextFor } = execution();
		const search = prepareSearch(contextFor(formula("custom_attributes.plam = 'x'")), contactTable);
		await expect(search).rejects.toMatchObject({ hint: "Did you mean 'custom_attributes.plan'?" });
	});

	it('an error for a formula left empty', async () => {
		const { contextFor } = execution();
		await expect(prepareSearch(contextFor(formula(' ')), contactTable)).rejects.toMatchObject({
			message: "'Formula' is empty",
			hint: "Write a condition such as role = 'user'.",
		});
	});
});

describe('Contact: Search', () => {
	const query = { field: 'role', operator: '=', value: 'user' };
	const request = { method: 'POST', path: '/contacts/search', list: search.list };

	it.each<[string, Values]>([
		[
			'builder',
			{
				match: 'all',
				filterGroups: {
					group: [
						{
							conditions: { condition: [{ field: 'role', textOperator: 'equals', text: 'user' }] },
						},
					],
				},
			},
		],
		['formula', { formula: "role = 'user'" }],
		['json', { query }],
	])('sends what the %s says', async (filterBy, values) => {
		const { contextFor, lists } = execution();
		await search.run(contextFor({ filterBy, ...values }));
		expect(lists).toEqual([{ ...request, query: {}, body: { query } }]);
	});

	it('sends the sort and the options', async () => {
		const { contextFor, lists } = execution();
		const values = {
			...formula("role = 'user'"),
			sort: [{ field: 'created_at', order: 'ascending' }],
		};
		await search.run(contextFor(values, { include_merge_history: true }));
		expect(lists).toEqual([
			{
				...request,
				query: { include_merge_history: true },
				body: { query, sort: { field: 'created_at', order: 'ascending' } },
			},
		]);
	});

	it('refuses an order that Intercom does not have', () => {
		const written = { rule: { field: 'name', order: 'desc' } };
		expect(() => convert(sortParameter(contactTable), written, 'UTC')).toThrow(
			`'Order' does not know "desc"`,
		);
	});
});
