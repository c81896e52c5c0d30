import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { startCheckedEmulator, type CheckedEmulator } from '../support/emulator';
import { runNode, type NodeRun } from '../support/engine';

let emulator: CheckedEmulator;

const at = (iso: string) => Date.parse(iso) / 1000;

beforeAll(async () => {
	emulator = await startCheckedEmulator({
		settings: { rateLimit: { limit: null }, timezone: 'America/New_York' },
	});
	const people = [
		['early', 'user', '2026-01-31T04:59:59Z'],
		['first', 'user', '2026-01-31T05:00:00Z'],
		['noon', 'lead', '2026-01-31T17:00:00Z'],
		['last', 'user', '2026-02-01T04:59:59Z'],
		['late', 'user', '2026-02-01T05:00:00Z'],
	];
	for (const [name, role, signedUp] of people)
		await fetch(`${emulator.url}/contacts`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${emulator.token}`,
				'content-type': 'application/json',
				'intercom-version': '2.16',
			},
			body: JSON.stringify({
				name,
				role,
				email: `${name}@example.com`,
				signed_up_at: at(signedUp),
			}),
		});
});

afterEach(() => {
	emulator.assertClean();
});

afterAll(async () => {
	await emulator.close();
});

async function search(parameters: Record<string, unknown>): Promise<NodeRun> {
	return await runNode({
		parameters: {
			resource: 'contact',
			operation: 'search',
			returnAll: true,
			output: 'selected',
			selectedFields: 'name',
			...parameters,
		},
		credentials: emulator.credentials(),
	});
}

const names = ({ json, error }: NodeRun) => error?.message ?? json.map(({ name }) => name);
const sort = { rule: { field: 'signed_up_at', order: 'ascending' } };
const formula = (text: string) => ({ filterBy: 'formula', formula: text, sort });

describe('Contact: Search', () => {
	it.each([
		["signed_up_at > '2026-01-31'", ['noon', 'last', 'late']],
		["signed_up_at >= '2026-01-31'", ['first', 'noon', 'last', 'late']],
		["signed_up_at = '2026-01-31'", ['first', 'noon', 'last']],
		["signed_up_at != '2026-01-31'", ['early', 'late']],
		["signed_up_at <= '2026-01-31T17:00:00Z'", ['early', 'first', 'noon']],
		[
			"role = 'lead' OR signed_up_at > '2026-01-31T23:00:00Z' AND name ENDS WITH 't'",
			['noon', 'last'],
		],
		[
			"signed_up_at IS NOT NULL AND (role = 'lead' OR name IN ['late', 'first'])",
			['first', 'noon', 'late'],
		],
	])('%s', async (text, expected) => {
		expect(names(await search(formula(text)))).toEqual(expected);
	});

	it('counts only what was asked for towards the limit', async () => {
		const run = await search({
			...formula("signed_up_at > '2026-01-31T17:00:00Z'"),
			returnAll: false,
			limit: 1,
			pageOptions: { pageSize: 1 },
		});
		expect(names(run)).toEqual(['last']);
	});

	it('takes the builder', async () => {
		const run = await search({
			filterBy: 'builder',
			match: 'all',
			filterGroups: {
				group: [
					{
						match: 'any',
						conditions: {
							condition: [
								{ field: 'signed_up_at', dateOperator: 'equals', date: '2026-01-31T00:00:00' },
								{ field: 'name', textOperator: 'in', texts: 'late, nobody' },
							],
						},
					},
					{
						match: 'all',
						conditions: {
							condition: [{ field: 'role', textOperator: 'equals', text: '={{ "user" }}' }],
						},
					},
				],
			},
			sort,
		});
		expect(names(run)).toEqual(['first', 'last', 'late']);
	});

	it('takes JSON as written', async () => {
		const query = '{"field": "signed_up_at", "operator": ">", "value": 1769878800}';
		expect(names(await search({ filterBy: 'json', query, sort }))).toEqual(['late']);
	});

	it('knows the custom attributes of the workspace', async () => {
		const { error } = await search(formula("custom_attributes.plam = 'pro'"));
		expect(error?.description).toBe("Did you mean 'custom_attributes.plan'?");
	});

	it('asks for the time zone and the attributes once per execution', async () => {
		const before = emulator.requests.length;
		await runNode({
			parameters: {
				resource: 'contact',
				operation: 'search',
				filterBy: 'formula',
				formula: "=created_at > 5 AND custom_attributes.plan = '{{ $json.plan }}'",
			},
			items: [{ plan: 'pro' }, { plan: 'team' }, { plan: 'free' }],
			credentials: emulator.credentials(),
		});
		const paths = emulator.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
		expect(paths.sort()).toEqual([
			'GET /data_attributes',
			'GET /me',
			'POST /contacts/search',
			'POST /contacts/search',
			'POST /contacts/search',
		]);
	});

	it('shows where a formula is wrong', async () => {
		const { error } = await search(formula('role = user'));
		expect(error?.message).toBe(
			"'Formula' can't be read at line 1, column 8: user stands where a value such as 'user', 42, true or null is expected [item 0]",
		);
		expect(error?.description).toBe("Put text in quotes: 'user'.");
	});
});
